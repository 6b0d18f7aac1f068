#include "foundation/data/yaml_extent.h"

#include <algorithm>

namespace halfstar::yaml {
namespace {

constexpr std::string_view blank = " \t\n";

std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

std::size_t indentation(std::string_view text, std::size_t line) {
    return std::min(text.find_first_not_of(' ', line), text.size()) - line;
}

/// Columns before the first word of the line in which `at` stands, with the dashes of a list.
std::size_t parent_indentation(std::string_view text, std::size_t at) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return indentation(text, line);
}

} // namespace

std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value) {
    std::size_t at = begin, end = begin;
    for (const char c : value) {
        if (blank.find(c) != std::string_view::npos) continue;
        at = text.find_first_not_of(blank, at);
        if (at == std::string_view::npos || text[at] != c) break;
        end = ++at;
    }
    return end;
}

std::optional<std::size_t> quoted_end(std::string_view text, std::size_t begin) {
    const char mark = text[begin];
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (mark == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == mark) {
            const bool doubled = mark == '\'' && at + 1 < text.size() && text[at + 1] == mark;
            if (!doubled) return at + 1;
            ++at;
        }
    }
    return std::nullopt;
}

std::size_t block_end(std::string_view text, std::size_t begin) {
    const std::size_t parent = parent_indentation(text, begin);
    std::size_t end = line_end(text, begin);
    std::size_t least = 0;
    for (std::size_t line = end + 1; line < text.size(); line = line_end(text, line) + 1) {
        const std::size_t words = line + indentation(text, line);
        if (words >= text.size() || text[words] == '\n') continue;
        const std::size_t depth = words - line;
        if (least == 0 && depth <= parent) break;
        if (least == 0) least = depth;
        if (depth < least) break;
        end = line_end(text, line);
    }
    return end;
}

} // namespace halfstar::yaml
