// Where the words of one block stand in the text. cmark counts the columns of its inlines in the block's
// own content, from which the indentation and the marks of every line have been taken off; so after an
// indented continuation line they are not the text's columns, and after link definitions at the head of
// a paragraph the lines are not the text's lines. Each place that cmark names is therefore brought
// into the text and compared with the bytes there; when they differ the words are looked for from the
// last place that was found; when they are not found either, the block stands for them.
#pragma once

#include "read/markdown/lines.h"

#include <cmark.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::markdown {

/// Words of a text node. `plain` words are the text's own bytes; others were escaped or are a character
/// reference, and mean nothing but themselves.
struct PlacedWords {
    std::string words;
    Range range;
    bool plain = false;
};

/// Walks along one block's inlines, in their order.
class Places {
public:
    /// `quotes` is the number of block quotes around the block.
    Places(std::string_view text, const Lines& lines, cmark_node* block, int quotes);

    std::vector<PlacedWords> words(cmark_node* node);
    Range code();
    Range html(std::string_view literal);
    /// A line end: up to where the next line's words begin.
    Range line_end();
    /// The whole block.
    Range block() const { return block_; }
    /// Where the content of the block's line `line` (from 0) begins: behind the marks of quotations and white space.
    std::uint32_t content_begin(std::uint32_t line);
    /// Lines of link definitions at the block's head.
    std::uint32_t dropped() const { return dropped_; }
    /// A picture.
    Range picture(cmark_node* node);
    /// Widens what was found of an element's content to the marks around it.
    Range marked(Range inside, std::uint32_t marks);
    Range link(cmark_node* node, std::optional<Range> inside);

private:
    std::optional<std::uint32_t> told(int line, int column);
    void find_dropped_lines(cmark_node* block);
    std::optional<std::vector<PlacedWords>> aligned(std::uint32_t at, std::string_view literal) const;
    std::uint32_t limited(std::size_t at) const;
    std::uint32_t behind_link(std::uint32_t at) const;
    std::size_t ahead(std::string_view mark) const;

    std::string_view text_;
    const Lines& lines_;
    Range block_;
    int first_line_, first_column_;
    std::uint32_t dropped_ = 0; ///< lines of link definitions before the content
    int quotes_;
    std::vector<std::uint32_t> begins_; ///< of the content on each line, as far as it was asked for
    std::uint32_t cursor_;              ///< behind what was found last
};

} // namespace halfstar::markdown
