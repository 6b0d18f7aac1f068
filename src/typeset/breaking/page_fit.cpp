#include "typeset/breaking/page_fit.h"

#include "typeset/breaking/line_fit.h"
#include "typeset/breaking/paragraph.h"

#include <algorithm>
#include <numeric>

namespace halfstar::breaking {

namespace {

/// In ten-thousandths of the page's height.
std::int64_t parts_of(std::int64_t length, std::int64_t height) {
    return length / std::max<std::int64_t>(height / 10000, 1);
}

std::int64_t uneven_demerits(const PageMeasures& measures, const PageFit& fit, std::int64_t gap_before) {
    const std::int64_t parts = parts_of(std::abs(fit.gap - gap_before), fit.height);
    return std::min(measures.uneven_weight * (parts * parts / 100), measures.uneven_limit);
}

} // namespace

PageNumbers::PageNumbers(const PageMeasures& measures) : measures_(measures) {
    if (!measures.heights.empty()) first_of_cycle_ = static_cast<std::uint32_t>(measures.heights.size() - 1);
    cycle_ = std::lcm(measures.columns, measures.level_with);
    for (const Length height : measures.heights) tallest_ = std::max(tallest_, height.units);
}

std::int64_t PageNumbers::height(std::uint32_t number) const {
    if (measures_.heights.empty()) return 0;
    return measures_.heights[std::min<std::size_t>(number, measures_.heights.size() - 1)].units;
}

std::int64_t PageNumbers::leaf_sides(std::uint32_t number, std::int64_t pages) const {
    const std::int64_t columns = measures_.columns;
    const std::int64_t until_next = (columns - number % measures_.columns) % columns; // pages
    return pages <= until_next ? 0 : (pages - until_next + columns - 1) / columns;
}

PageFitting::PageFitting(const PageMeasures& measures) : measures_(measures), note_heights_{0} {
    for (const NoteLine& line : measures.notes) note_heights_.push_back(note_heights_.back() + line.height.units);
}

std::int64_t PageFitting::notes_height(std::uint32_t first, std::uint32_t last) const {
    return last > first ? measures_.foot_rule.units + note_heights_[last] - note_heights_[first] : 0;
}

std::int64_t PageFitting::foot_of(std::int64_t y, const Slab& slab, bool opens_page) const {
    const std::int64_t foot = y + (opens_page ? slab.head : slab.space_before).units + slab.height.units;
    const std::int64_t grid = measures_.grid.units;
    if (!slab.on_grid || grid <= 0) return foot;
    return (foot + grid - 1) / grid * grid;
}

PageFit PageFitting::fit(std::int64_t body, std::int64_t height, std::uint32_t first_note,
                         std::uint32_t last_note) const {
    PageFit fit;
    fit.height = height;
    fit.body = body;
    fit.used = body + notes_height(first_note, last_note);
    fit.last_note = last_note;
    if (fit.used > height && last_note > first_note) fit.parted = fit_parted(fit, first_note, last_note);
    fit.lack = std::clamp<std::int64_t>(height - fit.used, 0, std::max<std::int64_t>(height, 0));
    fit.gap = last_note > first_note ? 0 : fit.lack;
    return fit;
}

// As many lines as have room: the last note that is referred to here begins here at least.
bool PageFitting::fit_parted(PageFit& fit, std::uint32_t first_note, std::uint32_t last_note) const {
    std::uint32_t opening = last_note - 1;
    while (opening > first_note && !measures_.notes[opening].opens) --opening;
    for (std::uint32_t end = last_note - 1; end > opening; --end) {
        const std::int64_t used = fit.body + notes_height(first_note, end);
        if (!measures_.notes[end - 1].may_part || used > fit.height) continue;
        fit.used = used;
        fit.last_note = end;
        return true;
    }
    return false;
}

std::int64_t lack_demerits(const PageFit& fit) {
    if (fit.height <= 0) return 0;
    const std::int64_t parts = parts_of(fit.lack, fit.height);
    return parts * parts / 100;
}

PageCost page_cost(const PageMeasures& measures, const PageFit& fit, const Slab& foot, std::int64_t gap_before) {
    PageCost cost;
    cost.forbidden_breaks = foot.penalty >= forbidden ? 1 : 0;
    cost.demerits = foot.hyphen ? measures.hyphen_demerits : 0;
    if (foot.penalty <= forced) return cost;
    cost.demerits = add_demerits(cost.demerits, lack_demerits(fit));
    if (gap_before != no_gap) cost.demerits += uneven_demerits(measures, fit, gap_before);
    if (foot.penalty >= forbidden) return cost;
    const std::int64_t squared = std::int64_t{foot.penalty} * foot.penalty;
    cost.demerits = add_demerits(cost.demerits, foot.penalty >= 0 ? squared : -squared);
    return cost;
}

} // namespace halfstar::breaking
