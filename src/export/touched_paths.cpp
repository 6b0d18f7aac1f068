#include "export/touched_paths.h"

#include <filesystem>

namespace halfstar {
namespace {

std::string join_path(const std::string& folder, std::string_view name) {
    return folder + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

} // namespace

std::string folder_part(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::string_view name_part(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

TouchedPaths::TouchedPaths(const Touched& touched, const FileReader& disk)
    : touched_(touched), disk_(disk), here_(disk.canonical(".")) {
    for (const std::string& path : touched.paths) {
        names_.emplace(name_part(path));
        folders_.insert(folder_part(path));
    }
}

bool TouchedPaths::is_touched_at_or_above(std::string_view path) const {
    for (std::string at(path);; at = folder_part(at)) {
        if (touched_.paths.contains(at)) return true;
        if (at == "/" || at == ".") return false;
    }
}

const TouchedPaths::Home& TouchedPaths::home(const std::string& folder) {
    const auto [found, is_new] = homes_.try_emplace(folder);
    Home& home = found->second;
    if (!is_new) return home;
    home.canonical = disk_.canonical(folder);
    home.written = (std::filesystem::path(here_) / folder).lexically_normal().string();
    while (home.written.size() > 1 && home.written.ends_with('/'))
        home.written.pop_back();
    // A link that leads elsewhere now is touched itself, not what it led to.
    home.touched = is_touched_at_or_above(home.canonical) || is_touched_at_or_above(home.written);
    return home;
}

bool TouchedPaths::concern(const std::string& path) {
    if (touched_.everything) return true;
    const Home& home = this->home(folder_part(path));
    const std::string_view name = name_part(path);
    if (home.touched) return true;
    return names_.contains(name) && (touched_.paths.contains(join_path(home.canonical, name)) ||
                                     touched_.paths.contains(join_path(home.written, name)));
}

bool TouchedPaths::concern_names_in(const std::string& folder) {
    if (touched_.everything) return true;
    const Home& home = this->home(folder.empty() ? "." : folder);
    return home.touched || folders_.contains(home.canonical);
}

} // namespace halfstar
