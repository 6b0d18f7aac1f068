#include "backends/html/drawing.h"

#include "design/drawing/paths.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("a circle is two arcs, and any other path its steps") {
    const Point centre{Length::points(10), Length::points(20)};
    CHECK(html::path_data(circle_path(centre, Length::points(4.5))) == "M10 15.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0 -9Z");
    Path dented = circle_path(centre, Length::points(4.5));
    dented[1].points[0].x += Length::points(1);
    CHECK(html::path_data(dented).starts_with("M10 15.5C13.49 15.5 14.5 17.51 14.5 20C"));
    CHECK(html::path_data(rectangle_path({{}, {}, Length::points(2), Length::points(1)})) == "M0 0L2 0L2 1L0 1Z");
    CHECK(html::path_data({}).empty());
}

TEST_CASE("lengths are written in hundredths of a point, rounded away from zero") {
    CHECK(html::svg_number(Length::points(1.005)) == "1.01");
    CHECK(html::svg_number(Length::points(-0.25)) == "-0.25");
    CHECK(html::svg_number(Length::points(-1.999)) == "-2");
}
