// The second page of the year in numbers: every day of it, who was seen most, what was best and what was worst.
#pragma once

#include "typeset/layout/plate.h"

#include <string_view>
#include <vector>

namespace halfstar::layout {

/// The parts of that page, for others that have less room.
class YearParts {
public:
    YearParts(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), plate_(desk, page, parent), statistics_(desk.edition.statistics), frame_(plate_.frame()) {}

    static bool has_days(const Statistics& statistics);
    static constexpr std::size_t ranked = 5; ///< films, at most, that are named best or worst

    /// All of them on one page.
    void set();
    /// Its heading stands on `row`, twelve rows below the third; the last row that it takes, which is free.
    int calendar(int row);
    /// As many as go in down to `last_row`; the last row that it takes.
    int most_seen(int row, int last_row);
    void ranking(std::string_view key, const std::vector<WorkReference>& films, const Column& column, int row, Paint paint);

private:
    int start(int row);
    void heading(std::string_view key, const Column& column, int row, const WordLook& look = Element::chart_heading);
    void best_and_worst(int row);
    StarSpec stars() const;
    Length rating_width(const Work& work) const;
    void entry(const WorkReference& film, const Work& work, const Column& column, Length ratings, Length y, Paint paint,
               StructureId list);

    Desk& desk_;
    Plate plate_;
    const Statistics& statistics_;
    Column frame_;
};

/// Whether there is anything to set on it.
bool has_year(const Statistics& statistics);
void set_year(Desk& desk, std::size_t page, StructureId parent);

/// How both pages paint their charts.
ChartLook chart_look(const Plate& plate);
/// The thin rule over both columns that ends row `row`.
void rule(Plate& plate, int row);

} // namespace halfstar::layout
