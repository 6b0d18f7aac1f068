// Reviews as they were read, kept from one build to the next: a review is read again only when its file, a picture that
// it shows or the way of reading has changed.
#pragma once

#include "export/disk_memory.h"
#include "export/inputs.h"
#include "read/read.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace halfstar {

/// What reading one file gave.
struct FileReading {
    std::optional<ReadPiece> piece;
    Diagnostics diagnostics;
};

class KeptReadings {
public:
    /// `memory` must outlive this.
    explicit KeptReadings(DiskMemory& memory) : memory_(memory) {}

    using Read = std::function<FileReading(const FileReader&)>;
    /// The reading that is kept, else the one that `read` gives. Safe to call from several threads, for different
    /// files.
    FileReading reading(const InputFile& file, SourceId source, const ReadOptions& options, const Read& read);
    /// The paths, below their roots, of what was read anew since the last time that readings were forgotten.
    const std::set<std::string>& read_anew() const { return read_anew_; }
    /// Lets go of the readings that nobody asked for since the last time.
    void forget_unused();
    std::size_t size() const { return kept_.size(); }

private:
    struct Kept {
        InputFile file;
        SourceId source = 0; ///< spans hold it
        ReadOptions options;
        DiskAnswers answers;
        FileReading reading;
        bool used = true;
    };
    std::shared_ptr<const Kept> find(const InputFile& file, SourceId source, const ReadOptions& options);

    DiskMemory& memory_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Kept>> kept_; ///< by path
    std::set<std::string> read_anew_;
};

} // namespace halfstar
