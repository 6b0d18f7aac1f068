// The two doors to the outside world, on disk and in memory. On disk each file is written beside its
// target and renamed when it is whole, so a good file is never half overwritten.
#pragma once

#include <halfstar/base.h>

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace halfstar {

class DiskReader : public FileReader {
public:
    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::string canonical(const std::string& path) const override;
    std::vector<std::string> list(const std::string& folder) const override;
    std::vector<FolderEntry> entries(const std::string& folder) const override;
};

/// For tests: files by absolute path.
class MemoryReader : public FileReader {
public:
    std::map<std::string, std::string> files;
    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::string canonical(const std::string& path) const override;
    std::vector<std::string> list(const std::string& folder) const override;
};

/// Told of each path at which a file was made or got other bytes. May be called from several threads.
using Replaced = std::function<void(const std::string& path)>;

/// Writes below `folder` (made when needed); an empty path is the file `folder`/`name`. With `replaced`, a file that
/// has the same bytes already is left as it is.
class DiskSink : public Sink {
public:
    DiskSink(std::string folder, std::string name, Replaced replaced = {});
    Result<std::unique_ptr<OutputFile>> open(std::string_view path) override;
    /// As open, for a path below the folder where nothing stands, as the caller knows.
    Result<std::unique_ptr<OutputFile>> open_new(std::string_view path);
    /// In the folder, or while it is not there in the nearest above it. None beside what is written in place: that folder is no place for
    /// files.
    std::unique_ptr<Scratch> scratch() override;

private:
    /// Where a path below the folder leads. An Error when that is out of it.
    Result<std::string> target_of(std::string_view path) const;

    std::string folder_;
    std::string name_;
    Replaced replaced_;
};

enum class Replacement : std::uint8_t { done, changed_meanwhile };
/// Gives the file at `path` the bytes `now`, if at the moment before it still has the bytes `before`. Its rights stay,
/// and a link stays a link. An Error when it may not be written or cannot be.
Result<Replacement> replace_file(const std::string& path, std::string_view before, std::string_view now);

/// Keeps what is written: for tests and for outputs that go into others (a cover).
class MemorySink : public Sink {
public:
    std::map<std::string, std::string, std::less<>> files; ///< closed files by path; "" is the one file
    Result<std::unique_ptr<OutputFile>> open(std::string_view path) override;
    void keep(std::string path, std::string bytes);

private:
    std::mutex mutex_;
};

/// True when `path` (canonical) is `root` or below it.
bool is_inside(std::string_view root, std::string_view path);
/// A path that stays in its folder: relative, no "..", no empty or dot names, no backslash.
bool is_safe_relative(std::string_view path);

} // namespace halfstar
