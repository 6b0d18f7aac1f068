#include "design/drawing/charts.h"

#include "design/drawing/paths.h"
#include "design/drawing/stars.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <utility>

namespace halfstar {

namespace {

using Align = ChartLabel::Align;
using Kind = ChartLabel::Kind;

constexpr double count_digit = 4.6;     ///< points that a digit above a bar takes, about
const Length count_height = Length::points(6);  ///< above the baseline of a count
const Length row_height = Length::points(8);    ///< above the baseline of a row's name
const Length descent = Length::points(3);       ///< below a baseline
const Length finest_pitch = Length::points(3);  ///< marks closer than this cannot be counted

std::uint32_t greatest(const std::vector<Counted>& counted) {
    std::uint32_t most = 0;
    for (const Counted& one : counted) most = std::max(most, one.count);
    return most;
}

/// How many columns a word takes when a column is `column` wide.
std::size_t columns_taken(std::size_t characters, double width, Length column) {
    const auto wide = Length::points(static_cast<double>(characters) * width + 2).units;
    const std::int64_t unit = std::max<std::int64_t>(1, column.units);
    return static_cast<std::size_t>(std::max<std::int64_t>(1, (wide + unit - 1) / unit));
}

std::size_t label_step(const std::vector<Counted>& counted, Length character, Length column) {
    std::size_t step = 1;
    for (const Counted& one : counted)
        step = std::max(step, columns_taken(utf8::count(one.label), character.to_points(), column));
    return step;
}

bool counts_fit(const std::vector<Counted>& counted, Length column) {
    return columns_taken(std::to_string(greatest(counted)).size(), count_digit, column) == 1;
}

/// As many dots in place of a bar, each in the middle of its share of it.
void stack_dots(Chart& chart, const Rect& bar, std::uint32_t count, Length radius, ChartRole role) {
    const Length unit = bar.height / count;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Point centre{bar.x + bar.width / 2, bar.y + bar.height - unit * i - unit / 2};
        chart.shapes.push_back({circle_path(centre, radius), role});
    }
}

/// The marks of one row, or what stands for them.
class RowDrawer {
public:
    RowDrawer(const std::vector<Counted>& counted, const RowSpec& spec)
        : spec_(spec), pitch_(spec.pitch), radius_(spec.radius) {
        const std::uint32_t most = greatest(counted);
        const Length room = spec.width - spec.marks - spec.counts;
        const Length wide = half() * 2;
        if (most < 2 || wide + pitch_ * (most - 1) <= room) return;
        pitch_ = room / most;
        radius_ = std::min(radius_, pitch_.scaled(spec.radius.to_points() / spec.pitch.to_points() * 1.2));
    }

    void draw(Chart& chart, std::uint32_t count, ChartRole role, Length baseline) const {
        const Length y = baseline - spec_.rise;
        if (pitch_ < finest_pitch) {
            const Length high = spec_.radius * 3 / 2;
            chart.shapes.push_back({rectangle_path({spec_.marks, y - high / 2, pitch_ * count, high}), role});
            return;
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            const Point centre{spec_.marks + half() + pitch_ * i, y};
            chart.shapes.push_back({path(centre), role});
        }
    }

private:
    Length half() const { return spec_.mark == RowMark::star ? star_width(radius_) / 2 : radius_; }
    Path path(Point centre) const {
        return spec_.mark == RowMark::star ? star_path(centre, radius_) : circle_path(centre, radius_);
    }

    const RowSpec& spec_;
    Length pitch_, radius_;
};

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

constexpr std::array<int, 12> month_lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr std::array<int, 7> numbered_days = {1, 5, 10, 15, 20, 25, 31};

} // namespace

std::uint32_t marked_count(const std::vector<Counted>& counted) {
    const std::uint32_t most = greatest(counted);
    std::size_t with_most = 0, any = 0;
    for (const Counted& one : counted) {
        if (one.count > 0) ++any;
        if (one.count == most) ++with_most;
    }
    return with_most == 1 || (with_most == 2 && any >= 4) ? most : 0;
}

Chart draw_bars(const std::vector<Counted>& counted, const BarSpec& spec) {
    Chart chart;
    const std::uint32_t most = greatest(counted);
    if (counted.empty() || most == 0) return chart;
    const auto number = static_cast<std::int64_t>(counted.size());
    const Length unit = spec.unit * most <= spec.tallest ? spec.unit : Length{};
    const auto height = [&](std::uint32_t count) {
        return unit.units > 0 ? unit * count : Length{spec.tallest.units * count / most};
    };
    chart.baseline = count_height + spec.count_rise + height(most);
    chart.size = {spec.width, chart.baseline + spec.label_drop + descent};
    const Length column = spec.width / number;
    const Length gap = std::min(spec.gap, column / 4);
    const Length wide = spec.bar.units > 0 ? std::min(spec.bar, column - gap) : column - gap;
    const bool dotted = spec.dot.units > 0 && unit.units > 0;
    const std::size_t step = label_step(counted, spec.character, column);
    const bool with_counts = counts_fit(counted, column);
    const std::uint32_t mark = marked_count(counted);
    for (std::size_t i = 0; i < counted.size(); ++i) {
        const Counted& one = counted[i];
        const Length left = Length{spec.width.units * static_cast<std::int64_t>(i) / number};
        const Length middle = left + column / 2;
        const bool marked = one.count == mark && mark > 0;
        if (one.count > 0) {
            const Length high = height(one.count);
            const Rect bar{left + (column - wide) / 2, chart.baseline - high, wide, high};
            const ChartRole role = marked ? ChartRole::marked : ChartRole::ink;
            if (dotted) stack_dots(chart, bar, one.count, spec.dot, role);
            else chart.shapes.push_back({rectangle_path(bar), role});
            const bool inside = spec.count_drop.units > 0 && high > spec.count_drop * 4 / 3;
            const Length count = chart.baseline - high + (inside ? spec.count_drop : -spec.count_rise);
            if (!dotted && (with_counts || one.count == most))
                chart.labels.push_back(
                    {std::to_string(one.count), {middle, count}, Align::centre, Kind::count, marked, inside});
        }
        if (i % step == 0 && !one.label.empty())
            chart.labels.push_back(
                {one.label, {middle, chart.baseline + spec.label_drop}, Align::centre, Kind::label, false});
    }
    if (spec.rule.units > 0)
        chart.shapes.push_back({rectangle_path({{}, chart.baseline, spec.width, spec.rule}), ChartRole::rule});
    return chart;
}

Chart draw_rows(const std::vector<Counted>& counted, const RowSpec& spec) {
    Chart chart;
    if (counted.empty()) return chart;
    const RowDrawer drawer(counted, spec);
    const std::uint32_t mark = marked_count(counted);
    chart.baseline = row_height;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        const Counted& one = counted[i];
        const Length baseline = chart.baseline + spec.leading * static_cast<std::int64_t>(i);
        const bool marked = one.count == mark && mark > 0;
        chart.labels.push_back({one.label, {{}, baseline}, Align::left, Kind::row, false});
        drawer.draw(chart, one.count, marked ? ChartRole::marked : ChartRole::ink, baseline);
        chart.labels.push_back({std::to_string(one.count), {spec.width, baseline}, Align::right, Kind::label, false});
    }
    chart.size = {spec.width, chart.baseline + spec.leading * static_cast<std::int64_t>(counted.size() - 1) + descent};
    return chart;
}

int month_length(int month, int first_year, int last_year, const YearOfDays& days) {
    if (month < 1 || month > 12) return 31;
    const int length = month_lengths[static_cast<std::size_t>(month - 1)];
    if (month != 2) return length;
    bool leap = days[1][28] > 0;
    // Of eight years running, one at least is a leap year.
    for (int year = std::max(first_year, last_year - 8); first_year > 0 && year <= last_year; ++year)
        leap = leap || is_leap(year);
    return leap ? length + 1 : length;
}

Chart draw_seats(const YearOfDays& days, const std::vector<SeatRow>& rows, const SeatSpec& spec) {
    Chart chart;
    if (rows.empty()) return chart;
    const Length room = spec.width - spec.seats - spec.edge;
    const auto seat = [&](int day) { return spec.seats + Length{room.units * (day - 1) / 30}; };
    const bool numbered = spec.numbers == DayNumbers::above;
    chart.baseline = row_height + (numbered ? spec.leading : Length{});
    for (const int day : numbered_days)
        if (numbered)
            chart.labels.push_back({std::to_string(day), {seat(day), row_height}, Align::centre, Kind::day, false});
    Length baseline = chart.baseline;
    for (const SeatRow& row : rows) {
        const Length label = row.marked ? baseline + spec.marked_rise - spec.rise : baseline;
        if (!row.label.empty()) chart.labels.push_back({row.label, {{}, label}, Align::left, Kind::row, row.marked});
        for (int day = 1; day <= std::clamp(row.length, 0, 31); ++day) {
            const bool film = days[static_cast<std::size_t>(row.month - 1) % 12][static_cast<std::size_t>(day - 1)] > 0;
            chart.shapes.push_back({circle_path({seat(day), baseline - spec.rise}, film ? spec.film : spec.empty),
                                    film ? ChartRole::marked : ChartRole::ink});
        }
        baseline += spec.leading;
    }
    chart.size = {spec.width, baseline - spec.leading + descent};
    return chart;
}

} // namespace halfstar
