// Pipe tables (GitHub Flavored Markdown 0.29, 4.10). cmark reads one as a paragraph, or as a heading when
// a line of dashes stands right under it; so every paragraph's lines are looked at again. What ends a
// table is thereby what ends a paragraph: a blank line or another block.
#pragma once

#include "read/markdown/lines.h"

#include <halfstar/document.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace halfstar::markdown {

struct PipeTable {
    std::vector<Range> before; ///< the paragraph's lines in front of the table
    std::vector<Alignment> columns;
    std::vector<std::vector<Range>> rows; ///< the first is the head; cells without the white space around them
    Range range;
};

/// The table in these lines of one paragraph, if there is one: a row, and under it a delimiter row of as
/// many cells.
std::optional<PipeTable> find_pipe_table(std::string_view text, const std::vector<Range>& lines);

/// The cells of a row.
std::vector<Range> split_row(std::string_view text, Range line);

/// The column that a delimiter row has too many of to be one.
inline constexpr std::size_t column_limit = 256;

} // namespace halfstar::markdown
