// The lines of a text that ends its lines with LF, one at a time: for what stands before the Markdown. Pure.
#pragma once

#include "foundation/base/strings.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace halfstar::reading {

struct TextLine {
    std::size_t begin = 0, end = 0; ///< without its LF
    std::size_t next = 0;           ///< where the line behind it begins
};

inline TextLine line_at(std::string_view text, std::size_t begin) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    return {begin, end, std::min(end + 1, text.size())};
}

inline std::string_view words_of(std::string_view text, const TextLine& line) {
    return text.substr(line.begin, line.end - line.begin);
}

/// Nothing but white space, of which no-break spaces are.
inline bool is_blank(std::string_view line) {
    const bool begins_word = !line.empty() && line[0] > ' ' && line[0] < 0x7F; // as nearly every line does
    return !begins_word && trim(plain_spaces(line)).empty();
}

} // namespace halfstar::reading
