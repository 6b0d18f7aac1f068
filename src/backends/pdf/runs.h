// Glyph runs as strokes of a draft: which glyphs, and the differences between the advances of the face and the places that
// the page gives.
#pragma once

#include "backends/pdf/clusters.h"
#include "backends/pdf/content.h"

#include <halfstar/pages.h>

namespace halfstar::pdf {

/// Whether a run can be painted at all.
bool is_paintable(const GlyphRun& run);
/// Whether a glyph of the run can be painted: glyph 0 would print the box for what is missing.
inline bool is_paintable(const Glyph& glyph) { return glyph.id != 0; }

/// Shows a piece of the run inside the text object that is open, and counts its glyphs among the uses of the face.
void show_piece(Content& content, const GlyphRun& run, const Piece& piece, const Face& face, FaceUses& uses);

/// Counts glyphs that are not shown.
void count_piece(const GlyphRun& run, const Piece& piece, FaceUses& uses);

} // namespace halfstar::pdf
