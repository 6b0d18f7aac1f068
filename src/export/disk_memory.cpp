#include "export/disk_memory.h"

#include "foundation/base/files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace halfstar {
namespace {

using Kind = DiskQuestion::Kind;

DiskAnswer yes_or_no(bool is) {
    DiskAnswer answer{};
    answer[0] = is ? 1 : 2; // not what an answer is that was never given
    return answer;
}

DiskAnswer of_bytes(const Result<std::string>& bytes) {
    Sha256 digest;
    digest.update(bytes ? "bytes " : "error ");
    digest.update(bytes ? *bytes : bytes.error().message);
    return digest.finish();
}

} // namespace

bool is_leftover(std::string_view name) {
    constexpr std::array endings{"~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part", ".crdownload"};
    if (name.empty() || name.starts_with('.') || (name.starts_with('#') && name.ends_with('#'))) return true;
    if (name == "4913") return true; // by which Vim asks whether it may write
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return name.ends_with(ending); });
}

bool WatchedNames::include(std::string_view name) const { return named.contains(name) || (all && !is_leftover(name)); }

void DiskMemory::remember(DiskQuestion question, Known known) const {
    const std::lock_guard lock(mutex_);
    Known& place = known_.try_emplace(std::move(question), Known{{}, 0, {}, build_, build_}).first->second;
    known.first = place.first;
    known.last = build_;
    place = std::move(known);
}

DiskMemory::Known DiskMemory::of_names(const std::string& folder, const std::vector<FolderEntry>& entries) const {
    const std::string at = disk_.canonical(folder);
    std::string all;
    // A folder may be called as it likes, and holds reviews all the same, unless it is hidden.
    const auto matters = [&](const FolderEntry& entry) {
        return !is_leftover(entry.name) || (!entry.name.starts_with('.') && disk_.is_folder(at + "/" + entry.name));
    };
    for (const FolderEntry& entry : entries)
        if (matters(entry) && at + "/" + entry.name != passed_over_) all += entry.name + '/' + std::to_string(static_cast<int>(entry.kind)); // no name has a slash
    return {sha256(all)};
}

DiskMemory::Known DiskMemory::ask(const DiskQuestion& question, std::uint64_t limit) const {
    switch (question.kind) {
    case Kind::bytes:
        return {of_bytes(disk_.read(question.path, limit)), limit};
    case Kind::is_file:
        return {yes_or_no(disk_.is_file(question.path))};
    case Kind::is_folder:
        return {yes_or_no(disk_.is_folder(question.path))};
    case Kind::names:
        return of_names(question.path, disk_.entries(question.path));
    case Kind::canonical:
        break;
    }
    const std::string leads_to = disk_.canonical(question.path);
    return {sha256(leads_to), 0, leads_to};
}

Result<std::string> DiskMemory::read(const std::string& path, std::uint64_t limit) const {
    Result<std::string> bytes = disk_.read(path, limit);
    remember({path, Kind::bytes}, {of_bytes(bytes), limit});
    return bytes;
}

bool DiskMemory::is_file(const std::string& path) const {
    const bool is = disk_.is_file(path);
    remember({path, Kind::is_file}, {yes_or_no(is)});
    return is;
}

bool DiskMemory::is_folder(const std::string& path) const {
    const bool is = disk_.is_folder(path);
    remember({path, Kind::is_folder}, {yes_or_no(is)});
    return is;
}

std::string DiskMemory::canonical(const std::string& path) const {
    std::string leads_to = disk_.canonical(path);
    remember({path, Kind::canonical}, {sha256(leads_to), 0, leads_to});
    return leads_to;
}

std::vector<std::string> DiskMemory::list(const std::string& folder) const {
    std::vector<std::string> names;
    for (FolderEntry& entry : entries(folder))
        names.push_back(std::move(entry.name));
    return names;
}

std::vector<FolderEntry> DiskMemory::entries(const std::string& folder) const {
    std::vector<FolderEntry> found = disk_.entries(folder);
    remember({folder, Kind::names}, of_names(folder, found));
    return found;
}

DiskAnswer DiskMemory::answer(const DiskQuestion& question) const {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(question);
    return found == known_.end() ? DiskAnswer{} : found->second.answer;
}

std::vector<std::string> DiskMemory::end() {
    std::vector<std::string> come_or_gone;
    for (const auto& [question, known] : known_)
        if (question.kind == Kind::bytes && (known.first > ended_) != (known.last != build_))
            come_or_gone.push_back(question.path);
    std::erase_if(known_, [&](const auto& each) { return each.second.last != build_; });
    ended_ = build_;
    return come_or_gone;
}

bool DiskMemory::still_holds(const DiskAnswers& answers) {
    const std::lock_guard lock(mutex_);
    std::vector<Known*> same;
    for (const auto& [question, answer] : answers) {
        const auto found = known_.find(question);
        if (found == known_.end() || found->second.answer != answer) return false;
        same.push_back(&found->second);
    }
    for (Known* known : same)
        known->last = build_;
    return true;
}

template <class Concerns> std::vector<DiskQuestion> DiskMemory::ask_again(const Concerns& concerns) {
    std::vector<DiskQuestion> changed;
    for (auto& [question, known] : known_) {
        if (!concerns(question, known)) continue;
        Known now = ask(question, known.limit);
        now.first = known.first;
        now.last = known.last;
        if (now.answer != known.answer) changed.push_back(question);
        known = std::move(now);
    }
    return changed;
}

std::vector<DiskQuestion> DiskMemory::look_again(const Touched& touched) {
    TouchedPaths paths(touched, disk_);
    std::set<std::string> aliases; // links to what was touched
    for (const auto& [question, known] : known_)
        if (question.kind == Kind::canonical && known.leads_to != question.path && paths.concern(known.leads_to))
            aliases.insert(question.path);
    return ask_again([&](const DiskQuestion& question, const Known&) {
        return paths.concern(question.path) || aliases.contains(question.path) ||
               (question.kind == Kind::names && paths.concern_names_in(question.path));
    });
}

std::map<std::string, WatchedNames> DiskMemory::folders() const {
    std::map<std::string, WatchedNames> found;
    std::map<std::string, std::string> homes; // canonical, of the folders that were asked for
    const auto home = [&](const std::string& folder) -> const std::string& {
        const auto [at, is_new] = homes.try_emplace(folder);
        if (is_new) at->second = disk_.canonical(folder);
        return at->second;
    };
    // Of what is not there, the first name that is missing, in the nearest folder that is there.
    const auto add = [&](std::string folder, std::string name) {
        for (; folder != "/" && !found.contains(folder) && !disk_.is_folder(folder); folder = folder_part(folder))
            name = name_part(folder);
        found[folder].named.insert(std::move(name));
    };
    for (const auto& [question, known] : known_) {
        add(home(folder_part(question.path)), std::string(name_part(question.path)));
        if (!known.leads_to.empty()) add(folder_part(known.leads_to), std::string(name_part(known.leads_to)));
        if (question.kind == Kind::names && disk_.is_folder(question.path)) found[home(question.path)].all = true;
    }
    return found;
}

DiskAnswers DiskWitness::answers() const {
    DiskAnswers answers;
    for (const DiskQuestion& question : asked_)
        answers.emplace(question, memory_.answer(question));
    return answers;
}

Result<std::string> DiskWitness::read(const std::string& path, std::uint64_t limit) const {
    asked_.insert({path, Kind::bytes});
    return memory_.read(path, limit);
}

bool DiskWitness::is_file(const std::string& path) const {
    asked_.insert({path, Kind::is_file});
    return memory_.is_file(path);
}

bool DiskWitness::is_folder(const std::string& path) const {
    asked_.insert({path, Kind::is_folder});
    return memory_.is_folder(path);
}

std::string DiskWitness::canonical(const std::string& path) const {
    asked_.insert({path, Kind::canonical});
    return memory_.canonical(path);
}

std::vector<std::string> DiskWitness::list(const std::string& folder) const {
    asked_.insert({folder, Kind::names});
    return memory_.list(folder);
}

} // namespace halfstar
