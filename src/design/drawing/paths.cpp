#include "design/drawing/paths.h"

#include <algorithm>

namespace halfstar {

Path circle_path(Point centre, Length radius) {
    // 4/3 (sqrt 2 - 1): where the handles of a quarter circle stand.
    const Length handle{(radius.units * 552'285 + 500'000) / 1'000'000};
    const auto at = [&](Length x, Length y) { return Point{centre.x + x, centre.y + y}; };
    const Length r = radius, h = handle, none{};
    return {
        {PathStep::Kind::move, {at(none, -r), {}, {}}},
        {PathStep::Kind::curve, {at(h, -r), at(r, -h), at(r, none)}},
        {PathStep::Kind::curve, {at(r, h), at(h, r), at(none, r)}},
        {PathStep::Kind::curve, {at(-h, r), at(-r, h), at(-r, none)}},
        {PathStep::Kind::curve, {at(-r, -h), at(-h, -r), at(none, -r)}},
        {PathStep::Kind::close, {}},
    };
}

Path rectangle_path(const Rect& rect) {
    return {
        {PathStep::Kind::move, {{rect.x, rect.y}, {}, {}}},
        {PathStep::Kind::line, {{rect.right(), rect.y}, {}, {}}},
        {PathStep::Kind::line, {{rect.right(), rect.bottom()}, {}, {}}},
        {PathStep::Kind::line, {{rect.x, rect.bottom()}, {}, {}}},
        {PathStep::Kind::close, {}},
    };
}

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

} // namespace halfstar
