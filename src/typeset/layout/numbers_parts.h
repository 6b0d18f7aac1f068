// The parts of the year in numbers that are counts: how many films, the ratings as bars, the months as rows of dots.
#pragma once

#include "typeset/layout/plate.h"

#include "design/drawing/charts.h"

#include <string_view>
#include <vector>

namespace halfstar::layout {

class NumbersParts {
public:
    NumbersParts(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), plate_(desk, page, parent), statistics_(desk.edition.statistics) {}

    static bool has_ratings(const Statistics& statistics);
    static bool has_months(const Statistics& statistics);

    /// Title, count and years; the row that follows them.
    int head();
    static constexpr int bars_rows = 10; ///< at most, from a heading's row to the bars' foot

    /// From `row` on, bars in at most so many rows; the row that follows.
    int ratings(int row, int rows = bars_rows);
    int months(int row);
    int decades(int row, int rows);
    /// A thin rule over both columns that ends `row`.
    void rule(int row);

private:
    const Column& text() const { return plate_.columns().text; }
    const Column& side() const { return plate_.columns().side; }
    bool has_side() const { return desk_.page().side.units > 0; }
    void title();
    void count();
    int beside(std::string_view heading, const std::vector<std::string>& notes, int row);
    int bars(const std::vector<Counted>& counted, std::string said, int row, int noted, int rows);
    std::vector<std::string> fullest(const std::vector<Counted>& counted) const;

    Desk& desk_;
    Plate plate_;
    const Statistics& statistics_;
    int block_ = 0; ///< rows that a title in a block takes
};

} // namespace halfstar::layout
