// Strips: a line of words cut out and pasted on, a little askew, as on a page that was made with scissors.
#pragma once

#include "typeset/layout/plate.h"

#include <optional>
#include <string>
#include <utility>

namespace halfstar::layout {

/// What a strip of words in this size takes: its width and its height over and under the baseline.
Length strip_width(Length words, Length size);
Length strip_height(Length size);
/// How far a strip of words of this width, slant and corners included, reaches over its baseline, whichever strip of a page it is.
Length strip_rise(Length words, Length size);

/// The paper of a strip, and the ink of the edge that parts it from paper of the same colour.
struct StripPaper {
    Paint paint;
    std::optional<Paint> edge = {};
};

/// A strip for words in this size, so wide without it: its left end at `at.x` and its baseline at `at.y`. `index` is
/// which of a page's strips it is: their slants and cuts differ.
struct StripPlace {
    Point at;
    Length size;
    std::size_t index = 0;
};
Shape strip_shape(const StripPlace& place, Length words, const StripPaper& paper);
/// Where its words begin, and the turn that they share with it, in thousandths of a degree.
Point strip_words_at(const StripPlace& place);
std::int32_t strip_turn(std::size_t index);

/// Words for two strips: parted at the space nearest their middle; the second empty where there is none.
std::pair<std::string, std::string> in_halves(const std::string& words);

/// Sets the words on a strip of their own.
void set_strip(Plate& plate, const std::string& words, const WordLook& look, const StripPlace& place,
               const StripPaper& paper, StructureId below);

} // namespace halfstar::layout
