// Titles of covers and section openers: as large as they go in the room they have.
#pragma once

#include "typeset/layout/desk.h"

#include <cstddef>
#include <string>

namespace halfstar::layout {

/// What is held against the edges of the room: the letters' boxes, or their ink, which stands nearer.
enum class TitleEdges : std::uint8_t { boxes, ink };

struct TitleRoom {
    Length width, height; ///< lines are `leading` high each
    Length largest;
    Length smallest = Length::points(12);
    std::size_t lines = 3; ///< at most
    double leading = 0.95; ///< of the size
    double step = 0.95;    ///< sizes are tried from the largest down, each this part of the one before
    TitleEdges edges = TitleEdges::boxes;
    Length whole_words = Length::points(24); ///< down to this size no word is parted
};

/// Not composed yet. `bearing` is how far the first letter's ink stands from its origin; `height` and `depth` are
/// how far ink rises over a baseline and falls below it.
struct FittedTitle {
    SetText text;
    Length size, bearing, height, depth;
    std::size_t lines = 0;
    double leading = 0.95;

    Length line_height() const { return size.scaled(leading); }
};

/// `words` in the element's look, in the largest size in which whole words fill no more than the room. The
/// smallest size is kept whatever it takes, and there words may be parted.
FittedTitle fit_title(Desk& desk, const std::string& words, Element element, const TitleRoom& room);

} // namespace halfstar::layout
