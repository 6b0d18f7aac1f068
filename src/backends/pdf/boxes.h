// The boxes of a page (ISO 32000-1, 14.11.2): the paper with the bleed, and in it the trim.
#pragma once

#include "backends/pdf/survey.h"

#include <string>

namespace halfstar::pdf {

/// The trim and its bleed, from PDF's origin: "[0 0 437.53 613.28]".
std::string media_box(const PageFacts& page);
/// What a printer cuts by: " /TrimBox [...] /BleedBox [...]".
std::string printers_boxes(const PageFacts& page);
/// The operator that brings the trim's corner to where items count from; nothing for a page without bleed.
std::string shift_past_bleed(const PageFacts& page);

} // namespace halfstar::pdf
