// Strips: a line of words cut out and pasted on, a little askew, as on a page that was made with scissors.
#pragma once

#include "typeset/layout/plate.h"

#include <string>

namespace halfstar::layout {

/// What a strip of words in this size takes: its width and its height over and under the baseline.
Length strip_width(Length words, Length size);
Length strip_height(Length size);

/// Sets the words, in black on white or as the paints say, their strip's left end at `at.x` and their baseline at
/// `at.y`. `index` is which of a page's strips it is: their slants and cuts differ.
void set_strip(Plate& plate, const std::string& words, const WordLook& look, Length size, Point at, std::size_t index,
               Paint paper, StructureId below);

} // namespace halfstar::layout
