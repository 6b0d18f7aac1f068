// A folder that a run writes whole, and that the next run brings up to date: files that stay the same keep
// their time, and those that are no longer made go away. A list in the folder says what halfstar wrote there,
// so that nothing else is ever touched: a file of somebody else's where one of ours should stand is an Error.
#pragma once

#include "export/outputs.h"
#include "foundation/base/files.h"

#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace halfstar {

class KeptFolder : public PlaceSink {
public:
    /// The list's name in the folder.
    static constexpr std::string_view list_name = ".halfstar-files";

    /// `replaced` is as DiskSink has it.
    explicit KeptFolder(std::string folder, Replaced replaced = {})
        : folder_(std::move(folder)), sink_(folder_, "", std::move(replaced)) {}

    /// An Error for a path that would be written twice, or where a file stands that no run wrote.
    Result<std::unique_ptr<OutputFile>> open(std::string_view path) override;
    /// Removes what the last run wrote and this one did not, then writes the list.
    Result<void> finish() override;

private:
    using Paths = std::set<std::string, std::less<>>;

    std::string path_of(std::string_view name) const { return folder_ + "/" + std::string(name); }
    void read_list();
    /// That the path is written in this run; whether an earlier one wrote it.
    Result<bool> note(std::string_view path);
    /// Notes a path that is on no list yet.
    Result<void> claim(const std::string& path);
    /// Whether there was nothing in the path's folder when it was first asked for: then nobody need be asked for each file.
    bool is_in_new_folder(std::string_view path);
    Result<void> write_list(const Paths& paths);

    std::string folder_;
    DiskSink sink_;
    DiskReader reader_;
    std::mutex mutex_;
    bool list_read_ = false;
    std::ofstream list_; ///< open once this run has written something new: what it claims is added at its end
    std::map<std::string, bool> is_new_; ///< by the path up to the name
    Paths ours_;    ///< what the list says, and what this run claimed
    Paths written_; ///< in this run
};

} // namespace halfstar
