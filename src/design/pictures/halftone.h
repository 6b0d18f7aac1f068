// Grays as black and white: a grid of dots, as newspapers have it, or errors passed on from pixel to pixel. In whole
// numbers, so that the same picture gives the same dots on every machine.
#pragma once

#include "design/pictures/pictures.h"

#include <halfstar/inks.h>

namespace halfstar {

/// Gray pixels, all 0 or 255, `width` x `height` of them at `halftone.pixels_per_inch`; `gray` has one channel and is
/// stretched over them.
Pixels halftoned(const Pixels& gray, std::uint32_t width, std::uint32_t height, const Halftone& halftone);

} // namespace halfstar
