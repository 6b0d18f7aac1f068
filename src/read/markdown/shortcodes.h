// What reviewers' other tools read in a text beside CommonMark: shortcodes of Hugo, Liquid, Nunjucks and WordPress,
// components of MDX, links and comments of vaults, lists of attributes, fences of colons. Each stretch is found in the
// author's text before cmark sees it, and told what it means as HTML and as an address.
#pragma once

#include "read/markdown/lines.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::markdown {

/// Where a stretch stands: in a line of words, on lines of its own (others are parted from it when they are not), or
/// as words that only must not be read as a mark of CommonMark.
enum class Stretch : std::uint8_t { in_line, own_lines, words };

struct Shortcode {
    Range range;                        ///< in the author's text
    Stretch stretch = Stretch::in_line;
    std::string html;                   ///< what stands for it; empty: nothing
    std::string address;                ///< what stands for it within an address
    std::string unknown;                ///< its name, when it is left out because nobody knows it
};

/// All of them, in the order of the text; none begins inside another.
std::vector<Shortcode> find_shortcodes(std::string_view text);

} // namespace halfstar::markdown
