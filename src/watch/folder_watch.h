// The kernel's word (inotify) for what happens in folders. It says where to look, never what is true there.
#pragma once

#include "export/disk_memory.h"

#include <halfstar/base.h>

#include <map>
#include <memory>
#include <set>
#include <string>

namespace halfstar::watch {

class FolderWatch {
public:
    /// An Error when the kernel has no more watches to give; it says what to do.
    static Result<std::unique_ptr<FolderWatch>> open();
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// Watches these folders (canonical) and no others. Those that were not watched until now come back: what happened
    /// there before nobody saw. A folder that is not there is passed over.
    Result<std::set<std::string>> watch(const std::map<std::string, WatchedNames>& folders);
    /// What happened since the last time; does not wait.
    Touched take();
    /// Can be read from when something has happened.
    int descriptor() const { return descriptor_; }

private:
    struct Folder {
        std::string path;
        WatchedNames names;
    };
    explicit FolderWatch(int descriptor) : descriptor_(descriptor) {}
    void take(int watch, std::uint32_t what, std::string_view name, Touched& touched);

    int descriptor_;
    std::map<int, Folder> folders_; ///< by the kernel's number
    std::set<std::string> come_;    ///< paths at which something was made since folders were given to watch
};

/// What to tell the user when inotify fails with this number of the system's.
Error watching_failed(const std::string& path, int number);

} // namespace halfstar::watch
