// The year in numbers: two pages, or on small paper as many as its parts need, each part whole.
#include "typeset/layout/plates.h"

#include "typeset/layout/centred_plates.h"
#include "typeset/layout/numbers_parts.h"
#include "typeset/layout/pasted_plates.h"
#include "typeset/layout/plate_year.h"
#include "typeset/layout/small_numbers.h"
#include "typeset/layout/statements.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

constexpr int months_taken = 14, decades_bars = 4, decades_taken = decades_bars + 3; ///< rows, with the rules over them
constexpr int least_bars = 3;

/// The rows of the ratings' bars from `row` on: where decades follow, what these leave of the page.
int rows_of_ratings(const Desk& desk, int row, bool dated, bool decades) {
    if (!decades) return NumbersParts::bars_rows;
    const int below = (dated ? months_taken : 0) + 2 + decades_taken;
    return std::clamp(desk.page().rows - 1 - row - below, least_bars, NumbersParts::bars_rows);
}

/// What nothing is known of is left out, and what follows moves up.
void set_counts(Desk& desk, std::size_t page, StructureId parent) {
    NumbersParts parts(desk, page, parent);
    int row = parts.head();
    const bool rated = NumbersParts::has_ratings(desk.edition.statistics);
    const bool dated = NumbersParts::has_months(desk.edition.statistics);
    const bool decades = has_decades(desk.edition.statistics);
    const auto parted = [&](bool more) {
        if (more) parts.rule(row);
        return row + (more ? 2 : 0);
    };
    if (rated) row = parts.ratings(row, rows_of_ratings(desk, row, dated, decades));
    if (dated) row = parts.months(parted(rated));
    if (decades) parts.decades(parted(rated || dated), decades_bars);
}

} // namespace

std::size_t numbers_pages(const Edition& edition, const PageSpec& page) {
    if (is_small(edition, page)) return small_numbers_pages(edition, page);
    return has_year(edition.statistics) ? 2 : 1;
}

void set_numbers(Desk& desk, std::size_t page, StructureId parent, std::size_t part) {
    if (is_small(desk.edition, desk.page())) return set_small_numbers(desk, page, parent, part);
    if (desk.page().axis == Axis::centre)
        return part == 0 ? set_centred_numbers(desk, page, parent) : set_centred_year(desk, page, parent);
    if (desk.page().display == Display::pasted)
        return part == 0 ? set_pasted_numbers(desk, page, parent) : set_pasted_year(desk, page, parent);
    if (part == 0) set_counts(desk, page, parent);
    else set_year(desk, page, parent);
}

} // namespace halfstar::layout
