#include "design/drawing/stars.h"

#include <algorithm>
#include <array>
#include <optional>

namespace halfstar {
namespace {

/// Millionths of the outer radius: the points of a star about its centre, the first straight up, then
/// clockwise (y downwards). Sines and cosines of multiples of 36 degrees, the inner ones times .42; as
/// numbers, so that they are the same with every mathematics library.
struct UnitPoint {
    std::int64_t x, y;
};
constexpr std::array<UnitPoint, 10> unit_star = {{
    {0, -1'000'000},
    {246'870, -339'787},
    {951'057, -309'017},
    {399'444, 129'787},
    {587'785, 809'017},
    {0, 420'000},
    {-587'785, 809'017},
    {-399'444, 129'787},
    {-951'057, -309'017},
    {-246'870, -339'787},
}};
constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t half_width = 951'057;

/// The cut's place from the left, in thousandths of the width.
constexpr std::array<std::int64_t, 4> cuts = {0, 359, 500, 641};

Length part_of(Length whole, std::int64_t parts, std::int64_t of) {
    const std::int64_t product = whole.units * parts;
    return {(product + (product < 0 ? -of / 2 : of / 2)) / of};
}

std::array<Point, 10> star_points(Point centre, Length radius) {
    std::array<Point, 10> points;
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = {centre.x + part_of(radius, unit_star[i].x, million),
                     centre.y + part_of(radius, unit_star[i].y, million)};
    return points;
}

Path polygon(const std::vector<Point>& points) {
    Path path;
    for (const Point& point : points) {
        const auto kind = path.empty() ? PathStep::Kind::move : PathStep::Kind::line;
        path.push_back({kind, {point, {}, {}}});
    }
    path.push_back({PathStep::Kind::close, {}});
    return path;
}

/// Where the edge from `a` to `b` meets the vertical at `x`.
Point meeting(Point a, Point b, Length x) {
    return {x, a.y + part_of(b.y - a.y, (x - a.x).units, (b.x - a.x).units)};
}

/// The part of a polygon left of the vertical at `x` (Sutherland and Hodgman, 1974). A star stays one
/// closed line, since its cut edges meet the vertical where the polygon runs along it.
std::vector<Point> left_of(const std::array<Point, 10>& points, Length x) {
    std::vector<Point> kept;
    const auto keep = [&](Point point) {
        if (kept.empty() || !(kept.back() == point)) kept.push_back(point);
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point a = points[i], b = points[(i + 1) % points.size()];
        if (a.x <= x) keep(a);
        if ((a.x <= x) != (b.x <= x)) keep(a.x <= x ? meeting(a, b, x) : meeting(b, a, x));
    }
    return kept;
}

int drawn_stars(int quarters, int count, const StarSpec& spec) {
    const int earned = (std::clamp(quarters, 0, 4 * count) + 3) / 4;
    return spec.missing_outlined ? count : earned;
}

/// The outline that is drawn inside the radius: nine tenths of its thickness in, as the points of a mitred
/// line reach out beyond its corners.
Shape outlined(Point centre, const StarSpec& spec, Paint paint) {
    const Length radius = spec.radius - part_of(spec.outline, 9, 10);
    return {star_path(centre, radius), std::nullopt, paint, spec.outline};
}

} // namespace

Length star_width(Length radius) { return 2 * part_of(radius, half_width, million); }

Path star_path(Point centre, Length radius) {
    const auto points = star_points(centre, radius);
    return polygon({points.begin(), points.end()});
}

Path star_part(Point centre, Length radius, int quarters) {
    const int shown = std::clamp(quarters, 0, 4);
    if (shown == 0) return {};
    if (shown == 4) return star_path(centre, radius);
    const Length width = star_width(radius);
    const Length x = centre.x - width / 2 + part_of(width, cuts[static_cast<std::size_t>(shown)], 1000);
    return polygon(left_of(star_points(centre, radius), x));
}

std::vector<Shape> draw_stars(Length left, Length centre_y, int quarters, int count, const StarSpec& spec,
                              Paint paint) {
    std::vector<Shape> shapes;
    const int drawn = drawn_stars(quarters, count, spec);
    for (int i = 0; i < drawn; ++i) {
        const Point centre = {left + star_width(spec.radius) / 2 + i * spec.pitch, centre_y};
        const int shown = std::clamp(quarters - 4 * i, 0, 4);
        if (shown < 4) shapes.push_back(outlined(centre, spec, paint));
        if (shown > 0) shapes.push_back({star_part(centre, spec.radius, shown), paint, std::nullopt, {}});
    }
    return shapes;
}

Length stars_width(int quarters, int count, const StarSpec& spec) {
    const int drawn = drawn_stars(quarters, count, spec);
    return drawn == 0 ? Length{} : (drawn - 1) * spec.pitch + star_width(spec.radius);
}

} // namespace halfstar
