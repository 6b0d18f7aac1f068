#include "typeset/layout/plate_year.h"

#include "typeset/layout/statements.h"

#include "design/drawing/stars.h"
#include "foundation/base/strings.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int first_row = 1, calendar_after = 3, calendar_rows = 12;
constexpr double rule_drop = 4.25;   ///< points below a baseline
constexpr double days_from = 27;     ///< points from the edge to the first day
constexpr double people_from = 108;  ///< points from the column's edge to the stars
constexpr double after_name = 10;    ///< points between a name and what is drawn behind it
constexpr double star_rise = 3;      ///< points of a star's middle over the baseline

} // namespace

bool YearParts::has_days(const Statistics& statistics) {
    for (const auto& month : statistics.days)
        for (const std::uint8_t day : month)
            if (day > 0) return true;
    return false;
}

void YearParts::set() {
    plate_.head_rule();
    int row = first_row;
    if (has_days(statistics_)) row = calendar(first_row) + 1;
    const std::size_t films = std::min(ranked, std::max(statistics_.best.size(), statistics_.worst.size()));
    const int below = films == 0 ? 0 : static_cast<int>(films) + 3;
    if (!statistics_.most_seen.empty()) row = most_seen(start(row), desk_.page().rows - 1 - below) + 1;
    if (films > 0) best_and_worst(start(row));
}

/// Where a part begins whose rule ends `row`, or at the head, which has its own.
int YearParts::start(int row) {
    if (row == first_row) return row + 1;
    rule(plate_, row);
    return row + 2;
}

void YearParts::heading(std::string_view key, const Column& column, int row, const WordLook& look) {
    plate_.lines(std::string(desk_.words.word(key)), look, column, plate_.row(row),
                 plate_.heading(desk_.level + 1));
}

/// The last row that it takes, which is free.
int YearParts::calendar(int row) {
    heading("every-day", frame_, row);
    SeatSpec spec;
    spec.width = frame_.width;
    spec.seats = Length::points(days_from);
    spec.edge = Length::points(3);
    spec.leading = desk_.grid();
    spec.film = Length::points(4.3);
    spec.empty = Length::points(0.9);
    spec.rise = Length::points(2.6);
    spec.numbers = DayNumbers::above;
    const std::vector<std::string> names = short_months(desk_.words);
    std::vector<SeatRow> rows;
    std::vector<int> months;
    for (int month = 1; month <= 12; ++month) {
        const std::string& name = names[static_cast<std::size_t>(month - 1)];
        const int length = month_length(month, statistics_.first_year, statistics_.last_year, statistics_.days);
        rows.push_back({month, length, name, false});
        months.push_back(month);
        spec.seats = std::max(spec.seats, plate_.width_of(name, Element::chart_day) + Length::points(after_name));
    }
    ChartLook look = chart_look(plate_);
    look.label = [](const ChartLabel&) { return WordLook(Element::chart_day); };
    plate_.chart(draw_seats(statistics_.days, rows, spec), frame_.x, plate_.row(row + calendar_after), look,
                 plate_.figure(months_said(desk_, "chart-days", months)));
    return row + calendar_after + calendar_rows;
}

/// The last row that it takes. Where the side column stands first its heading stands there, beside the names.
int YearParts::most_seen(int row, int last_row) {
    const PageColumns& columns = plate_.columns();
    const bool side_first =
        desk_.page().side.units > 0 && (columns.side.x < columns.text.x) != desk_.right_to_left();
    heading("most-seen", side_first ? columns.side : columns.text, row);
    if (!side_first) ++row;
    RowSpec spec;
    spec.width = columns.text.width;
    spec.leading = desk_.grid();
    spec.mark = RowMark::star;
    const auto room = static_cast<std::size_t>(std::max(1, last_row - row + 1));
    const Length widest = columns.text.width * 11 / 20;
    spec.marks = std::min(widest, Length::points(people_from));
    std::vector<Counted> counted;
    std::string said(desk_.words.word("chart-people"));
    for (const Statistics::PersonCount& one : statistics_.most_seen) {
        if (counted.size() == room) break;
        const std::string name =
            plate_.shortened(one.name, Element::chart_row, widest - Length::points(after_name));
        spec.marks = std::max(spec.marks, plate_.width_of(name, Element::chart_row) + Length::points(after_name));
        said += (counted.empty() ? " " : ", ") + one.name + ": " + std::to_string(one.films);
        counted.push_back({name, one.films});
    }
    plate_.chart(draw_rows(counted, spec), columns.text.x, plate_.row(row), chart_look(plate_),
                 plate_.figure(said + "."));
    return row + static_cast<int>(counted.size()) - 1;
}

void YearParts::best_and_worst(int row) {
    const Length half = frame_.width / 2, gap = desk_.grid() / 2;
    const Column left{frame_.x, half - gap}, right{frame_.x + half + gap, half - gap};
    const Paint marked = plate_.accent(), ink = plate_.ink();
    ranking("best", statistics_.best, desk_.right_to_left() ? right : left, row, marked);
    ranking("worst", statistics_.worst, desk_.right_to_left() ? left : right, row, ink);
}

void YearParts::ranking(std::string_view key, const std::vector<WorkReference>& films, const Column& column, int row,
             Paint paint) {
    if (films.empty()) return;
    heading(key, column, row, WordLook(Element::chart_heading).painted(paint));
    const StructureId list = plate_.add(StructureRole::list);
    Length widest{};
    for (const WorkReference& film : films)
        if (const Work* work = work_of(desk_.edition, film)) widest = std::max(widest, rating_width(*work));
    std::size_t set = 0;
    for (const WorkReference& film : films) {
        const Work* work = work_of(desk_.edition, film);
        if (work == nullptr || set == ranked) continue;
        ++set;
        entry(film, *work, column, widest, plate_.row(row + static_cast<int>(set)), paint, list);
    }
}

StarSpec YearParts::stars() const {
    StarSpec spec;
    spec.radius = Length::points(3.5);
    spec.pitch = Length::points(8.6);
    spec.outline = Length::points(0.35);
    spec.missing_outlined = false;
    return spec;
}

Length YearParts::rating_width(const Work& work) const {
    if (!work.rating) return {};
    const Rating& rating = work.rating->value;
    if (rating.form == RatingForm::letter)
        return plate_.width_of(step_said(desk_.words, rating), Element::chart_heading);
    const Drawn drawn = drawn_of(rating);
    return stars_width(drawn.quarters, drawn.stars, stars());
}

/// Title, and behind it stars that begin one below the other.
void YearParts::entry(const WorkReference& film, const Work& work, const Column& column, Length ratings, Length y, Paint paint,
           StructureId list) {
    const StructureId body =
        desk_.structure.add(desk_.structure.add(list, StructureRole::list_item), StructureRole::list_body);
    const Length free = column.width - ratings - Length::points(after_name);
    WordLook look(Element::chart_row);
    if (desk_.edition.has(IssuePart::reviews))
        look = look.leading_to(piece_anchor(desk_.edition.pieces[film.piece].key));
    plate_.lines(plate_.shortened(work.title.value, look, free), look, column, y, body);
    if (!work.rating) return;
    const Rating& rating = work.rating->value;
    const Column beside{desk_.right_to_left() ? column.x : column.x + column.width - ratings, ratings};
    if (rating.form == RatingForm::letter) {
        plate_.lines(step_said(desk_.words, rating), WordLook(Element::chart_heading).painted(paint), beside, y,
                     body);
        return;
    }
    const Drawn drawn = drawn_of(rating);
    plate_.shapes(draw_stars(beside.x, y - Length::points(star_rise), drawn.quarters, drawn.stars, stars(), paint));
    plate_.unseen(desk_.words.spoken_rating(rating), beside, y, body);
}

bool has_year(const Statistics& statistics) {
    return YearParts::has_days(statistics) || !statistics.most_seen.empty() || !statistics.best.empty() ||
           !statistics.worst.empty();
}

void set_year(Desk& desk, std::size_t page, StructureId parent) { YearParts(desk, page, parent).set(); }

ChartLook chart_look(const Plate& plate) {
    return {plate.ink(), plate.accent(), [marked = plate.accent()](const ChartLabel& label) {
                switch (label.kind) {
                case ChartLabel::Kind::count: {
                    const WordLook count(Element::chart_count);
                    return label.marked ? count.painted(marked) : count;
                }
                case ChartLabel::Kind::label: return WordLook(Element::chart_label);
                case ChartLabel::Kind::row: return WordLook(Element::chart_row);
                case ChartLabel::Kind::day: return WordLook(Element::chart_day);
                }
                return WordLook(Element::chart_label);
            }};
}

void rule(Plate& plate, int row) {
    const Desk& desk = plate.desk();
    plate.rule(plate.frame(), plate.row(row) + Length::points(rule_drop), desk.style().hairline, plate.ink());
}

} // namespace halfstar::layout
