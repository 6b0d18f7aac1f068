#include "export/list/mirror.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <vector>

namespace halfstar {
namespace {

constexpr std::string_view own_prefix = ".halfstar"; ///< of our temporary files, and of the folder of what was made
constexpr std::string_view plain_ending = ".md";
/// What an output's stem ends in when its review's name was kept whole.
constexpr std::string_view kept_endings[] = {".md", ".markdown", ".txt", ".file"};

std::string escaped(char c) {
    constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return {'%', digits[byte >> 4], digits[byte & 15]};
}

/// One name of a path, as a name that can stand anywhere and is no dot, no control and none of ours.
std::string safe_name(std::string_view name) {
    if (name == "..") return escaped('.') + escaped('.');
    std::string safe;
    for (const char c : name) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        safe += c == '%' || c == '\\' || control ? escaped(c) : std::string(1, c);
    }
    return safe.starts_with(own_prefix) ? escaped('.') + safe.substr(1) : safe;
}

/// A folder must not be called what an output of another review may be called.
std::string folder_name(std::string_view name, std::string_view suffix) {
    std::string safe = safe_name(name);
    if (!safe.ends_with(suffix)) return safe;
    const std::size_t dot = safe.size() - suffix.size();
    return safe.substr(0, dot) + escaped(safe[dot]) + safe.substr(dot + 1);
}

bool ends_as_kept(std::string_view name) {
    const std::string lower = ascii_lower(name);
    return std::any_of(std::begin(kept_endings), std::end(kept_endings),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// "b" for "b.md"; the whole name where another review's output could be called so too.
std::string stem_of(std::string_view name) {
    const std::string safe = safe_name(name);
    if (safe.ends_with(plain_ending) && safe.size() > plain_ending.size()) {
        std::string stem = safe.substr(0, safe.size() - plain_ending.size());
        if (!ends_as_kept(stem)) return stem;
    }
    return ends_as_kept(safe) && !safe.ends_with(".file") ? safe : safe + ".file";
}

} // namespace

std::string settled_path(std::string_view path) {
    std::string settled = path.starts_with('/') ? "/" : "";
    for (const std::string_view name : split(path, '/')) {
        if (name.empty() || name == ".") continue;
        if (!settled.empty() && settled.back() != '/') settled += '/';
        settled += name;
    }
    return settled;
}

std::string mirrored_path(std::string_view path, std::string_view suffix) {
    const bool from_top = path.starts_with('/');
    if (from_top) path.remove_prefix(1);
    const std::vector<std::string_view> names = split(path, '/');
    std::string place = from_top ? escaped('/') + "/" : "";
    for (std::size_t i = 0; i + 1 < names.size(); ++i)
        place += folder_name(names[i], suffix) + "/";
    return place + stem_of(names.back()) + std::string(suffix);
}

} // namespace halfstar
