#include "design/drawing/stars.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace halfstar;

namespace {

const Point origin;
const Length radius = Length::points(100);

/// By the shoelace formula, in square points.
double area(const Path& path) {
    std::vector<Point> points;
    for (const PathStep& step : path)
        if (step.kind != PathStep::Kind::close) points.push_back(step.points[0]);
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point a = points[i], b = points[(i + 1) % points.size()];
        sum += a.x.to_points() * b.y.to_points() - b.x.to_points() * a.y.to_points();
    }
    return std::abs(sum) / 2;
}

Length rightmost(const Path& path) {
    Length x = path.at(0).points[0].x;
    for (const PathStep& step : path)
        if (step.kind != PathStep::Kind::close) x = std::max(x, step.points[0].x);
    return x;
}

StarSpec programme_stars() {
    StarSpec spec;
    spec.radius = Length::points(4.6);
    spec.pitch = Length::points(10.6);
    spec.outline = Length::points(0.5);
    return spec;
}

/// A letter a shape: O outline, F filled.
std::string kinds(const std::vector<Shape>& shapes) {
    std::string letters;
    for (const Shape& shape : shapes) letters += shape.fill ? 'F' : 'O';
    return letters;
}

} // namespace

TEST_CASE("a star has ten points, the first straight up, and is closed") {
    const Path path = star_path(origin, radius);
    REQUIRE(path.size() == 11);
    CHECK(path[0].kind == PathStep::Kind::move);
    CHECK(path[0].points[0] == Point{{}, -radius});
    CHECK(path[5].points[0] == Point{{}, Length::points(42)});
    CHECK(path[10].kind == PathStep::Kind::close);
}

TEST_CASE("a star is symmetrical to the last unit") {
    const Path path = star_path(origin, Length::points(4.6));
    for (std::size_t i = 1; i < 5; ++i) {
        CHECK(path[i].points[0].x == -path[10 - i].points[0].x);
        CHECK(path[i].points[0].y == path[10 - i].points[0].y);
    }
}

TEST_CASE("a star is 1.902 of its radius wide") {
    CHECK(star_width(radius).to_points() == doctest::Approx(190.2).epsilon(0.001));
    CHECK(rightmost(star_path(origin, radius)) == star_width(radius) / 2);
}

TEST_CASE("cuts are by area") {
    const double whole = area(star_path(origin, radius));
    CHECK(area(star_part(origin, radius, 1)) / whole == doctest::Approx(0.25).epsilon(0.01));
    CHECK(area(star_part(origin, radius, 2)) / whole == doctest::Approx(0.5).epsilon(0.0001));
    CHECK(area(star_part(origin, radius, 3)) / whole == doctest::Approx(0.75).epsilon(0.01));
    CHECK(area(star_part(origin, radius, 4)) == whole);
}

TEST_CASE("a half star ends on the axis and repeats no point") {
    const Path half = star_part({Length::points(7), Length::points(9)}, radius, 2);
    CHECK(rightmost(half) == Length::points(7));
    REQUIRE(half.size() == 7); // six points and the close
    for (std::size_t i = 1; i < 6; ++i) CHECK_FALSE(half[i].points[0] == half[i - 1].points[0]);
}

TEST_CASE("quarters beyond a star are a whole one, and none is nothing") {
    CHECK(star_part(origin, radius, 0).empty());
    CHECK(star_part(origin, radius, -1).empty());
    CHECK(star_part(origin, radius, 9).size() == 11);
}

TEST_CASE("whole stars are solid, a part stands on the whole outline, missing ones are outlined") {
    const auto kinds_of = [](int quarters) {
        return kinds(draw_stars({}, {}, quarters, 5, programme_stars(), {}));
    };
    CHECK(kinds_of(0) == "OOOOO");
    CHECK(kinds_of(2) == "OFOOOO");
    CHECK(kinds_of(18) == "FFFFOF");
    CHECK(kinds_of(20) == "FFFFF");
    CHECK(kinds_of(13) == "FFFOFO");
}

TEST_CASE("without missing stars only the earned ones are drawn") {
    StarSpec spec = programme_stars();
    spec.missing_outlined = false;
    CHECK(draw_stars({}, {}, 0, 5, spec, {}).empty());
    CHECK(kinds(draw_stars({}, {}, 2, 1, spec, {})) == "OF");
    CHECK(kinds(draw_stars({}, {}, 14, 5, spec, {})) == "FFFOF");
}

TEST_CASE("an outline is drawn inside the radius") {
    const auto shapes = draw_stars({}, {}, 0, 1, programme_stars(), Paint{216, 57, 31, 1});
    REQUIRE(shapes.size() == 1);
    CHECK(shapes[0].stroke_width == Length::points(0.5));
    CHECK(shapes[0].stroke->spot == 1);
    CHECK(-shapes[0].path[0].points[0].y.to_points() == doctest::Approx(4.6 - 0.9 * 0.5));
}

TEST_CASE("stars stand a pitch apart, the first one's left point where it is told") {
    const auto shapes = draw_stars(Length::points(50), Length::points(20), 8, 2, programme_stars(), {});
    REQUIRE(shapes.size() == 2);
    Length left = shapes[0].path[0].points[0].x;
    for (const PathStep& step : shapes[0].path)
        if (step.kind != PathStep::Kind::close) left = std::min(left, step.points[0].x);
    CHECK(left == Length::points(50));
    CHECK(shapes[1].path[0].points[0].x - shapes[0].path[0].points[0].x == Length::points(10.6));
    CHECK(rightmost(shapes[1].path) == Length::points(50) + stars_width(8, 2, programme_stars()));
}

TEST_CASE("the width is that of the stars which are drawn") {
    StarSpec spec = programme_stars();
    CHECK(stars_width(2, 5, spec) == 4 * spec.pitch + star_width(spec.radius));
    spec.missing_outlined = false;
    CHECK(stars_width(6, 5, spec) == spec.pitch + star_width(spec.radius));
    CHECK(stars_width(0, 5, spec) == Length{});
}
