// Glyph runs as text operators: strings of codes, the differences between the advances of the face and
// the places that the page gives.
#pragma once

#include "backends/pdf/clusters.h"
#include "backends/pdf/content.h"
#include "backends/pdf/painter.h"

#include <halfstar/pages.h>

namespace halfstar::pdf {

/// Shows a piece of the run inside the text object that is open.
void show_piece(Content& content, const GlyphRun& run, const Piece& piece, const PaintingPlan& plan);

} // namespace halfstar::pdf
