// The disk as a build saw it: whatever is asked of files goes through here and is remembered with its answer. So a
// build that is followed by another knows what the first depended on, and whether the disk would still answer the same.
// What a file holds decides, by its digest; times never do.
#pragma once

#include "export/touched_paths.h"
#include "foundation/base/hash.h"

#include <halfstar/base.h>

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace halfstar {

/// One thing that was asked of the disk.
struct DiskQuestion {
    enum class Kind : std::uint8_t { bytes, is_file, is_folder, canonical, names };
    std::string path; ///< as it was asked
    Kind kind = Kind::bytes;
    friend auto operator<=>(const DiskQuestion&, const DiskQuestion&) = default;
};

/// A digest of what came back; an Error counts as an answer.
using DiskAnswer = Digest;
using DiskAnswers = std::map<DiskQuestion, DiskAnswer>;

/// The names in a folder that matter.
struct WatchedNames {
    bool all = false; ///< but leftovers
    std::set<std::string, std::less<>> named;
    bool include(std::string_view name) const;
};

/// Whether an editor or a download left it behind, or keeps it for a moment: no file that is a source is called so.
bool is_leftover(std::string_view name);

class DiskMemory : public FileReader {
public:
    /// `disk` must outlive this.
    explicit DiskMemory(const FileReader& disk) : disk_(disk) {}

    /// What happens at this path or below is no change: outputs are not sources.
    void pass_over(const std::string& path) { passed_over_ = disk_.canonical(path); }
    void begin() { ++build_; }
    /// A build came to its end: what it did not ask is forgotten. The files that it read and the one before did not,
    /// and the other way round.
    std::vector<std::string> end();

    /// Asks again what may have changed. The questions that have another answer now.
    std::vector<DiskQuestion> look_again(const Touched& touched);
    /// Whether the disk, as it is remembered, still answers so. What was not asked since the last `begin` counts as
    /// asked then.
    bool still_holds(const DiskAnswers& answers);
    /// The folders (canonical, existing) in which a change would change an answer.
    std::map<std::string, WatchedNames> folders() const;
    std::size_t size() const { return known_.size(); }

    /// What was answered last; of what was never asked, nothing.
    DiskAnswer answer(const DiskQuestion& question) const;

    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::string canonical(const std::string& path) const override;
    std::vector<std::string> list(const std::string& folder) const override;
    std::vector<FolderEntry> entries(const std::string& folder) const override;

private:
    struct Known {
        DiskAnswer answer{};
        std::uint64_t limit = 0;           ///< of bytes
        std::string leads_to = {};         ///< the canonical path
        std::uint64_t first = 0, last = 0; ///< builds that asked
    };
    void remember(DiskQuestion question, Known known) const;
    Known ask(const DiskQuestion& question, std::uint64_t limit) const;
    /// Of the names and their kinds.
    Known of_names(const std::string& folder, const std::vector<FolderEntry>& entries) const;
    template <class Concerns> std::vector<DiskQuestion> ask_again(const Concerns& concerns);

    const FileReader& disk_;
    std::string passed_over_;
    std::uint64_t build_ = 0, ended_ = 0; ///< the one at work; the last that came to its end
    mutable std::mutex mutex_;
    mutable std::map<DiskQuestion, Known> known_;
};

/// Writes down what one reading asked and was told.
class DiskWitness : public FileReader {
public:
    explicit DiskWitness(const DiskMemory& memory) : memory_(memory) {}
    DiskAnswers answers() const;

    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::string canonical(const std::string& path) const override;
    std::vector<std::string> list(const std::string& folder) const override;

private:
    const DiskMemory& memory_;
    mutable std::set<DiskQuestion> asked_;
};

} // namespace halfstar
