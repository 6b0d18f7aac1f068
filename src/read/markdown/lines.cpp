#include "read/markdown/lines.h"

#include "foundation/base/byte_set.h"
#include "foundation/base/first_byte.h"

#include <algorithm>

namespace halfstar::markdown {
namespace {

constexpr ByteSet blanks(" \t");

bool is_blank(std::string_view line) { return blanks.first_other_in(line) == std::string_view::npos; }

} // namespace

Lines::Lines(std::string_view text) : text_(text) {
    std::uint32_t last_filled = 1;
    for (std::size_t at = 0; at < text.size() || begins_.empty();) {
        const std::size_t end = first_byte(text, at, [](auto c) { return (c == '\n') | (c == '\r'); });
        begins_.push_back(static_cast<std::uint32_t>(at));
        ends_.push_back(static_cast<std::uint32_t>(end));
        if (!is_blank(text.substr(at, end - at))) last_filled = count();
        filled_.push_back(last_filled);
        at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
}

std::size_t Lines::index(std::uint32_t line) const { return std::clamp<std::size_t>(line, 1, begins_.size()) - 1; }

std::uint32_t Lines::line_at(std::uint32_t offset) const {
    return static_cast<std::uint32_t>(std::upper_bound(begins_.begin(), begins_.end(), offset) - begins_.begin());
}

std::uint32_t Lines::begin_of(cmark_node* block) const {
    const auto line = static_cast<std::uint32_t>(std::max(cmark_node_get_start_line(block), 1));
    const auto column = static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(block), 1));
    return std::min(begin(line) + column - 1, end(line));
}

Range Lines::range_of(cmark_node* block) const {
    const std::uint32_t first = begin_of(block);
    const int end_line = cmark_node_get_end_line(block) - (cmark_node_get_end_column(block) == 0 ? 1 : 0);
    const std::uint32_t last = filled(static_cast<std::uint32_t>(std::max(end_line, cmark_node_get_start_line(block))));
    std::uint32_t behind = end(last);
    while (behind > first && (text_[behind - 1] == ' ' || text_[behind - 1] == '\t')) --behind;
    return {first, std::max(behind, first)};
}

} // namespace halfstar::markdown
