// Glyph runs as text operators: strings of codes, the differences between the advances of the face and
// the places that the page gives, and the words where glyphs alone do not say them.
#pragma once

#include "backends/pdf/content.h"
#include "backends/pdf/painter.h"

#include <halfstar/pages.h>

namespace halfstar::pdf {

/// Shows the run inside the text object that is open.
void show_run(Content& content, const GlyphRun& run, const PaintingPlan& plan);

} // namespace halfstar::pdf
