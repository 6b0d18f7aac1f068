#include "typeset/layout/small_numbers.h"

#include "typeset/layout/numbers_parts.h"
#include "typeset/layout/plate_year.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr int drawn_for = 30, drawn_for_decades = 34; ///< rows
constexpr int between = 2;    ///< rows from a part's last row to the next one's first
constexpr int months_rows = 14, calendar_rows = 16, ratings_rows = 15, decades_bars = 5, decades_rows = 8, head_rows = 7; ///< with what stands over them

enum class Part : std::uint8_t { head, ratings, months, decades, calendar, most_seen, best, worst };

struct PlacedPart {
    Part part;
    std::size_t page = 0;
    int row = 0;
};

class Planner {
public:
    Planner(const Edition& edition, const PageSpec& page) : statistics_(edition.statistics), page_design_(page) {}

    std::vector<PlacedPart> plan() {
        // How many rows a title in a block takes is known when it is set: nothing follows it on its page.
        const bool in_block = page_design_.opener.block.height.units > 0;
        add(Part::head, in_block ? page_design_.rows : head_rows);
        if (NumbersParts::has_ratings(statistics_)) add(Part::ratings, ratings_rows);
        if (NumbersParts::has_months(statistics_)) add(Part::months, months_rows);
        if (has_decades(statistics_)) add(Part::decades, decades_rows);
        if (YearParts::has_days(statistics_)) add(Part::calendar, calendar_rows);
        if (!statistics_.most_seen.empty()) add(Part::most_seen, counted(statistics_.most_seen.size()));
        if (!statistics_.best.empty()) add(Part::best, counted(std::min(statistics_.best.size(), YearParts::ranked)));
        if (!statistics_.worst.empty()) add(Part::worst, counted(std::min(statistics_.worst.size(), YearParts::ranked)));
        return std::move(parts_);
    }

private:
    /// Its heading, and a row each.
    static int counted(std::size_t entries) { return static_cast<int>(entries) + 1; }

    void add(Part part, int rows) {
        if (row_ > 0 && row_ + rows > page_design_.rows) {
            ++page_;
            row_ = 1;
        }
        parts_.push_back({part, page_, row_});
        row_ += rows + (part == Part::head ? 0 : between - 1);
    }

    const Statistics& statistics_;
    const PageSpec& page_design_;
    std::vector<PlacedPart> parts_;
    std::size_t page_ = 0;
    int row_ = 0;
};

void set(Desk& desk, std::size_t page, StructureId parent, const PlacedPart& placed) {
    const Statistics& statistics = desk.edition.statistics;
    NumbersParts counts(desk, page, parent);
    YearParts year(desk, page, parent);
    const Plate plate(desk, page, parent);
    switch (placed.part) {
    case Part::head: counts.head(); break;
    case Part::ratings: counts.ratings(placed.row); break;
    case Part::months: counts.months(placed.row); break;
    case Part::decades: counts.decades(placed.row, decades_bars); break;
    case Part::calendar: year.calendar(placed.row); break;
    case Part::most_seen: year.most_seen(placed.row, desk.page().rows - 1); break;
    case Part::best: year.ranking("best", statistics.best, plate.frame(), placed.row, plate.accent()); break;
    case Part::worst: year.ranking("worst", statistics.worst, plate.frame(), placed.row, plate.ink()); break;
    }
}

} // namespace

bool is_small(const Edition& edition, const PageSpec& page) {
    const bool set = page.axis != Axis::centre && page.display != Display::pasted;
    return page.rows < (set && has_decades(edition.statistics) ? drawn_for_decades : drawn_for);
}

std::size_t small_numbers_pages(const Edition& edition, const PageSpec& page) {
    return Planner(edition, page).plan().back().page + 1;
}

void set_small_numbers(Desk& desk, std::size_t page, StructureId parent, std::size_t part) {
    for (const PlacedPart& placed : Planner(desk.edition, desk.page()).plan())
        if (placed.page == part) set(desk, page, parent, placed);
}

} // namespace halfstar::layout
