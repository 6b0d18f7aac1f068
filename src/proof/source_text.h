// A source without what is no word of its author's text: front matter, comments, tags, addresses, attributes, marks of
// notes. The reader is not asked, since it is what is being checked; where it is unclear what something is, it is taken
// for no words, so that nothing is called lost that never was text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::proof {

/// Bytes [begin, end) of the source.
struct Stretch {
    std::uint32_t begin = 0, end = 0;
};

/// The text with spaces in the place of what is no word, and everything else where it was.
std::string without_markup(std::string_view source);

/// The lines that have something in them, and the paragraphs that these are, parted by empty lines.
std::vector<Stretch> lines_of(std::string_view text);
std::vector<Stretch> paragraphs_of(std::string_view text);

} // namespace halfstar::proof
