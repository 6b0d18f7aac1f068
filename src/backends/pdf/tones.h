// A page in black and white alone. Words are black or white, and what is under them is chosen so that they stand out: a
// ground that light words stand on is solid, one of dark words is paper or a screen of few dots.
#pragma once

#include "backends/pdf/inking.h"

#include <vector>

namespace halfstar::pdf {

/// The inks of an item; what it has no use for is black.
struct Tone {
    Ink fill, stroke;
};

/// For each item of the page, in order.
std::vector<Tone> tones_of(const Page& page, const Inking& inking);

} // namespace halfstar::pdf
