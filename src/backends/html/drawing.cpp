#include "backends/html/drawing.h"

#include "backends/html/markup.h"
#include "design/drawing/paths.h"

#include <algorithm>

namespace halfstar::html {
namespace {

bool same_step(const PathStep& a, const PathStep& b) {
    return a.kind == b.kind && std::equal(std::begin(a.points), std::end(a.points), std::begin(b.points));
}

/// A circle as two arcs, a fifth of what its curves take; empty for any other path.
std::string circle_data(const Path& path) {
    if (path.size() < 3) return {};
    const Point top = path[0].points[0], bottom = path[2].points[2];
    const Length radius = (bottom.y - top.y) / 2;
    const Path circle = circle_path({top.x, top.y + radius}, radius);
    if (!std::equal(path.begin(), path.end(), circle.begin(), circle.end(), same_step)) return {};
    const std::string r = svg_number(radius), across = svg_number(radius * 2);
    const std::string arc = "a" + r + " " + r + " 0 0 1 0 ";
    return "M" + svg_number(top.x) + " " + svg_number(top.y) + arc + across + arc + "-" + across + "Z";
}

} // namespace

std::string svg_number(Length length) {
    const std::int64_t scaled = length.units * 100;
    const std::int64_t half = Length::per_point / 2;
    return decimal((scaled + (scaled < 0 ? -half : half)) / Length::per_point);
}

std::string path_data(const Path& path) {
    if (std::string circle = circle_data(path); !circle.empty()) return circle;
    std::string data;
    const auto step = [&](char letter, Point point) {
        data += letter + svg_number(point.x) + " " + svg_number(point.y);
    };
    for (const PathStep& each : path) {
        switch (each.kind) {
        case PathStep::Kind::move: step('M', each.points[0]); break;
        case PathStep::Kind::line: step('L', each.points[0]); break;
        case PathStep::Kind::curve:
            step('C', each.points[0]);
            step(' ', each.points[1]);
            step(' ', each.points[2]);
            break;
        case PathStep::Kind::close: data += 'Z'; break;
        }
    }
    return data;
}

} // namespace halfstar::html
