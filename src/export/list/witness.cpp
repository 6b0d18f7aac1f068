#include "export/list/witness.h"

#include "design/pictures/pictures.h"
#include "foundation/base/files.h"
#include "foundation/base/hash.h"

#include <algorithm>

namespace halfstar {
namespace {

std::string told(const std::string& path, const std::string& root) {
    if (path.starts_with('/') && is_inside(root, path)) return "R" + path.substr(root == "/" ? 0 : root.size());
    return "A" + path;
}

std::string path_of(const std::string& told, const std::string& root) {
    std::string path = told.substr(std::min<std::size_t>(1, told.size()));
    return told.starts_with('R') && root != "/" ? root + path : path;
}

std::string ask(Question question, const std::string& path, const FileReader& reader, const std::string& root) {
    switch (question) {
    case Question::read: {
        const Result<std::string> bytes = reader.read(path, picture_byte_limit); // nothing larger was ever read
        return bytes ? hex(sha256(*bytes)) : "";
    }
    case Question::is_file:
        return reader.is_file(path) ? "1" : "0";
    case Question::is_folder:
        return reader.is_folder(path) ? "1" : "0";
    case Question::canonical:
        return told(reader.canonical(path), root);
    }
    return {};
}

} // namespace

Result<std::string> Witness::read(const std::string& path, std::uint64_t limit) const {
    Result<std::string> bytes = reader_.read(path, limit);
    remember(Question::read, path, bytes ? hex(sha256(*bytes)) : "");
    return bytes;
}

bool Witness::is_file(const std::string& path) const {
    const bool found = reader_.is_file(path);
    remember(Question::is_file, path, found ? "1" : "0");
    return found;
}

bool Witness::is_folder(const std::string& path) const {
    const bool found = reader_.is_folder(path);
    remember(Question::is_folder, path, found ? "1" : "0");
    return found;
}

std::string Witness::canonical(const std::string& path) const {
    std::string found = reader_.canonical(path);
    remember(Question::canonical, path, told(found, root_));
    return found;
}

/// What changes between two questions of one run can be trusted by nobody: then no later answer is like it.
void Witness::remember(Question question, const std::string& path, std::string found) const {
    if (path == output_) return;
    const std::lock_guard lock(mutex_);
    const auto [at, is_new] = answers_.emplace(std::pair(question, told(path, root_)), found);
    if (!is_new && at->second != found) at->second = "changed";
}

std::vector<Answer> Witness::answers() const {
    const std::lock_guard lock(mutex_);
    std::vector<Answer> all;
    for (const auto& [asked, found] : answers_)
        all.push_back({asked.first, asked.second, found});
    return all;
}

std::string Witness::digest_of(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    const auto at = answers_.find(std::pair(Question::read, told(path, root_)));
    return at == answers_.end() ? std::string() : at->second;
}

bool found_again(const std::vector<Answer>& answers, const FileReader& reader, const std::string& root) {
    return std::all_of(answers.begin(), answers.end(), [&](const Answer& answer) {
        return ask(answer.question, path_of(answer.path, root), reader, root) == answer.found;
    });
}

} // namespace halfstar
