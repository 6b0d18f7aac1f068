// Columns of text on a page: the galley is cut into columns, those of the page on which it ends become level, and
// what stands below all of them finds its room there.
#include "typeset/layout/page_maker.h"

#include "design/style/load.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

constexpr int rows_given_up = 12;  ///< at most, at the feet of a page's columns, so that credits have company
constexpr double rule_above = 0.73, rule_below = 0.2; ///< of the grid: over the first baseline, under the last

} // namespace

/// Columns take the text alone: credits stand below them.
std::uint32_t PageMaker::text_end() const {
    auto end = static_cast<std::uint32_t>(galley_.entries.size());
    while (columns() > 1 && end > 0 && galley_.entries[end - 1].credits) --end;
    return end;
}

std::size_t PageMaker::page_count(const Cuts& cuts) const {
    if (cuts.empty()) return 0;
    return page_of(cuts.size() - 1) + (credits_apart(cuts) ? 2 : 1);
}

Column PageMaker::column(std::size_t index) const {
    const Column text = measure_of(desk_, first_page_ + page_of(index));
    const Length width = column_width(desk_);
    const std::size_t of_page = index % columns();
    const auto from_left = static_cast<std::int64_t>(desk_.right_to_left() ? columns() - 1 - of_page : of_page);
    return {text.x + (width + desk_.page().column_gap) * from_left, width};
}

/// What the credits take below the columns, with the room above them.
Length PageMaker::credits_across() const {
    if (columns() == 1) return {};
    Length height{};
    for (std::size_t i = text_end(); i < galley_.entries.size(); ++i)
        height += galley_.entries[i].slab.space_before + galley_.entries[i].slab.height;
    return height;
}

/// Whether credits have no room below the columns, and so a page of their own.
bool PageMaker::credits_apart(const Cuts& cuts) const {
    const Length credits = credits_across();
    if (credits.units <= 0 || text_end() == 0) return false;
    Length tallest{};
    const std::size_t first = first_of_page(page_of(cuts.size() - 1));
    for (std::size_t i = first; i < cuts.size(); ++i) tallest = std::max(tallest, cuts[i].used);
    return whole_rows(desk_, tallest) + credits > height_of(first);
}

/// The columns of the last page end level.
void PageMaker::level(Cuts& cuts) const {
    const std::size_t first = first_of_page(page_of(cuts.size() - 1));
    const Cuts tail = levelled(from(cuts[first]), height_of(first) - credits_across());
    if (tail.empty() && spill(cuts, first)) return;
    if (tail.empty()) return;
    cuts.resize(first);
    cuts.insert(cuts.end(), tail.begin(), tail.end());
}

/// A part in columns of one page, as short as they can be; none where `tallest` does not do.
PageMaker::Cuts PageMaker::levelled(const Part& part, Length tallest) const {
    Length all{};
    for (std::uint32_t i = part.first; i < text_end(); ++i) {
        const breaking::Slab& slab = galley_.entries[i].slab;
        all += (i > part.first ? slab.space_before : Length{}) + slab.height;
    }
    const Length least = all / desk_.page().columns;
    for (Length height = whole_rows(desk_, least); height <= tallest; height += desk_.grid()) {
        Cuts cuts = cut(part, {height});
        if (cuts.size() > columns()) continue;
        const bool whole = std::all_of(cuts.begin(), cuts.end(), [&](const breaking::PageBreak& one) {
            return one.overfull.units <= 0 && (one.last == text_end() ||
                                               galley_.entries[one.last - 1].slab.penalty < breaking::forbidden);
        });
        if (whole) return cuts;
    }
    return {};
}

/// Where credits have no room the columns of their page give up a few rows, and the last lines go on with them.
bool PageMaker::spill(Cuts& cuts, std::size_t first) const {
    const Length tallest = height_of(first), next = heights().back();
    for (int rows = 1; rows <= rows_given_up; ++rows) {
        std::vector<Length> heights(columns(), tallest - desk_.grid() * rows);
        if (heights.front().units <= 0) return false;
        heights.push_back(next);
        Cuts tail = cut(from(cuts[first]), heights);
        if (tail.size() <= columns()) continue;
        const Cuts rest = levelled(from(tail[columns()]), next - credits_across());
        if (rest.empty()) continue;
        cuts.resize(first);
        cuts.insert(cuts.end(), tail.begin(), tail.begin() + static_cast<std::ptrdiff_t>(columns()));
        cuts.insert(cuts.end(), rest.begin(), rest.end());
        return true;
    }
    return false;
}

/// A rule in each gap that has columns on both sides, down to `end`.
void PageMaker::place_column_rules(std::size_t page, Length end) {
    const Length thickness = desk_.page().column_rule;
    const std::size_t first = first_of_page(page), used = std::min(cuts_.size(), first + columns()) - first;
    if (thickness.units <= 0) return;
    const Length top = top_of(first) + desk_.grid().scaled(1 - rule_above), bottom = end + desk_.grid().scaled(rule_below);
    for (std::size_t i = first + 1; i < first + used; ++i) {
        const Column right = desk_.right_to_left() ? column(i - 1) : column(i);
        const Rect rect{right.x - desk_.page().column_gap / 2 - thickness / 2, top, thickness, bottom - top};
        this->page(first).contents.emplace_back(Item{Rule{rect, paint_of(desk_.style(), 0)}, 0});
    }
}

} // namespace halfstar::layout
