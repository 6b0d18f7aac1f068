#include "typeset/layout/numbers_parts.h"

#include "typeset/layout/plate_year.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int title_row = 2, fact_row = 4, first_row = 7;
constexpr double tallest_bar = 129; ///< points
constexpr double count_over = 3;    ///< points that the highest bar's count may stand above its heading's row
constexpr double title_size_share = 0.55; ///< a title is never shrunk below this part of its size
constexpr double marks_after = 10;  ///< points from the longest name to the marks

} // namespace

bool NumbersParts::has_ratings(const Statistics& statistics) {
    return std::any_of(statistics.ratings.begin(), statistics.ratings.end(),
                       [](const Statistics::RatingCount& one) { return one.count > 0; });
}

bool NumbersParts::has_months(const Statistics& statistics) {
    return std::any_of(statistics.months.begin(), statistics.months.end(), [](std::uint32_t films) { return films > 0; });
}

int NumbersParts::head() {
    block_ = plate_.block_title(std::string(desk_.words.word("numbers")), desk_.level);
    if (block_ == 0) {
        plate_.head_rule();
        title();
    }
    std::string fact;
    if (has_side()) count();
    else fact = films_said(desk_.words, statistics_.films);
    if (const std::string years = years_said(statistics_); !years.empty())
        fact += (fact.empty() ? "" : ", ") + Locale::fill(desk_.words.word("seen-in"), {years});
    plate_.paragraph(fact, Element::credit, text(), plate_.row(block_ + fact_row));
    return block_ + first_row;
}

void NumbersParts::rule(int row) { layout::rule(plate_, row); }

void NumbersParts::title() {
    TitleRoom room;
    room.width = text().width;
    room.largest = desk_.spec(Element::long_title).size;
    room.smallest = room.largest.scaled(title_size_share);
    room.height = room.largest;
    room.lines = 1;
    room.leading = 1;
    room.edges = TitleEdges::ink;
    FittedTitle fitted = fit_title(desk_, std::string(desk_.words.word("numbers")), Element::long_title, room);
    plate_.title(std::move(fitted), desk_.level, text(), plate_.row(title_row));
}

/// The number of films as large as the side column lets it be, and the word for them below.
void NumbersParts::count() {
    const std::string films = std::to_string(statistics_.films);
    const WordLook look = plate_.fitted(films, Element::day, side().width);
    plate_.lines(films, look, side(), plate_.row(block_ + title_row), plate_.add(StructureRole::paragraph), Edge::ink);
    plate_.paragraph(films_word(desk_.words, statistics_.films), Element::chart_heading, side(),
                     plate_.row(block_ + fact_row));
}

/// A heading in the side column with notes below it; how many rows they take. Without a side column they stand over what
/// follows.
int NumbersParts::beside(std::string_view heading, const std::vector<std::string>& notes, int row) {
    const Column& column = has_side() ? side() : text();
    int used = static_cast<int>(plate_.lines(std::string(desk_.words.word(heading)), Element::chart_heading, column,
                                             plate_.row(row), plate_.heading(desk_.level + 1)));
    for (const std::string& note : notes)
        used += static_cast<int>(plate_.paragraph(note, Element::chart_note, column, plate_.row(row + used)));
    return used;
}

int NumbersParts::ratings(int row, int rows) {
    const int noted = beside("ratings", averages_said(desk_.words, statistics_), row);
    std::vector<Counted> counted;
    for (const Statistics::RatingCount& one : statistics_.ratings)
        counted.push_back({step_said(desk_.words, one.rating), one.count});
    return bars(counted, ratings_said(desk_), row, noted, rows);
}

int NumbersParts::decades(int row, int rows) {
    return bars(decades_of(desk_), decades_said(desk_), row, beside("decades", {}, row), rows);
}

/// A chart whose bars stand in at most `rows` rows, beside or below so many rows of notes; the row that follows.
int NumbersParts::bars(const std::vector<Counted>& counted, std::string said, int row, int noted, int rows) {
    BarSpec spec;
    spec.width = text().width;
    spec.tallest = std::min(Length::points(tallest_bar), desk_.grid() * rows);
    const Chart chart = draw_bars(counted, spec);
    const Length over = chart.baseline - Length::points(count_over + 10);
    const int taken = static_cast<int>((over.units + desk_.grid().units - 1) / desk_.grid().units);
    const int foot = row + (has_side() ? std::clamp(taken, noted, std::max(noted, rows)) : noted + std::min(taken, rows));
    plate_.chart(chart, text().x, plate_.row(foot), chart_look(plate_), plate_.figure(std::move(said)));
    return foot + 2;
}

int NumbersParts::months(int row) {
    std::vector<Counted> counted;
    std::vector<int> months;
    Length widest{};
    for (int month = 1; month <= 12; ++month) {
        const auto at = static_cast<std::size_t>(month - 1);
        counted.push_back({desk_.words.months[at], statistics_.months[at]});
        months.push_back(month);
        widest = std::max(widest, plate_.width_of(desk_.words.months[at], Element::chart_row));
    }
    const int noted = beside("months-head", fullest(counted), row);
    if (!has_side()) row += noted;
    RowSpec spec;
    spec.width = text().width;
    spec.leading = desk_.grid();
    spec.marks = std::max(spec.marks, widest + Length::points(marks_after));
    plate_.chart(draw_rows(counted, spec), text().x, plate_.row(row), chart_look(plate_),
                 plate_.figure(months_said(desk_, "chart-months", months)));
    return row + static_cast<int>(counted.size());
}

std::vector<std::string> NumbersParts::fullest(const std::vector<Counted>& counted) const {
    const std::uint32_t most = marked_count(counted);
    std::vector<std::string> names;
    for (const Counted& one : counted)
        if (one.count == most && most > 0) names.push_back(one.label);
    if (names.empty() || names.size() > 2) return {};
    return {Locale::fill(desk_.words.word("fullest"), {joined(names, ", "), std::to_string(most)})};
}

} // namespace halfstar::layout
