// Where items stand on a page, as rectangles; of paths see design/drawing/paths.h.
#pragma once

#include "design/drawing/paths.h"

#include <halfstar/pages.h>

namespace halfstar::pdf {

/// Of a run that is not turned: its advance wide, its size high.
Rect extent(const GlyphRun& run);
/// All that a run may reach, however it is turned.
Rect reach(const GlyphRun& run);
bool meet(const Rect& a, const Rect& b);

} // namespace halfstar::pdf
