// The year in numbers on an axis: ratings as stems, months as stacks of dots; and on the second page the nights, who
// was seen most, the best and the worst.
#include "typeset/layout/centred_plates.h"

#include "typeset/layout/centred_plate.h"
#include "typeset/layout/furniture.h"
#include "typeset/layout/plate_year.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr int title_at = 4, fact_after = 6, first_chart = 16; ///< half rows
constexpr int ratings_rows = 17, months_rows = 14;            ///< half rows from a chart's head to its foot
/// The same where decades follow, and the half rows from a chart's foot to the next one's head.
constexpr int three_ratings_rows = 13, three_months_rows = 9, decades_rows = 9, decades_head_after = 6;
constexpr int below_heading = 3, months_head_after = 7;       ///< half rows
constexpr int note_after = 5;                                 ///< half rows from a chart's foot
constexpr double rule_drop = 1.2;                             ///< rows from a title to the short rule
const Length stem = Length::points(3), stem_unit = Length::points(10), dot = Length::points(2.2),
             dot_unit = Length::points(7);
constexpr int calendar_head = 2, calendar_after = 4, part_after = 6, ranking_after = 5; ///< half rows
const Length night = Length::points(2.5), no_night = Length::points(0.55), night_rise = Length::points(3);
const Length after_name = Length::points(10), table_inset = Length::points(50);
constexpr std::size_t best_most = 5; ///< films

class CentredNumbers {
public:
    CentredNumbers(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), centred_(desk, page, parent), statistics_(desk.edition.statistics) {}

    void set() {
        const Length title = centred_.page_title(std::string(desk_.words.word("numbers")), centred_.at(title_at));
        centred_.rule(title + desk_.grid().scaled(rule_drop));
        centred_.line(fact(), Element::credit, title + desk_.grid() * fact_after / 2);
        const bool three = has_decades(statistics_);
        int at = first_chart;
        if (const std::vector<Counted> counted = ratings(); any(counted))
            at = chart("ratings", counted, at, three ? three_ratings_rows : ratings_rows, stems(), ratings_said(desk_)) +
                 (three ? decades_head_after : months_head_after);
        if (const std::vector<Counted> counted = months(); any(counted))
            at = months(counted, at, three ? three_months_rows : months_rows) + decades_head_after;
        if (three) chart("decades", decades_of(desk_), at, decades_rows, stems(), decades_said(desk_));
    }

private:
    /// Where it has its foot; a note stands below where nothing else does.
    int months(const std::vector<Counted>& counted, int at, int rows) {
        std::vector<int> all;
        for (int month = 1; month <= 12; ++month)
            all.push_back(month);
        const int foot =
            chart("months-head", counted, at, rows, stacks(), months_said(desk_, "chart-months", all));
        if (!has_decades(statistics_))
            centred_.line(note(counted), Element::occasion, centred_.at(foot + note_after));
        return foot;
    }

    static bool any(const std::vector<Counted>& counted) {
        return std::any_of(counted.begin(), counted.end(), [](const Counted& one) { return one.count > 0; });
    }

    std::string fact() const {
        const std::string years = years_said(statistics_);
        return joined({films_said(desk_.words, statistics_.films),
                       years.empty() ? std::string() : Locale::fill(desk_.words.word("seen-in"), {years})},
                      ", ");
    }

    std::vector<Counted> ratings() const {
        std::vector<Counted> counted;
        for (const Statistics::RatingCount& one : statistics_.ratings)
            counted.push_back({step_said(desk_.words, one.rating), one.count});
        return counted;
    }

    std::vector<Counted> months() const {
        const std::vector<std::string> names = short_months(desk_.words);
        std::vector<Counted> counted;
        for (std::size_t i = 0; i < 12; ++i)
            counted.push_back({names[i], statistics_.months[i]});
        return counted;
    }

    BarSpec stems() const {
        BarSpec spec;
        spec.bar = stem;
        spec.unit = stem_unit;
        return spec;
    }
    BarSpec stacks() const {
        BarSpec spec;
        spec.dot = dot;
        spec.unit = dot_unit;
        return spec;
    }

    /// A heading, and below it bars in at most so many half rows; the half row on which they have their foot.
    int chart(std::string_view heading, const std::vector<Counted>& counted, int at, int rows, BarSpec spec,
              std::string said) {
        centred_.heading(std::string(desk_.words.word(heading)), Element::chart_heading, centred_.at(at),
                         desk_.level + 1);
        spec.width = centred_.column().width;
        spec.rule = desk_.style().hairline;
        const Length half = desk_.grid() / 2;
        spec.tallest = half * (rows - below_heading);
        Plate& plate = centred_.plate();
        ChartLook look = chart_look(plate);
        const bool stacked = spec.dot.units > 0;
        look.label = [stacked](const ChartLabel& label) {
            if (label.kind == ChartLabel::Kind::count) return WordLook(Element::chart_count);
            return WordLook(stacked ? Element::chart_row : Element::chart_label);
        };
        const Chart bars = draw_bars(counted, spec);
        const auto high = static_cast<int>((bars.baseline.units + half.units - 1) / half.units);
        const int foot = at + std::min(rows, high + below_heading - 1);
        plate.chart(bars, centred_.column().x, centred_.at(foot), look, plate.figure(std::move(said)));
        return foot;
    }

    /// "median 3½; most in October: 9"
    std::string note(const std::vector<Counted>& counted) const {
        std::vector<std::string> parts;
        if (statistics_.median)
            parts.push_back(Locale::fill(desk_.words.word("median"), {step_said(desk_.words, *statistics_.median)}));
        const std::uint32_t most = marked_count(counted);
        std::vector<std::string> fullest;
        for (std::size_t i = 0; i < counted.size(); ++i)
            if (most > 0 && counted[i].count == most) fullest.push_back(desk_.words.months[i]);
        if (!fullest.empty())
            parts.push_back(Locale::fill(desk_.words.word("fullest"), {joined(fullest, ", "), std::to_string(most)}));
        return joined(parts, "; ");
    }

    Desk& desk_;
    CentredPlate centred_;
    const Statistics& statistics_;
};

class CentredYear {
public:
    CentredYear(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), page_(page), centred_(desk, page, parent), statistics_(desk.edition.statistics) {}

    void set() {
        Desk headed = desk_;
        headed.heading = desk_.words.word("numbers");
        set_running_head(headed, page_, {});
        int at = calendar_head;
        if (std::any_of(statistics_.months.begin(), statistics_.months.end(), [](std::uint32_t n) { return n > 0; }))
            at = calendar(at);
        const int foot = (desk_.page().rows - 1) * 2;
        if (!statistics_.most_seen.empty()) at = most_seen(at, foot - ranking_after * 2);
        at = ranking("best", statistics_.best, at);
        ranking("worst", statistics_.worst, at);
    }

private:
    void heading(std::string_view key, int at) {
        centred_.heading(std::string(desk_.words.word(key)), Element::chart_heading, centred_.at(at), desk_.level + 1);
    }

    /// The nights of the year, a row a month; where what follows goes.
    int calendar(int at) {
        heading("every-day", at);
        const std::vector<std::string> names = short_months(desk_.words);
        SeatSpec spec;
        spec.width = centred_.column().width;
        spec.edge = spec.film = night;
        spec.leading = desk_.grid();
        spec.empty = no_night;
        spec.rise = night_rise;
        std::vector<SeatRow> rows;
        std::vector<int> months;
        for (int month = 1; month <= 12; ++month) {
            const std::string& name = names[static_cast<std::size_t>(month - 1)];
            rows.push_back({month, month_length(month, statistics_.first_year, statistics_.last_year, statistics_.days),
                            name, false});
            months.push_back(month);
            spec.seats = std::max(spec.seats, centred_.plate().width_of(name, Element::chart_row) + after_name + night);
        }
        ChartLook look = chart_look(centred_.plate());
        look.label = [](const ChartLabel&) { return WordLook(Element::chart_row); };
        centred_.plate().chart(draw_seats(statistics_.days, rows, spec), centred_.column().x,
                               centred_.at(at + calendar_after), look,
                               centred_.plate().figure(months_said(desk_, "chart-days", months)));
        return at + calendar_after + 22 + part_after;
    }

    /// Names, leaders, and in how many films; where what follows goes.
    int most_seen(int at, int foot) {
        heading("most-seen", at);
        at += calendar_after;
        const Column& measure = centred_.column();
        const Length inset = std::min(table_inset, measure.width / 6);
        const Column table{measure.x + inset, measure.width - inset * 2};
        const StructureId list = centred_.plate().add(StructureRole::list);
        for (const Statistics::PersonCount& one : statistics_.most_seen) {
            if (at > foot - ranking_after) break;
            person(one, table, centred_.at(at), list);
            at += 2;
        }
        return at - 2 + part_after;
    }

    void person(const Statistics::PersonCount& one, const Column& table, Length y, StructureId list) {
        const StructureId body =
            desk_.structure.add(desk_.structure.add(list, StructureRole::list_item), StructureRole::list_body);
        Plate& plate = centred_.plate();
        const WordLook name(Element::section_entry, Setting::ragged),
            films(Element::section_fact, Setting::ranged_right);
        const std::string count = std::to_string(one.films);
        const std::string said = plate.shortened(one.name, name, table.width * 3 / 4);
        const bool leftwards = desk_.right_to_left();
        plate.lines(said, name, table, y, body);
        plate.lines(count, films, table, y, body);
        const Length near = plate.width_of(said, name), far = plate.width_of(count, films);
        desk_.composition.pages[page_].contents.emplace_back(
            leftwards ? PlacedLeader{table.x + far, table.x + table.width - near, y}
                      : PlacedLeader{table.x + near, table.x + table.width - far, y});
    }

    /// The films on one axis, parted by commas; where what follows goes.
    int ranking(std::string_view key, const std::vector<WorkReference>& films, int at) {
        std::vector<std::string> titles;
        for (const WorkReference& film : films)
            if (const Work* work = work_of(desk_.edition, film); work != nullptr && titles.size() < best_most)
                titles.push_back(work->title.value);
        if (titles.empty()) return at;
        heading(key, at);
        const Length first = centred_.at(at + 2);
        const Length last = centred_.line(joined(titles, ", "), Element::section_fact, first);
        return at + 2 + static_cast<int>((last - first).units * 2 / std::max<std::int64_t>(1, desk_.grid().units)) +
               ranking_after - 1;
    }

    Desk& desk_;
    std::size_t page_;
    CentredPlate centred_;
    const Statistics& statistics_;
};

} // namespace

void set_centred_numbers(Desk& desk, std::size_t page, StructureId parent) { CentredNumbers(desk, page, parent).set(); }

void set_centred_year(Desk& desk, std::size_t page, StructureId parent) { CentredYear(desk, page, parent).set(); }

} // namespace halfstar::layout
