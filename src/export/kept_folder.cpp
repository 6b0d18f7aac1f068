#include "export/kept_folder.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace halfstar {
namespace {

/// Files of a site are read back whole to be compared; what is larger is written again.
constexpr std::uint64_t comparable_size = 64u << 20;

/// Whether anything stands at `path`, be it a link that leads nowhere.
bool is_there(const std::string& path) {
    struct stat facts {};
    return ::lstat(path.c_str(), &facts) == 0;
}

/// Collects a file and writes it only when it differs from what is there.
class ComparedFile : public OutputFile {
public:
    ComparedFile(DiskSink& sink, const DiskReader& reader, std::string folder, std::string path)
        : sink_(sink), reader_(reader), target_(std::move(folder) + "/" + path), path_(std::move(path)) {}

    Result<void> write(std::string_view bytes) override {
        const std::size_t over = std::min(bytes.size(), bytes_.size() - at_);
        bytes_.replace(at_, over, bytes);
        at_ += bytes.size();
        return {};
    }

    Result<void> seek(std::uint64_t offset) override {
        if (offset > bytes_.size()) return Error{target_ + ": cannot seek behind the end"};
        at_ = static_cast<std::size_t>(offset);
        return {};
    }

    std::uint64_t tell() const override { return at_; }

    Result<void> close() override {
        if (is_there_already()) return {};
        Result<std::unique_ptr<OutputFile>> file = sink_.open(path_);
        if (!file) return file.error();
        if (Result<void> written = (*file)->write(bytes_); !written) return written;
        return (*file)->close();
    }

private:
    bool is_there_already() const {
        const Result<std::string> before = reader_.read(target_, comparable_size);
        return before && *before == bytes_;
    }

    DiskSink& sink_;
    const DiskReader& reader_;
    std::string target_, path_, bytes_;
    std::size_t at_ = 0;
};

} // namespace

Result<std::unique_ptr<OutputFile>> KeptFolder::open(std::string_view path) {
    if (path.empty() || !is_safe_relative(path) || path == list_name)
        return Error{"'" + std::string(path) + "' is no name of a file in " + folder_};
    Result<bool> known = note(path);
    if (!known) return known.error();
    if (*known) return std::unique_ptr<OutputFile>(std::make_unique<ComparedFile>(sink_, reader_, folder_, std::string(path)));
    return sink_.open_new(path);
}

Result<bool> KeptFolder::note(std::string_view path) {
    const std::lock_guard lock(mutex_);
    if (!written_.emplace(path).second) return Error{path_of(path) + ": written twice"};
    if (!list_read_) read_list();
    if (ours_.contains(path)) return true;
    if (Result<void> claimed = claim(std::string(path)); !claimed) return claimed.error();
    return false;
}

void KeptFolder::read_list() {
    list_read_ = true;
    const Result<std::string> list = reader_.read(path_of(list_name), comparable_size);
    if (!list) return;
    for (const std::string_view path : split(*list, '\n'))
        if (!path.empty() && is_safe_relative(path)) ours_.emplace(path);
}

/// A new path goes into the list before its file is there, so that a run that was cut short leaves no file
/// that the next one would take for somebody else's.
Result<void> KeptFolder::claim(const std::string& path) {
    if (!is_in_new_folder(path) && is_there(path_of(path)))
        return Error{path_of(path) + ": is not halfstar's, so it stays; move it away, or name another folder"};
    ours_.insert(path);
    if (!list_.is_open()) {
        if (Result<void> written = write_list(ours_); !written) return written;
        list_.open(path_of(list_name), std::ios::app | std::ios::binary);
    } else {
        list_ << path << '\n';
        list_.flush();
    }
    if (!list_) return Error{path_of(list_name) + ": cannot be written"};
    return {};
}

bool KeptFolder::is_in_new_folder(std::string_view path) {
    const auto [known, is_met] = is_new_.try_emplace(std::string(path.substr(0, path.rfind('/') + 1)));
    if (is_met) {
        const std::string folder = path_of(known->first);
        std::error_code closed; // to us: what is in it cannot be known
        known->second = !is_there(folder) || std::filesystem::is_empty(folder, closed);
    }
    return known->second;
}

Result<void> KeptFolder::write_list(const Paths& paths) {
    std::string list;
    for (const std::string& path : paths)
        list += path + "\n";
    ComparedFile file(sink_, reader_, folder_, std::string(list_name));
    if (Result<void> written = file.write(list); !written) return written;
    return file.close();
}

Result<void> KeptFolder::finish() {
    list_.close();
    if (!list_read_) read_list();
    const std::string folder = reader_.canonical(folder_);
    for (const std::string& path : ours_) {
        if (written_.contains(path)) continue;
        const std::string old = path_of(path);
        // A list that was tampered with, or a folder that became a link, must not reach out of here.
        if (reader_.is_file(old) && is_inside(folder, reader_.canonical(old))) std::remove(old.c_str());
        if (const auto slash = path.rfind('/'); slash != std::string::npos)
            ::rmdir(path_of(path.substr(0, slash)).c_str()); // refused unless empty
    }
    return write_list(written_);
}

} // namespace halfstar
