// Shortcodes on their way through cmark. Each is handed over as letters for private use, so that no mark in it is read
// as one of CommonMark's; one on lines of its own as a comment of HTML, which parts the paragraphs before and after it
// and needs no blank line. What comes back in words or HTML is what the shortcode means; in code it is what the author
// wrote.
#pragma once

#include "read/html/offsets.h"
#include "read/markdown/shortcodes.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::markdown {

/// How the letters begin in UTF-8.
inline constexpr std::string_view shortcode_letters = "\xEE\x88";

/// A part of words or HTML from cmark: a shortcode, or what stands between two.
struct Part {
    std::string text;                     ///< as written; empty for a shortcode
    std::optional<std::size_t> shortcode; ///< its number
    std::size_t at = 0;                   ///< where it began in what came from cmark
};

class StandIns {
public:
    StandIns() = default;
    /// Finds the shortcodes of `text`, which outlives this; none in a text that uses such letters itself.
    explicit StandIns(std::string_view text);

    std::size_t count() const { return shortcodes_.size(); }
    const Shortcode& operator[](std::size_t number) const { return shortcodes_[number]; }
    /// What cmark gets in the place of a shortcode.
    std::string letters(std::size_t number) const;
    /// Words or code as the author wrote them; what stands in an address is resolved by `in_address`.
    std::string as_written(std::string_view words) const;
    std::string as_address(std::string_view url) const;
    /// Words cut at their shortcodes.
    std::vector<Part> parts_of_words(std::string_view words) const;
    /// HTML cut at the shortcodes that stand in neither tag nor comment.
    std::vector<Part> parts_of_html(std::string_view html) const;

private:
    struct Met {
        std::size_t number = 0;
        std::size_t begin = 0, end = 0; ///< with the comment around it, and the line end that was put beside it
    };
    std::optional<Met> next(std::string_view words, std::size_t from) const;

    std::string_view text_;
    std::vector<Shortcode> shortcodes_;
};

} // namespace halfstar::markdown
