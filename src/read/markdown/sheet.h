// Lines that are read once more by themselves: the cells of tables. Each becomes a paragraph of one
// made-up text, so that cmark reads all of them at once and by its own rules. A letter stands on the line
// before each and four spaces in front of it: what it begins with (`#`, `>`, `-`) then opens no block, and
// what stands at its edges is next to white space as it was. The whole text follows behind them,
// for the link definitions in it.
#pragma once

#include "read/html/offsets.h"
#include "read/markdown/lines.h"
#include "read/markdown/manuscript.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::markdown {

class Sheet {
public:
    /// The text that ranges count in.
    explicit Sheet(std::string_view text) : text_(text) {}

    /// Adds the lines as one paragraph and returns its number. They must not all be blank.
    std::size_t add_lines(const std::vector<Range>& lines);
    /// Adds a cell, in which `\|` is a pipe.
    std::size_t add_cell(Range cell);
    /// Reads all that was added.
    void parse();

    cmark_node* paragraph(std::size_t number) const { return paragraphs_[number]; }
    std::string_view text() const { return made_; }
    const Lines& lines() const { return *lines_; }
    /// From its text to the one that ranges count in.
    const OffsetMap& origin() const { return origin_; }

    /// Nodes of a paragraph that were not in the lines: the letter and the line end behind it.
    static constexpr int leading_nodes = 2;

private:
    enum class Pipes : std::uint8_t { plain, escaped };
    void begin();
    void add_line(Range line, Pipes pipes);

    std::string_view text_;
    std::string made_;
    OffsetMap origin_;
    bool has_brackets_ = false;
    std::size_t count_ = 0;
    std::optional<Lines> lines_;
    Document document_;
    std::vector<cmark_node*> paragraphs_;
};

} // namespace halfstar::markdown
