#include "backends/pdf/extent.h"

#include <algorithm>

namespace halfstar::pdf {

Rect together(const Rect& a, const Rect& b) {
    const Length x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

std::optional<Rect> extent(const Path& path) {
    std::optional<Rect> box;
    for (const PathStep& step : path) {
        const int points = step.kind == PathStep::Kind::close ? 0 : step.kind == PathStep::Kind::curve ? 3 : 1;
        for (int i = 0; i < points; ++i) {
            const Rect point{step.points[i].x, step.points[i].y, {}, {}};
            box = box ? together(*box, point) : point;
        }
    }
    return box;
}

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
