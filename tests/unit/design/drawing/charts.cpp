#include "design/drawing/charts.h"
#include "design/drawing/paths.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

using namespace halfstar;

namespace {

using Kind = ChartLabel::Kind;

struct Box {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    double height() const { return bottom - top; }
    double width() const { return right - left; }
};

Box box_of(const Path& path) {
    Box box;
    for (const PathStep& step : path) {
        if (step.kind == PathStep::Kind::close) continue;
        const Point at = step.points[step.kind == PathStep::Kind::curve ? 2 : 0];
        box.left = std::min(box.left, at.x.to_points());
        box.right = std::max(box.right, at.x.to_points());
        box.top = std::min(box.top, at.y.to_points());
        box.bottom = std::max(box.bottom, at.y.to_points());
    }
    return box;
}

std::vector<Box> boxes(const Chart& chart, ChartRole role) {
    std::vector<Box> found;
    for (const ChartShape& shape : chart.shapes)
        if (shape.role == role) found.push_back(box_of(shape.path));
    return found;
}

std::vector<Box> marks(const Chart& chart) {
    std::vector<Box> found = boxes(chart, ChartRole::ink);
    for (const Box& box : boxes(chart, ChartRole::marked)) found.push_back(box);
    return found;
}

std::string words(const Chart& chart, Kind kind) {
    std::string out;
    for (const ChartLabel& label : chart.labels)
        if (label.kind == kind) out += (out.empty() ? "" : " ") + label.words;
    return out;
}

std::vector<Counted> counted(const std::vector<std::uint32_t>& counts) {
    std::vector<Counted> out;
    for (std::size_t i = 0; i < counts.size(); ++i) out.push_back({std::to_string(i + 1), counts[i]});
    return out;
}

bool within(const Chart& chart) {
    for (const ChartShape& shape : chart.shapes) {
        const Box box = box_of(shape.path);
        if (box.left < -0.01 || box.top < -0.01 || box.right > chart.size.width.to_points() + 0.01 ||
            box.bottom > chart.size.height.to_points() + 0.01)
            return false;
    }
    for (const ChartLabel& label : chart.labels)
        if (label.at.y > chart.size.height || label.at.x > chart.size.width || label.at.x.units < 0) return false;
    return true;
}

BarSpec bars() {
    BarSpec spec;
    spec.width = Length::points(240);
    return spec;
}

RowSpec rows(RowMark mark = RowMark::dot) {
    RowSpec spec;
    spec.width = Length::points(240);
    spec.mark = mark;
    return spec;
}

SeatSpec seats() {
    SeatSpec spec;
    spec.width = Length::points(346);
    return spec;
}

} // namespace

TEST_CASE("a circle touches its four sides and is closed") {
    const Path path = circle_path({Length::points(10), Length::points(20)}, Length::points(4));
    const Box box = box_of(path);
    CHECK(box.left == doctest::Approx(6));
    CHECK(box.right == doctest::Approx(14));
    CHECK(box.top == doctest::Approx(16));
    CHECK(box.bottom == doctest::Approx(24));
    CHECK(path.back().kind == PathStep::Kind::close);
}

TEST_CASE("the greatest count is marked, unless too many share it") {
    CHECK(marked_count(counted({1, 4, 2})) == 4);
    CHECK(marked_count(counted({3, 1, 1, 3, 1})) == 3);
    CHECK(marked_count(counted({2, 2, 2, 1})) == 0);
    CHECK(marked_count(counted({0, 7, 0})) == 7);
    CHECK(marked_count(counted({0, 0})) == 0);
    CHECK(marked_count({}) == 0);
}

TEST_CASE("bars are as high as their counts and the highest is marked") {
    const Chart chart = draw_bars(counted({1, 1, 2, 4, 6, 11, 14, 13, 7, 2}), bars());
    const std::vector<Box> ink = boxes(chart, ChartRole::ink), marked = boxes(chart, ChartRole::marked);
    REQUIRE(ink.size() == 9);
    REQUIRE(marked.size() == 1);
    CHECK(marked[0].height() == doctest::Approx(14 * 9.2));
    const std::vector<double> counts = {1, 1, 2, 4, 6, 11, 13, 7, 2};
    for (std::size_t i = 0; i < ink.size(); ++i) {
        CHECK(ink[i].height() == doctest::Approx(counts[i] * 9.2));
        CHECK(ink[i].width() == doctest::Approx(21));
        CHECK(ink[i].bottom == doctest::Approx(chart.baseline.to_points()));
    }
    CHECK(words(chart, Kind::count) == "1 1 2 4 6 11 14 13 7 2");
    CHECK(words(chart, Kind::label) == "1 2 3 4 5 6 7 8 9 10");
    CHECK(boxes(chart, ChartRole::rule).size() == 1);
    CHECK(within(chart));
}

TEST_CASE("bars shrink together so that the highest fits") {
    const Chart chart = draw_bars(counted({500, 1000, 250}), bars());
    const std::vector<Box> ink = boxes(chart, ChartRole::ink), marked = boxes(chart, ChartRole::marked);
    REQUIRE(ink.size() == 2);
    REQUIRE(marked.size() == 1);
    CHECK(marked[0].height() == doctest::Approx(129));
    CHECK(ink[0].height() == doctest::Approx(64.5));
    CHECK(ink[1].height() == doctest::Approx(32.25));
    CHECK(within(chart));
}

TEST_CASE("nothing counted is nothing drawn") {
    CHECK(draw_bars({}, bars()).shapes.empty());
    CHECK(draw_bars(counted({0, 0, 0}), bars()).shapes.empty());
    CHECK(draw_rows({}, rows()).labels.empty());
    CHECK(draw_seats({}, {}, seats()).shapes.empty());
}

TEST_CASE("a count of zero has neither bar nor number, but its label") {
    const Chart chart = draw_bars(counted({2, 0, 1}), bars());
    CHECK(marks(chart).size() == 2);
    CHECK(words(chart, Kind::count) == "2 1");
    CHECK(words(chart, Kind::label) == "1 2 3");
}

TEST_CASE("labels of many narrow bars are thinned out evenly") {
    const Chart chart = draw_bars(counted(std::vector<std::uint32_t>(101, 7)), bars());
    CHECK(marks(chart).size() == 101);
    double before = -100;
    std::size_t labels = 0;
    for (const ChartLabel& label : chart.labels) {
        if (label.kind != Kind::label) continue;
        CHECK(label.at.x.to_points() - before >= 13);
        before = label.at.x.to_points();
        ++labels;
    }
    CHECK(labels > 10);
    CHECK(within(chart));
}

TEST_CASE("a row has a dot for each film") {
    const std::vector<std::uint32_t> counts = {4, 3, 5, 4, 6, 3, 4, 5, 6, 9, 7, 0};
    const Chart chart = draw_rows(counted(counts), rows());
    CHECK(boxes(chart, ChartRole::marked).size() == 9);
    std::map<int, std::uint32_t> by_row;
    for (const Box& dot : marks(chart)) {
        ++by_row[static_cast<int>((dot.top - 0.01) / 13)];
        CHECK(dot.width() == doctest::Approx(8.8));
    }
    for (std::size_t i = 0; i < counts.size(); ++i) CHECK(by_row[static_cast<int>(i)] == counts[i]);
    CHECK(words(chart, Kind::label) == "4 3 5 4 6 3 4 5 6 9 7 0");
    CHECK(within(chart));
}

TEST_CASE("dots of all rows come closer when one row has too many") {
    const Chart chart = draw_rows(counted({31, 10}), rows());
    const std::vector<Box> dots = marks(chart);
    REQUIRE(dots.size() == 41);
    for (const Box& dot : dots) CHECK(dot.right <= 240 - 22 + 0.01);
    CHECK(dots[1].left - dots[0].left == doctest::Approx(152.0 / 31).epsilon(0.001));
    CHECK(dots[0].width() < dots[1].left - dots[0].left);
}

TEST_CASE("rows of hundreds become bars of the same length") {
    const Chart chart = draw_rows(counted({400, 100}), rows());
    const std::vector<Box> ink = boxes(chart, ChartRole::ink), marked = boxes(chart, ChartRole::marked);
    REQUIRE(ink.size() == 1);
    REQUIRE(marked.size() == 1);
    CHECK(marked[0].width() == doctest::Approx(152).epsilon(0.001));
    CHECK(ink[0].width() == doctest::Approx(38).epsilon(0.001));
    CHECK(words(chart, Kind::label) == "400 100");
}

TEST_CASE("rows of people have a star for each film") {
    const Chart chart = draw_rows({{"Adam Driver", 4}, {"Laura Dern", 3}}, rows(RowMark::star));
    REQUIRE(chart.shapes.size() == 7);
    for (const ChartShape& shape : chart.shapes) CHECK(shape.path.size() == 11);
    CHECK(words(chart, Kind::row) == "Adam Driver Laura Dern");
}

TEST_CASE("February has its day more when one of the years is a leap year") {
    YearOfDays days{};
    CHECK(month_length(2, 2019, 2019, days) == 28);
    CHECK(month_length(2, 2020, 2020, days) == 29);
    CHECK(month_length(2, 1900, 1900, days) == 28);
    CHECK(month_length(2, 2000, 2000, days) == 29);
    CHECK(month_length(2, 1895, 2026, days) == 29);
    CHECK(month_length(2, 2017, 2019, days) == 28);
    CHECK(month_length(2, 0, 0, days) == 28);
    days[1][28] = 1;
    CHECK(month_length(2, 0, 0, days) == 29);
    CHECK(month_length(4, 2019, 2019, days) == 30);
    CHECK(month_length(12, 2019, 2019, days) == 31);
}

TEST_CASE("a year of seats has as many as it has days, and a lit one for each day with films") {
    YearOfDays days{};
    days[0][16] = 1;
    days[1][0] = 3;
    days[11][30] = 1;
    std::vector<SeatRow> months;
    for (int month = 1; month <= 12; ++month)
        months.push_back({month, month_length(month, 2019, 2019, days), std::to_string(month), month == 3});
    const Chart chart = draw_seats(days, months, seats());
    CHECK(chart.shapes.size() == 365);
    const std::vector<Box> lit = boxes(chart, ChartRole::marked);
    REQUIRE(lit.size() == 3);
    CHECK(lit[0].width() == doctest::Approx(9.2));
    CHECK(lit[1].left + 4.6 == doctest::Approx(17));
    CHECK(lit[2].right == doctest::Approx(346 - 4.4 + 4.6));
    std::size_t marked = 0;
    for (const ChartLabel& label : chart.labels) marked += label.marked ? 1 : 0;
    CHECK(marked == 1);
    CHECK(words(chart, Kind::day).empty());
}

TEST_CASE("a calendar has the numbers of its days above, and a section only its own months") {
    YearOfDays days{};
    days[3][29] = 1;
    SeatSpec spec = seats();
    spec.numbers = DayNumbers::above;
    const Chart chart = draw_seats(days, {{4, 30, "Apr", false}, {5, 31, "May", false}}, spec);
    CHECK(chart.shapes.size() == 61);
    CHECK(boxes(chart, ChartRole::marked).size() == 1);
    CHECK(words(chart, Kind::day) == "1 5 10 15 20 25 31");
    CHECK(words(chart, Kind::row) == "Apr May");
}

TEST_CASE("a stem is as wide as it is told, in the middle of its column") {
    BarSpec spec;
    spec.width = Length::points(100);
    spec.bar = Length::points(3);
    const std::vector<Box> stems = marks(draw_bars(counted({2, 5}), spec));
    REQUIRE(stems.size() == 2);
    for (const Box& stem : stems) CHECK(stem.width() == doctest::Approx(3).epsilon(0.001));
    CHECK((stems[0].left + stems[0].right) / 2 == doctest::Approx(stems[0].left < 50 ? 25 : 75));
}

TEST_CASE("dots stand for a bar, one a film and without a count, unless they would not fit") {
    BarSpec spec;
    spec.width = Length::points(100);
    spec.unit = Length::points(7);
    spec.dot = Length::points(2.2);
    const Chart stacks = draw_bars(counted({2, 5}), spec);
    CHECK(marks(stacks).size() == 7);
    CHECK(words(stacks, Kind::count).empty());
    const Chart bars = draw_bars(counted({2, 50}), spec);
    CHECK(marks(bars).size() == 2);
    CHECK(words(bars, Kind::count) == "2 50");
}
