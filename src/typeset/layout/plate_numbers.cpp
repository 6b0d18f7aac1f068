// The year in numbers: two pages, or on small paper as many as its parts need, each part whole.
#include "typeset/layout/plates.h"

#include "typeset/layout/centred_plates.h"
#include "typeset/layout/numbers_parts.h"
#include "typeset/layout/pasted_plates.h"
#include "typeset/layout/plate_year.h"
#include "typeset/layout/small_numbers.h"

namespace halfstar::layout {

namespace {

/// What nothing is known of is left out, and what follows moves up.
void set_counts(Desk& desk, std::size_t page, StructureId parent) {
    NumbersParts parts(desk, page, parent);
    int row = parts.head();
    const bool rated = NumbersParts::has_ratings(desk.edition.statistics);
    const bool dated = NumbersParts::has_months(desk.edition.statistics);
    if (rated) row = parts.ratings(row);
    if (rated && dated) {
        parts.rule(row);
        row += 2;
    }
    if (dated) parts.months(row);
}

} // namespace

std::size_t numbers_pages(const Edition& edition, const PageSpec& page) {
    if (is_small(page)) return small_numbers_pages(edition, page);
    return has_year(edition.statistics) ? 2 : 1;
}

void set_numbers(Desk& desk, std::size_t page, StructureId parent, std::size_t part) {
    if (is_small(desk.page())) return set_small_numbers(desk, page, parent, part);
    if (desk.page().axis == Axis::centre)
        return part == 0 ? set_centred_numbers(desk, page, parent) : set_centred_year(desk, page, parent);
    if (desk.page().display == Display::pasted)
        return part == 0 ? set_pasted_numbers(desk, page, parent) : set_pasted_year(desk, page, parent);
    if (part == 0) set_counts(desk, page, parent);
    else set_year(desk, page, parent);
}

} // namespace halfstar::layout
