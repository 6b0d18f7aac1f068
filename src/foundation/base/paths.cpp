#include "foundation/base/files.h"
#include "foundation/base/strings.h"

#include <algorithm>

namespace halfstar {

bool is_inside(std::string_view root, std::string_view path) {
    while (root.size() > 1 && root.back() == '/') root.remove_suffix(1);
    if (root.empty()) return false;
    if (root == "/") return path.starts_with('/');
    return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

bool is_safe_relative(std::string_view path) {
    if (path.empty() || path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos)
        return false;
    const std::vector<std::string_view> names = split(path, '/');
    return std::none_of(names.begin(), names.end(),
                        [](std::string_view name) { return name.empty() || name == "." || name == ".."; });
}

} // namespace halfstar
