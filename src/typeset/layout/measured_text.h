// A RichText measured: words shaped, and parted into the boxes, glue and penalties that the paragraph
// breaker takes. Where a line may end is UAX 14's, the hyphenation patterns' and, for addresses, ours.
#pragma once

#include "typeset/breaking/paragraph.h"
#include "typeset/layout/rich_text.h"
#include "typeset/text/hyphenation.h"
#include "typeset/text/shaping.h"
#include "typeset/text/word_table.h"

#include <halfstar/style.h>

#include <cstdint>
#include <memory>
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
    friend bool operator==(const Measuring&, const Measuring&) = default;
};

/// What is shaped as one: no space, one look, one level, no line end but at hyphens.
struct Word {
    std::uint32_t begin = 0, end = 0; ///< bytes of the text
    std::uint16_t stretch = 0;
    std::uint8_t level = 0;
    bool in_own_face = false; ///< known: all of it is set in its type's own face
    const ShapedWord* shaped = nullptr; ///< the whole of it, where that is known already
};

/// What a box or a glue stands for: a part of a word, or a space.
struct Atom {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t word = 0;
};

struct WordMold;

struct MeasuredText {
    std::shared_ptr<const void> known; ///< what its words are shaped in, held for as long as it lives
    RichText rich;
    Measuring measuring; ///< as it was asked for
    std::vector<FontNumber> fonts; ///< of the rich text's types
    std::vector<Word> words; ///< spaces are words of their own
    std::vector<Atom> atoms;
    std::vector<breaking::Element> elements; ///< `source` is an index into atoms
};

/// Measured once, and read by whoever breaks it into lines, sets these and builds their pages.
using SharedText = std::shared_ptr<const MeasuredText>;

inline constexpr std::uint32_t no_word = 0xFFFFFFFF;

/// Shapers and dictionaries, one set a document, whose LineSpec is always the same. A word whose face could not be had has
/// no glyphs.
struct Tools {
    Shaper* shaper = nullptr;
    Hyphenator* hyphenator = nullptr;
    RecentWords<WordMold>* molds = nullptr;
};

MeasuredText measure_text(RichText rich, const LineSpec& spec, const Measuring& measuring, const Tools& tools);

/// The glyphs of bytes [begin, end) of a word, or null when its face could not be had.
const ShapedWord* shape_part(const RichText& rich, const Word& word, std::uint32_t begin, std::uint32_t end,
                             const Tools& tools);
const ShapedWord* shape_part(const MeasuredText& text, const Word& word, std::uint32_t begin, std::uint32_t end,
                             const Tools& tools);
/// The hyphen in the look of a stretch.
const ShapedWord* shape_hyphen(const MeasuredText& text, std::size_t stretch, const Tools& tools);
/// Width of a space in the look of a stretch.
Length space_width(const MeasuredText& text, std::size_t stretch, const Tools& tools);
/// A picture in a line: as high as the line, and never wider than `widest`.
Size line_picture_size(const LinePicture& picture, Length line_height, Length widest);

} // namespace halfstar::layout
