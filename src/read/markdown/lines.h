// The lines of a text as cmark counts them, and where its blocks stand in it.
#pragma once

#include <cmark.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace halfstar::markdown {

/// Bytes [begin, end).
struct Range {
    std::uint32_t begin = 0, end = 0;
};

/// Numbers count from 1; a number out of range means the nearest line. LF, CR and CRLF end a line.
class Lines {
public:
    explicit Lines(std::string_view text);

    std::uint32_t count() const { return static_cast<std::uint32_t>(begins_.size()); }
    std::uint32_t begin(std::uint32_t line) const { return begins_[index(line)]; }
    /// Of the line's content, before its end mark.
    std::uint32_t end(std::uint32_t line) const { return ends_[index(line)]; }
    std::uint32_t line_at(std::uint32_t offset) const;
    /// The last line up to `line` that is not blank.
    std::uint32_t filled(std::uint32_t line) const { return filled_[index(line)]; }

    /// Where cmark says that a block begins, and the whole of it without trailing blank lines. Its lines
    /// are right, and so is the column of its start.
    std::uint32_t begin_of(cmark_node* block) const;
    Range range_of(cmark_node* block) const;

private:
    std::size_t index(std::uint32_t line) const;
    std::string_view text_;
    std::vector<std::uint32_t> begins_, ends_, filled_;
};

} // namespace halfstar::markdown
