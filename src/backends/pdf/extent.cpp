#include "backends/pdf/extent.h"

namespace halfstar::pdf {

Rect extent(const GlyphRun& run) {
    const Length width = run.glyphs.empty() ? Length{} : run.glyphs.back().x + run.glyphs.back().advance;
    return {run.origin.x, run.origin.y - run.size, width, run.size};
}

Rect reach(const GlyphRun& run) {
    const Rect rect = extent(run);
    if (run.turn == 0) return {rect.x, rect.y, rect.width, rect.height + run.size / 3}; // with what goes below the line
    const Length far = rect.width + run.size;
    return {run.origin.x - far, run.origin.y - far, far * 2, far * 2};
}

bool meet(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

} // namespace halfstar::pdf
