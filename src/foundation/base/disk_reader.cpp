#include "foundation/base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace halfstar {
namespace {

Error failure(const std::string& path, int number) { return Error{path + ": " + std::strerror(number)}; }

/// A file descriptor that is closed with its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

/// The system would end a path at a NUL, and so see another path than the one that was checked.
bool has_nul(const std::string& path) { return path.find('\0') != std::string::npos; }

Result<std::string> read_all(const std::string& path, int descriptor, std::uint64_t expected, std::uint64_t limit) {
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::min(expected, limit)));
    char buffer[1 << 16];
    for (;;) {
        const ssize_t n = ::read(descriptor, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failure(path, errno);
        if (n == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(n));
        if (bytes.size() > limit) return Error{path + ": larger than " + std::to_string(limit) + " bytes"};
    }
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

FolderEntry::Kind kind_of(const dirent& entry) {
    switch (entry.d_type) {
    case DT_REG: return FolderEntry::Kind::file;
    case DT_DIR: return FolderEntry::Kind::folder;
    default: return FolderEntry::Kind::unknown;
    }
}

} // namespace

Result<std::string> DiskReader::read(const std::string& path, std::uint64_t limit) const {
    if (has_nul(path)) return failure(path, ENOENT);
    // O_NONBLOCK: opening a named pipe must not wait for someone to write into it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.number() < 0) return failure(path, errno);
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0) return failure(path, errno);
    if (S_ISDIR(facts.st_mode)) return failure(path, EISDIR);
    if (!S_ISREG(facts.st_mode)) return Error{path + ": not a regular file"};
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    if (size > limit) return Error{path + ": larger than " + std::to_string(limit) + " bytes"};
    return read_all(path, file.number(), size, limit);
}

bool DiskReader::is_file(const std::string& path) const {
    struct stat facts {};
    return !has_nul(path) && ::stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode);
}

bool DiskReader::is_folder(const std::string& path) const {
    struct stat facts {};
    return !has_nul(path) && ::stat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode);
}

std::string DiskReader::canonical(const std::string& path) const {
    // Of what is there the system knows it; of the rest, as far as it is there.
    if (char* const resolved = has_nul(path) ? nullptr : ::realpath(path.c_str(), nullptr); resolved != nullptr) {
        const std::unique_ptr<char, decltype(&std::free)> owned(resolved, &std::free);
        return owned.get();
    }
    std::error_code error;
    std::filesystem::path whole = std::filesystem::absolute(path, error);
    if (error) whole = path;
    if (!has_nul(path)) {
        const std::filesystem::path resolved = std::filesystem::weakly_canonical(whole, error);
        if (!error && !resolved.empty()) whole = resolved;
    }
    std::string text = whole.lexically_normal().string();
    while (text.size() > 1 && text.back() == '/') text.pop_back();
    return text;
}

std::vector<std::string> DiskReader::list(const std::string& folder) const {
    std::vector<std::string> names;
    for (FolderEntry& entry : entries(folder)) names.push_back(std::move(entry.name));
    return names;
}

std::vector<FolderEntry> DiskReader::entries(const std::string& folder) const {
    std::vector<FolderEntry> all;
    if (has_nul(folder)) return all;
    const std::unique_ptr<DIR, CloseFolder> open_folder(::opendir(folder.empty() ? "." : folder.c_str()));
    if (open_folder == nullptr) return all;
    while (const dirent* entry = ::readdir(open_folder.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") all.push_back({std::string(name), kind_of(*entry)});
    }
    std::sort(all.begin(), all.end(), [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
    return all;
}

} // namespace halfstar
