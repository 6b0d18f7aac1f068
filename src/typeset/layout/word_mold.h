// A word as it is measured wherever it stands, to be copied into texts.
#pragma once

#include "typeset/layout/measured_text.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halfstar::layout {

/// What a word brings to every text that it is in, in one font: it is worked out once and then copied. Large issues have a hundred thousand of them, so what is
/// the same for all parts of a word, or follows from their widths, is not in each. Lengths are units of Length.
struct WordMold {
    struct Box {
        std::uint32_t end = 0; ///< behind its last byte, from the word's first
        std::int32_t width = 0, hang_left = 0, hang_right = 0;
    };
    /// What may be set between any two boxes.
    struct Hyphen {
        std::int32_t width = 0, hang_right = 0, penalty = 0;
    };
    const ShapedWord* shaped = nullptr; ///< null: the word is not measured alike everywhere, or is longer than 32 bits can say
    std::vector<Box> boxes;
    Hyphen hyphen;
    bool in_own_face = false; ///< as a Word has it
};

/// Of the word as it was shaped.
Length width_of(const WordMold& mold);
/// The mold of a shaped word of `text` whose elements are those from `first` on: boxes, and a hyphen between any two.
WordMold cut_mold(const MeasuredText& text, const Word& word, std::size_t first);
/// Appends a word's atoms and elements to the text in which it is the word `index`.
void cast(const WordMold& mold, std::uint32_t index, const LineSpec& spec, MeasuredText& text);
/// How far a box of a justified text may be drawn wider and narrower.
void expand(breaking::Element& box, const LineSpec& spec);

} // namespace halfstar::layout
