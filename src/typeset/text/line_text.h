// A paragraph's text cut into what a line is made of: words, the spaces between them, and the places
// where a line may end. Pure but for Unicode's tables; fonts and hyphenation come later.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace halfstar {

enum class SegmentKind : std::uint8_t { word, space };

/// Whether a line may end behind a segment. `allowed`: nothing is added there (a space, an em dash, an
/// explicit hyphen, a slash in an address). `hyphen`: the author wrote a soft hyphen there; ending the line
/// sets a hyphen. `mandatory`: the line ends.
enum class BreakAfter : std::uint8_t { none, allowed, hyphen, mandatory };

/// Bytes [begin, end) of the text. Soft hyphens, zero-width spaces and line ends belong to no segment;
/// everything else is in one, in order. A line end that follows another has an empty word of its own.
struct Segment {
    std::uint32_t begin = 0, end = 0;
    SegmentKind kind = SegmentKind::word;
    BreakAfter break_after = BreakAfter::none;
    friend bool operator==(const Segment&, const Segment&) = default;
};

/// Break opportunities are those of UAX 14 in the language's tailoring, with these differences:
/// - words that look like addresses (https://..., www..., a.b/c, a@b.c) may also be parted after a run of
///   `/ . - _ ? & = # : @ ~ +`, with at least 2 characters on either side;
/// - no line starts with a dash: it may end after an em dash between words, and after one between spaces, but
///   not after one that opens a phrase ("palabra —inciso— palabra");
/// - a line ends after a written hyphen only with 2 characters before and 3 behind it, and after a slash only
///   between words of 3 letters or more.
/// A run of white space is one space segment. No-break spaces (U+00A0) are a space segment of their own with
/// `none`: they stretch, but neither they nor the word before them end a line. Narrow and fixed spaces
/// (U+202F, U+2007, U+2009 and their like) are part of a word and keep the width that the face gives them.
std::vector<Segment> segment(std::string_view text, std::string_view language);

/// The same, with the rules asked about every character. `segment` asks them only about what is not plain.
std::vector<Segment> segment_by_rules(std::string_view text, std::string_view language);

} // namespace halfstar
