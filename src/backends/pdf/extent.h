// Where items stand on a page, as rectangles.
#pragma once

#include <halfstar/pages.h>

#include <optional>

namespace halfstar::pdf {

/// The smallest rectangle that has both.
Rect together(const Rect& a, const Rect& b);
/// Of a path's points; none when it has none.
std::optional<Rect> extent(const Path& path);
/// Of a run that is not turned: its advance wide, its size high.
Rect extent(const GlyphRun& run);
/// All that a run may reach, however it is turned.
Rect reach(const GlyphRun& run);
bool meet(const Rect& a, const Rect& b);

} // namespace halfstar::pdf
