#include "backends/html/drawing.h"

#include "backends/html/markup.h"

namespace halfstar::html {

std::string svg_number(Length length) {
    const std::int64_t scaled = length.units * 100;
    const std::int64_t half = Length::per_point / 2;
    return decimal((scaled + (scaled < 0 ? -half : half)) / Length::per_point);
}

std::string path_data(const Path& path) {
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
