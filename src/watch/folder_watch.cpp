#include "watch/folder_watch.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/inotify.h>
#include <unistd.h>
#include <utility>

namespace halfstar::watch {
namespace {

constexpr std::uint32_t of_names =
    IN_CREATE | IN_DELETE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO;
constexpr std::uint32_t of_itself = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT;

bool covers(const WatchedNames& before, const WatchedNames& now) {
    return (before.all || !now.all) && std::all_of(now.named.begin(), now.named.end(),
                                                   [&](const std::string& name) { return before.include(name); });
}

} // namespace

Error watching_failed(const std::string& path, int number) {
    if (number == ENOSPC)
        return {path + ": cannot be watched, the system's limit of watched folders is reached; "
                       "raise it: sudo sysctl fs.inotify.max_user_watches=524288"};
    if (number == EMFILE)
        return {path + ": cannot be watched, too many programs of yours watch folders; "
                       "end one, or raise the limit: sudo sysctl fs.inotify.max_user_instances=1024"};
    return {path + ": cannot be watched: " + std::strerror(number)};
}

Result<std::unique_ptr<FolderWatch>> FolderWatch::open() {
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) return watching_failed("folders", errno);
    return std::unique_ptr<FolderWatch>(new FolderWatch(descriptor));
}

FolderWatch::~FolderWatch() { ::close(descriptor_); }

Result<std::set<std::string>> FolderWatch::watch(const std::map<std::string, WatchedNames>& folders) {
    std::set<std::string> fresh;
    std::map<int, Folder> watched;
    for (const auto& [path, names] : folders) {
        const int watch =
            ::inotify_add_watch(descriptor_, path.c_str(), of_names | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
        if (watch < 0 && (errno == ENOENT || errno == ENOTDIR || errno == EACCES)) continue;
        if (watch < 0) return watching_failed(path, errno);
        const auto before = folders_.find(watch);
        // A name that is looked at only now may have changed before.
        const bool known =
            before != folders_.end() && before->second.path == path && covers(before->second.names, names);
        if (!known) fresh.insert(path);
        watched.insert_or_assign(watch, Folder{path, names});
    }
    for (const auto& [watch, folder] : folders_)
        if (!watched.contains(watch)) ::inotify_rm_watch(descriptor_, watch);
    folders_ = std::move(watched);
    come_.clear();
    return fresh;
}

void FolderWatch::take(int watch, std::uint32_t what, std::string_view name, Touched& touched) {
    if ((what & IN_Q_OVERFLOW) != 0) touched.everything = true;
    const auto found = folders_.find(watch);
    if (found == folders_.end()) return;
    const Folder& folder = found->second;
    if ((what & of_itself) != 0) {
        touched.paths.insert(folder.path);
        // The watch would follow the folder to where it was moved.
        if ((what & IN_MOVE_SELF) != 0) ::inotify_rm_watch(descriptor_, watch);
        folders_.erase(found);
    } else if (!name.empty() && (folder.names.include(name) || (folder.names.all && (what & IN_ISDIR) != 0))) {
        const std::string& path = *touched.paths.insert((folder.path == "/" ? "" : folder.path) + "/" + std::string(name)).first;
        touched.passing.erase(path);
        if ((what & IN_CREATE) != 0) come_.insert(path);
        if ((what & (IN_DELETE | IN_MOVED_FROM)) != 0 && come_.erase(path) > 0) touched.passing.insert(path);
    }
}

Touched FolderWatch::take() {
    Touched touched;
    alignas(inotify_event) char buffer[1 << 16];
    for (;;) {
        const ssize_t size = ::read(descriptor_, buffer, sizeof buffer);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return touched;
        for (const char* at = buffer; at < buffer + size;) {
            inotify_event event;
            std::memcpy(&event, at, sizeof event);
            const char* name = at + sizeof event;
            take(event.wd, event.mask, event.len > 0 ? std::string_view(name) : std::string_view(), touched);
            at = name + event.len;
        }
    }
}

} // namespace halfstar::watch
