// The first page of the year in numbers: how many films, the ratings as bars, the months as rows of dots. What
// nothing is known of is left out, and what follows moves up.
#include "typeset/layout/plates.h"

#include "typeset/layout/centred_plates.h"
#include "typeset/layout/plate.h"
#include "typeset/layout/plate_year.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int title_row = 2, fact_row = 4, first_row = 7;
constexpr int bars_rows = 10;      ///< at most, from a heading's row to the bars' foot
constexpr double tallest_bar = 129; ///< points
constexpr double count_over = 3;    ///< points that the highest bar's count may stand above its heading's row
constexpr double title_size_share = 0.55; ///< a title is never shrunk below this part of its size
constexpr double marks_after = 10;  ///< points from the longest name to the marks

class NumbersPlate {
public:
    NumbersPlate(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), plate_(desk, page, parent), statistics_(desk.edition.statistics) {}

    void set() {
        block_ = plate_.block_title(std::string(desk_.words.word("numbers")), desk_.level);
        if (block_ == 0) {
            plate_.head_rule();
            title();
        }
        count();
        if (const std::string years = years_said(statistics_); !years.empty())
            plate_.paragraph(Locale::fill(desk_.words.word("seen-in"), {years}), Element::credit, text(),
                             plate_.row(block_ + fact_row));
        int row = block_ + first_row;
        const bool rated = std::any_of(statistics_.ratings.begin(), statistics_.ratings.end(),
                                       [](const Statistics::RatingCount& one) { return one.count > 0; });
        const bool dated = std::any_of(statistics_.months.begin(), statistics_.months.end(),
                                       [](std::uint32_t films) { return films > 0; });
        if (rated) row = ratings(row);
        if (rated && dated) {
            rule(plate_, row);
            row += 2;
        }
        if (dated) months(row);
    }

private:
    const Column& text() const { return plate_.columns().text; }
    const Column& side() const { return plate_.columns().side; }

    void title() {
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
    void count() {
        const std::string films = std::to_string(statistics_.films);
        const WordLook look = plate_.fitted(films, Element::day, side().width);
        plate_.lines(films, look, side(), plate_.row(block_ + title_row), plate_.add(StructureRole::paragraph), Edge::ink);
        plate_.paragraph(films_word(desk_.words, statistics_.films), Element::chart_heading, side(),
                         plate_.row(block_ + fact_row));
    }

    /// A heading in the side column with notes below it; how many rows they take.
    int beside(std::string_view heading, const std::vector<std::string>& notes, int row) {
        int used = static_cast<int>(plate_.lines(std::string(desk_.words.word(heading)), Element::chart_heading, side(),
                                                 plate_.row(row), plate_.heading(desk_.level + 1)));
        for (const std::string& note : notes)
            used += static_cast<int>(plate_.paragraph(note, Element::chart_note, side(), plate_.row(row + used)));
        return used;
    }

    int ratings(int row) {
        std::vector<std::string> notes;
        const auto note = [&](std::string_view key, const std::optional<Rating>& rating, auto said) {
            if (rating) notes.push_back(Locale::fill(desk_.words.word(key), {said(desk_.words, *rating)}));
        };
        note("average", statistics_.average, average_said);
        note("median", statistics_.median, step_said);
        const int noted = beside("ratings", notes, row);
        std::vector<Counted> counted;
        for (const Statistics::RatingCount& one : statistics_.ratings)
            counted.push_back({step_said(desk_.words, one.rating), one.count});
        BarSpec spec;
        spec.width = text().width;
        spec.tallest = Length::points(tallest_bar);
        const Chart chart = draw_bars(counted, spec);
        const Length over = chart.baseline - Length::points(count_over + 10);
        const int rows = static_cast<int>((over.units + desk_.grid().units - 1) / desk_.grid().units);
        const int foot = row + std::clamp(rows, noted, bars_rows);
        plate_.chart(chart, text().x, plate_.row(foot), chart_look(plate_), plate_.figure(ratings_said(desk_)));
        return foot + 2;
    }

    void months(int row) {
        std::vector<Counted> counted;
        std::vector<int> months;
        Length widest{};
        for (int month = 1; month <= 12; ++month) {
            const auto at = static_cast<std::size_t>(month - 1);
            counted.push_back({desk_.words.months[at], statistics_.months[at]});
            months.push_back(month);
            widest = std::max(widest, plate_.width_of(desk_.words.months[at], Element::chart_row));
        }
        beside("months-head", fullest(counted), row);
        RowSpec spec;
        spec.width = text().width;
        spec.marks = std::max(spec.marks, widest + Length::points(marks_after));
        plate_.chart(draw_rows(counted, spec), text().x, plate_.row(row), chart_look(plate_),
                     plate_.figure(months_said(desk_, "chart-months", months)));
    }

    std::vector<std::string> fullest(const std::vector<Counted>& counted) const {
        const std::uint32_t most = marked_count(counted);
        std::vector<std::string> names;
        for (const Counted& one : counted)
            if (one.count == most && most > 0) names.push_back(one.label);
        if (names.empty() || names.size() > 2) return {};
        return {Locale::fill(desk_.words.word("fullest"), {joined(names, ", "), std::to_string(most)})};
    }

    Desk& desk_;
    Plate plate_;
    const Statistics& statistics_;
    int block_ = 0; ///< rows that a title in a block takes
};

} // namespace

std::size_t numbers_pages(const Edition& edition) { return has_year(edition.statistics) ? 2 : 1; }

void set_numbers(Desk& desk, std::size_t page, StructureId parent, std::size_t part) {
    if (desk.page().axis == Axis::centre)
        return part == 0 ? set_centred_numbers(desk, page, parent) : set_centred_year(desk, page, parent);
    if (part == 0) NumbersPlate(desk, page, parent).set();
    else set_year(desk, page, parent);
}

} // namespace halfstar::layout
