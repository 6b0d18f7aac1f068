// A RichText measured: words shaped, and parted into the boxes, glue and penalties that the paragraph
// breaker takes. Where a line may end is UAX 14's, the hyphenation patterns' and, for addresses, ours.
#pragma once

#include "typeset/breaking/paragraph.h"
#include "typeset/layout/rich_text.h"
#include "typeset/text/hyphenation.h"
#include "typeset/text/shaping.h"

#include <halfstar/style.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace halfstar::layout {

enum class Hyphenation : std::uint8_t { off, on };

/// Where lines may end that are written without spaces between words: behind each sign, or where a phrase ends.
enum class LineEnds : std::uint8_t { signs, phrases };

/// How a text wants to be measured.
struct Measuring {
    Setting setting = Setting::justified;
    Hyphenation hyphenation = Hyphenation::on;
    LineEnds ends = LineEnds::signs;
    Length narrowest; ///< words wider than this may be parted anywhere
    Length line_height; ///< pictures in the line are at most this high
};

/// What is shaped as one: no space, one look, one level, no line end but at hyphens.
struct Word {
    std::uint32_t begin = 0, end = 0; ///< bytes of the text
    std::uint16_t stretch = 0;
    std::uint8_t level = 0;
};

/// What a box or a glue stands for: a part of a word, or a space.
struct Atom {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t word = 0;
};

struct MeasuredText {
    RichText rich;
    std::vector<Word> words; ///< spaces are words of their own
    std::vector<Atom> atoms;
    std::vector<breaking::Element> elements; ///< `source` is an index into atoms
};

inline constexpr std::uint32_t no_word = 0xFFFFFFFF;

/// Shapers and dictionaries, one set a document. A word whose face could not be had has no glyphs.
struct Tools {
    Shaper* shaper = nullptr;
    Hyphenator* hyphenator = nullptr;
};

MeasuredText measure_text(RichText rich, const LineSpec& spec, const Measuring& measuring, const Tools& tools);

/// The word's glyphs, or null when its face could not be had.
const ShapedWord* shape_part(const RichText& rich, const Word& word, std::uint32_t begin, std::uint32_t end,
                             const Tools& tools);
/// The hyphen in the look of a stretch.
const ShapedWord* shape_hyphen(const RichText& rich, std::size_t stretch, const Tools& tools);
/// Width of a space in the look of a stretch.
Length space_width(const RichText& rich, std::size_t stretch, const Tools& tools);
/// A picture in a line: as high as the line, and never wider than `widest`.
Size line_picture_size(const LinePicture& picture, Length line_height, Length widest);

} // namespace halfstar::layout
