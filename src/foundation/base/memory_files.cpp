#include "foundation/base/files.h"

#include <algorithm>

namespace halfstar {
namespace {

/// The path without `.` and `..`, which here need no disk to be resolved.
std::string resolve(std::string_view path) {
    std::vector<std::string_view> names;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view name = path.substr(begin, end - begin);
        if (name == ".." && !names.empty()) names.pop_back();
        if (!name.empty() && name != "." && name != "..") names.push_back(name);
        begin = end + 1;
    }
    std::string out;
    for (const std::string_view name : names) out.append("/").append(name);
    return out.empty() ? "/" : out;
}

class MemoryFile : public OutputFile {
public:
    MemoryFile(MemorySink& sink, std::string path) : sink_(sink), path_(std::move(path)) {}

    Result<void> write(std::string_view bytes) override {
        bytes_.replace(at_, std::min(bytes.size(), bytes_.size() - at_), bytes);
        at_ += bytes.size();
        return {};
    }
    Result<void> seek(std::uint64_t offset) override {
        if (offset > bytes_.size()) return Error{"cannot seek behind the end of '" + path_ + "'"};
        at_ = static_cast<std::size_t>(offset);
        return {};
    }
    std::uint64_t tell() const override { return at_; }
    Result<void> close() override {
        sink_.keep(path_, std::move(bytes_));
        bytes_.clear();
        at_ = 0;
        return {};
    }

private:
    MemorySink& sink_;
    std::string path_;
    std::string bytes_;
    std::size_t at_ = 0;
};

} // namespace

Result<std::string> MemoryReader::read(const std::string& path, std::uint64_t limit) const {
    const auto found = files.find(resolve(path));
    if (found == files.end()) return Error{path + ": No such file or directory"};
    if (found->second.size() > limit) return Error{path + ": larger than " + std::to_string(limit) + " bytes"};
    return found->second;
}

bool MemoryReader::is_file(const std::string& path) const { return files.contains(resolve(path)); }

bool MemoryReader::is_folder(const std::string& path) const { return !list(path).empty(); }

std::string MemoryReader::canonical(const std::string& path) const { return resolve(path); }

std::vector<std::string> MemoryReader::list(const std::string& folder) const {
    std::string start = resolve(folder);
    if (start != "/") start += '/';
    std::vector<std::string> names;
    for (const auto& [path, bytes] : files) {
        if (!path.starts_with(start) || path.size() == start.size()) continue;
        names.push_back(path.substr(start.size(), path.find('/', start.size()) - start.size()));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

void MemorySink::keep(std::string path, std::string bytes) {
    const std::lock_guard lock(mutex_);
    files.insert_or_assign(std::move(path), std::move(bytes));
}

Result<std::unique_ptr<OutputFile>> MemorySink::open(std::string_view path) {
    if (!path.empty() && !is_safe_relative(path))
        return Error{"'" + std::string(path) + "' would be written outside the output folder"};
    return std::unique_ptr<OutputFile>(std::make_unique<MemoryFile>(*this, std::string(path)));
}

} // namespace halfstar
