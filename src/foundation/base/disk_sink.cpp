#include "foundation/base/disk_scratch.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace halfstar {
namespace {

constexpr std::size_t buffer_size = 1 << 16;

Error failure(const std::string& path, int number) { return Error{path + ": " + std::strerror(number)}; }

/// Piece by piece, so that large files are never in memory.
bool have_same_bytes(const std::string& one, const std::string& other) {
    std::ifstream a(one, std::ios::binary), b(other, std::ios::binary);
    std::vector<char> of_a(buffer_size), of_b(buffer_size);
    while (a && b) {
        a.read(of_a.data(), static_cast<std::streamsize>(of_a.size()));
        b.read(of_b.data(), static_cast<std::streamsize>(of_b.size()));
        if (a.gcount() != b.gcount() || !std::equal(of_a.begin(), of_a.begin() + a.gcount(), of_b.begin())) return false;
    }
    return a.eof() && b.eof();
}

/// A file being written. `temporary` is renamed to `target` when it is whole; it is empty for a device
/// or pipe, which is written as it stands.
class DiskFile : public OutputFile {
public:
    DiskFile(int descriptor, std::string target, std::string temporary, std::vector<std::string> made, Replaced replaced = {})
        : descriptor_(descriptor), target_(std::move(target)), temporary_(std::move(temporary)),
          made_folders_(std::move(made)), replaced_(std::move(replaced)) {}

    ~DiskFile() override {
        if (descriptor_ >= 0) ::close(descriptor_);
        abandon();
    }
    DiskFile(const DiskFile&) = delete;
    DiskFile& operator=(const DiskFile&) = delete;

    Result<void> write(std::string_view bytes) override {
        if (descriptor_ < 0) return failure(target_, EBADF);
        if (buffer_.size() + bytes.size() < buffer_size) {
            buffer_ += bytes;
        } else {
            if (auto flushed = flush(); !flushed) return flushed;
            if (auto out = put(bytes); !out) return out;
        }
        at_ += bytes.size();
        if (at_ > size_) size_ = at_;
        return {};
    }

    Result<void> seek(std::uint64_t offset) override {
        if (descriptor_ < 0) return failure(target_, EBADF);
        if (offset > size_) return Error{target_ + ": cannot seek behind the end"};
        if (auto flushed = flush(); !flushed) return flushed;
        if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) return failure(target_, errno);
        at_ = offset;
        return {};
    }

    std::uint64_t tell() const override { return at_; }

    Result<void> close() override {
        if (descriptor_ < 0) return failure(target_, EBADF);
        if (auto flushed = flush(); !flushed) return flushed;
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0) return failure(target_, errno);
        if (replaced_ && !temporary_.empty() && have_same_bytes(temporary_, target_)) {
            abandon();
            temporary_.clear();
            return {};
        }
        if (!temporary_.empty() && std::rename(temporary_.c_str(), target_.c_str()) != 0)
            return failure(target_, errno);
        temporary_.clear();
        made_folders_.clear();
        if (replaced_) replaced_(target_);
        return {};
    }

private:
    Result<void> put(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) return failure(target_, errno);
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return {};
    }

    Result<void> flush() {
        const std::string pending = std::exchange(buffer_, {});
        return put(pending);
    }

    void abandon() {
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
        // Folders that others have put something into by now stay: rmdir refuses them.
        for (auto folder = made_folders_.rbegin(); folder != made_folders_.rend(); ++folder)
            ::rmdir(folder->c_str());
    }

    int descriptor_;
    std::string target_;
    std::string temporary_;
    std::vector<std::string> made_folders_;
    Replaced replaced_;
    std::string buffer_;
    std::uint64_t at_ = 0;
    std::uint64_t size_ = 0;
};

std::string under(const std::string& folder, std::string_view name) {
    if (folder.empty()) return std::string(name);
    return folder.back() == '/' ? folder + std::string(name) : folder + "/" + std::string(name);
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {};
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// Makes the folder and those above it that are missing; `made` takes those that were.
Result<void> make_folders(const std::string& folder, std::vector<std::string>& made) {
    for (std::size_t at = 0; at < folder.size();) {
        const std::size_t end = std::min(folder.find('/', at + 1), folder.size());
        const std::string part = folder.substr(0, end);
        at = end;
        if (::mkdir(part.c_str(), 0777) == 0) {
            made.push_back(part);
            continue;
        }
        const int number = errno;
        struct stat facts {};
        if (::stat(part.c_str(), &facts) != 0) return failure(part, number);
        if (!S_ISDIR(facts.st_mode)) return failure(part, ENOTDIR);
    }
    return {};
}

/// Opens a new file in `folder` under a name that no other process or thread uses.
int open_temporary(const std::string& folder, std::string& name) {
    static std::atomic<unsigned> counter{0};
    for (int attempt = 0; attempt < 1000; ++attempt) {
        name = under(folder, ".halfstar-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".part");
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST) return descriptor;
    }
    errno = EEXIST;
    return -1;
}

/// Whether the user's own target is written as it stands: a device, a pipe, or one of the system's
/// names for an open file (/dev/stdout), behind which a rename would not reach.
bool is_written_in_place(const std::string& target) {
    struct stat facts {};
    if (::stat(target.c_str(), &facts) != 0) return false;
    if (!S_ISREG(facts.st_mode)) return !S_ISDIR(facts.st_mode);
    struct stat own {};
    return (target.starts_with("/dev/") || target.starts_with("/proc/")) && ::lstat(target.c_str(), &own) == 0 &&
           S_ISLNK(own.st_mode);
}

/// The file that a link leads to, so that writing through the user's link keeps it a link.
std::string behind_link(const std::string& target) {
    char* resolved = ::realpath(target.c_str(), nullptr);
    if (resolved == nullptr) return target;
    std::string path = resolved;
    std::free(resolved);
    return path;
}

Result<std::unique_ptr<OutputFile>> open_in_place(const std::string& target) {
    const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return failure(target, errno);
    return std::unique_ptr<OutputFile>(
        std::make_unique<DiskFile>(descriptor, target, std::string(), std::vector<std::string>()));
}

/// Who may read and write what was there may do so with what takes its place.
void keep_rights(int descriptor, const struct stat& before) { static_cast<void>(::fchmod(descriptor, before.st_mode & 07777u)); }

/// `before` is what stands at `target`; null: nothing.
Result<std::unique_ptr<OutputFile>> open_beside(const std::string& target, const struct stat* before, const Replaced& replaced) {
    if (before != nullptr && S_ISDIR(before->st_mode)) return failure(target, EISDIR);
    const std::string folder = folder_of(target);
    std::vector<std::string> made;
    std::string temporary;
    int descriptor = -1;
    // Most files go into a folder that is there. Somebody else may take one away that they made and had no use for, until
    // something of ours is in it.
    for (int left = 3; (descriptor = open_temporary(folder, temporary)) < 0; --left) {
        const int number = errno;
        const Result<void> ready = make_folders(folder, made);
        if (!ready && left == 0) return ready.error();
        if (ready && (left == 0 || number != ENOENT)) return failure(target, number);
    }
    if (before != nullptr) keep_rights(descriptor, *before);
    return std::unique_ptr<OutputFile>(std::make_unique<DiskFile>(descriptor, target, temporary, std::move(made), replaced));
}

Result<std::unique_ptr<OutputFile>> open_beside(const std::string& target, const Replaced& replaced) {
    struct stat facts {};
    return open_beside(target, ::stat(target.c_str(), &facts) == 0 ? &facts : nullptr, replaced);
}

/// The first folder between `folder` and `target` that is a link leading out of `folder`, or empty.
std::string link_outwards(const std::string& folder, const std::string& target) {
    const std::size_t first = folder.empty() || folder.back() == '/' ? folder.size() : folder.size() + 1;
    for (std::size_t at = target.find('/', first); at != std::string::npos; at = target.find('/', at + 1)) {
        const std::string part = target.substr(0, at);
        struct stat facts {};
        if (::lstat(part.c_str(), &facts) != 0) return {};
        if (S_ISLNK(facts.st_mode) && !is_inside(behind_link(folder.empty() ? "." : folder), behind_link(part))) return part;
    }
    return {};
}

} // namespace

DiskSink::DiskSink(std::string folder, std::string name, Replaced replaced)
    : folder_(std::move(folder)), name_(std::move(name)), replaced_(std::move(replaced)) {}

std::unique_ptr<Scratch> DiskSink::scratch() {
    if (is_written_in_place(under(folder_, name_))) return nullptr;
    std::string folder = folder_;
    while (!folder.empty() && ::access(folder.c_str(), F_OK) != 0) folder = folder_of(folder);
    return open_scratch(folder);
}

Result<std::unique_ptr<OutputFile>> DiskSink::open(std::string_view path) {
    if (path.empty()) {
        const std::string target = under(folder_, name_);
        if (is_written_in_place(target)) return open_in_place(target);
        // Whoever is told knows the link's name, not the file's behind it.
        const Replaced told = [replaced = replaced_, target](const std::string&) { replaced(target); };
        return open_beside(behind_link(target), replaced_ ? told : Replaced());
    }
    const Result<std::string> target = target_of(path);
    return target ? open_beside(*target, replaced_) : Result<std::unique_ptr<OutputFile>>(target.error());
}

Result<std::unique_ptr<OutputFile>> DiskSink::open_new(std::string_view path) {
    const Result<std::string> target = target_of(path);
    return target ? open_beside(*target, nullptr, replaced_) : Result<std::unique_ptr<OutputFile>>(target.error());
}

Result<std::string> DiskSink::target_of(std::string_view path) const {
    if (!is_safe_relative(path)) return Error{"'" + std::string(path) + "' would be written outside the output folder"};
    std::string target = under(folder_, path);
    if (const std::string link = link_outwards(folder_, target); !link.empty()) return Error{link + ": leads out of the output folder"};
    return target;
}

} // namespace halfstar
