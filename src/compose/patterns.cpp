// Patterns of paths: `*`, `?` and `**`.

#include <halfstar/issue.h>

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <vector>

namespace halfstar {
namespace {

/// One name against one name. A later `*` takes back what an earlier one took, never more: time is at most the
/// product of both lengths.
bool name_fits(std::u32string_view name, std::u32string_view pattern) {
    std::size_t at = 0, in = 0;
    std::size_t star = std::u32string_view::npos, taken = 0;
    while (at < name.size()) {
        if (in < pattern.size() && pattern[in] == U'*') {
            star = in++;
            taken = at;
        } else if (in < pattern.size() && (pattern[in] == U'?' || pattern[in] == name[at])) {
            ++in;
            ++at;
        } else if (star != std::u32string_view::npos) {
            in = star + 1;
            at = ++taken;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == U'*')
        ++in;
    return in == pattern.size();
}

std::vector<std::u32string> names_of(std::string_view path) {
    std::vector<std::u32string> names;
    for (const std::string_view name : split(path, '/'))
        if (!name.empty() && name != ".") names.push_back(utf8::to_utf32(name));
    return names;
}

/// As name_fits, a folder for a character and `**` for `*`.
bool folders_fit(const std::vector<std::u32string>& path, const std::vector<std::u32string>& pattern) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t at = 0, in = 0, star = none, taken = 0;
    while (at < path.size()) {
        if (in < pattern.size() && pattern[in] == U"**") {
            star = in++;
            taken = at;
        } else if (in < pattern.size() && name_fits(path[at], pattern[in])) {
            ++in;
            ++at;
        } else if (star != none) {
            in = star + 1;
            at = ++taken;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == U"**")
        ++in;
    return in == pattern.size();
}

} // namespace

bool path_fits(std::string_view path, std::string_view pattern) {
    if (pattern.find('/') == std::string_view::npos) path = path.substr(path.rfind('/') + 1);
    std::vector<std::u32string> wanted = names_of(pattern);
    if (wanted.empty()) return false;
    // "drafts/" is all that lies in the folder.
    if (pattern.ends_with('/')) wanted.push_back(U"**");
    return folders_fit(names_of(path), wanted);
}

} // namespace halfstar
