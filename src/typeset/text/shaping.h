// From words in a style to glyphs with positions: itemised by script, direction and face, shaped by
// HarfBuzz, cached by word.
#pragma once

#include "design/fonts/font_book.h"
#include "typeset/text/packed_glyphs.h"

#include <halfstar/diagnostics.h>
#include <halfstar/pages.h>
#include <halfstar/style.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// What decides how a word is shaped.
struct TextFont {
    const Face* face = nullptr;
    Length size;
    int tracking = 0;                  ///< thousandths of an em, after each glyph
    std::vector<std::string> features; ///< "smcp", "onum"; case already mapped
    std::string language;              ///< BCP 47
    int weight = 400;
    bool italic = false;
    friend bool operator==(const TextFont&, const TextFont&) = default;
};

/// Glyphs of one face in visual order; positions from the word's left end. Advances are as shaped: with
/// kerning, without tracking.
struct ShapedRun {
    const Face* face = nullptr;
    Length size; ///< a fallback face is scaled to the text's x-height
    bool right_to_left = false;
    PackedGlyphs glyphs; ///< text ranges count from the word's first byte
    Length width;
};
struct ShapedWord {
    std::vector<ShapedRun> runs; ///< visual order
    Length width;
    std::vector<char32_t> missing; ///< characters that no face has, sorted: nothing is set for them
    std::uint64_t safe_cuts = 0; ///< bit i: what stands before byte i is shaped as if nothing followed (HarfBuzz says so)

    /// Width of what stands before a byte, where it is known without shaping that on its own.
    std::optional<Length> width_before(std::uint32_t byte) const;
};

template <class Known> class WordTable;
using ShapedWords = WordTable<ShapedWord>;

/// A TextFont that a Shaper knows by number: what inner loops pass.
using FontNumber = std::uint32_t;

/// Shapes and caches. One a thread, or guarded by its owner. References that it hands out live as long as
/// the table that it keeps words in.
class Shaper {
public:
    /// `families`: the style's fallback families.
    Shaper(const FontBook& fonts, std::vector<std::string> families);
    /// For another thread: siblings know the same words and call fonts by the same numbers.
    explicit Shaper(const Shaper& sibling);
    ~Shaper();
    /// From now on words are kept in `words`, and taken over from `before`, which may be null, when they are met again. Without this
    /// it keeps them in a table of its own or of the sibling that it is of.
    void turn(std::shared_ptr<ShapedWords> words, std::shared_ptr<const ShapedWords> before);
    /// `level` is the bidi level of the word (odd: right to left). A character that no face has becomes
    /// nothing, and is noted in `missing`.
    const ShapedWord& shape(std::string_view word, const TextFont& font, std::uint8_t level);
    /// The number of a font, the same for equal fonts.
    FontNumber number(const TextFont& font);
    /// as above, for a font that was numbered by this shaper or a sibling: one look-up for a word that was met before.
    const ShapedWord& shape(std::string_view word, FontNumber font, std::uint8_t level);
    /// The hyphen that the line breaker sets: U+2010, or `-` in a face without it. Its glyph's text is
    /// U+00AD: range [0, 2) of those two bytes.
    const ShapedWord& hyphen(const TextFont& font);
    /// Characters in words that were asked for since the last call for which no face was found, sorted.
    std::vector<char32_t> take_missing();
    /// As if words had been asked for that no face was found for, in these characters.
    void add_missing(const std::vector<char32_t>& characters);
    /// Width of the space between words in the font, with its tracking if that is not wide.
    Length space(FontNumber font) const;

private:
    struct Shared;
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace halfstar
