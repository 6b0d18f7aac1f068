#include "typeset/breaking/pages.h"

#include "typeset/breaking/line_fit.h"
#include "typeset/breaking/paragraph.h"

#include <algorithm>
#include <limits>

namespace halfstar::breaking {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// What pages cost so far, in the order in which it counts.
struct Cost {
    std::int64_t overfull = 0;
    std::int64_t forbidden_breaks = 0;
    std::int64_t demerits = 0;

    friend bool operator<(const Cost& a, const Cost& b) {
        if (a.overfull != b.overfull) return a.overfull < b.overfull;
        if (a.forbidden_breaks != b.forbidden_breaks) return a.forbidden_breaks < b.forbidden_breaks;
        return a.demerits < b.demerits;
    }
};

/// The best way to end a page before a slab, so that the next page has a certain height.
struct State {
    Cost cost;
    std::uint32_t page = 0; ///< index of the next page's height
    std::uint32_t from = 0; ///< the first slab of the last page
    std::uint32_t from_state = 0; ///< index into the states of that slab
};

class Pagination {
public:
    Pagination(std::span<const Slab> galley, const PageMeasures& measures);
    std::vector<PageBreak> best() const;

private:
    std::int64_t height_of(std::uint32_t page) const;
    std::int64_t used(std::uint32_t first, std::uint32_t last) const;
    std::int64_t page_demerits(std::uint32_t last, std::int64_t used, std::int64_t height) const;
    void end_page(std::uint32_t last);
    bool end_page_from(std::uint32_t first, std::uint32_t last);
    void offer(std::uint32_t last, const State& state);

    std::span<const Slab> galley_;
    const PageMeasures& measures_;
    std::int64_t tallest_ = 0;
    std::vector<std::int64_t> heights_; ///< running sums with the space before each slab
    std::vector<std::int64_t> feet_;
    std::vector<std::vector<State>> states_; ///< by the slab before which a page ends
    std::vector<std::uint32_t> slots_;       ///< page to index of its state where end_page is, or none
    std::int64_t least_overfull_ = 0;        ///< of the pages tried that end where end_page is
};

Pagination::Pagination(std::span<const Slab> galley, const PageMeasures& measures)
    : galley_(galley), measures_(measures), heights_(galley.size() + 1), feet_(galley.size() + 1),
      states_(galley.size() + 1), slots_(std::max<std::size_t>(measures.heights.size(), 1), none) {
    for (const Length height : measures.heights) tallest_ = std::max(tallest_, height.units);
    for (std::size_t i = 0; i < galley.size(); ++i) {
        heights_[i + 1] = heights_[i] + galley[i].space_before.units + galley[i].height.units;
        feet_[i + 1] = feet_[i] + galley[i].foot.units;
    }
    states_[0].emplace_back();
    for (std::uint32_t last = 1; last <= galley.size(); ++last) end_page(last);
}

std::int64_t Pagination::height_of(std::uint32_t page) const {
    if (measures_.heights.empty()) return 0;
    return measures_.heights[std::min<std::size_t>(page, measures_.heights.size() - 1)].units;
}

std::int64_t Pagination::used(std::uint32_t first, std::uint32_t last) const {
    const std::int64_t notes = feet_[last] - feet_[first];
    const std::int64_t body = heights_[last] - heights_[first] - galley_[first].space_before.units;
    return body + notes + (notes > 0 ? measures_.foot_rule.units : 0);
}

std::int64_t Pagination::page_demerits(std::uint32_t last, std::int64_t used, std::int64_t height) const {
    const Slab& foot = galley_[last - 1];
    if (last == galley_.size())
        return used < measures_.last_page_minimum.units ? measures_.short_last_page_demerits : 0;
    std::int64_t demerits = foot.hyphen ? measures_.hyphen_demerits : 0;
    if (foot.penalty <= forced) return demerits;
    if (height > 0) {
        const std::int64_t lack = std::clamp<std::int64_t>(height - used, 0, height);
        const std::int64_t parts = lack / std::max<std::int64_t>(height / 10000, 1);
        demerits = add_demerits(demerits, parts * parts / 100);
    }
    if (foot.penalty >= forbidden) return demerits;
    const std::int64_t squared = std::int64_t{foot.penalty} * foot.penalty;
    return add_demerits(demerits, foot.penalty >= 0 ? squared : -squared);
}

// Tries every page that could end before slab `last`, the shortest first, until they are too tall.
void Pagination::end_page(std::uint32_t last) {
    least_overfull_ = std::numeric_limits<std::int64_t>::max();
    for (std::uint32_t first = last; first-- > 0;) {
        if (first + 1 < last && galley_[first].penalty <= forced) break;
        if (!end_page_from(first, last)) break;
    }
    for (const State& state : states_[last]) slots_[state.page] = none;
}

// False when no page that starts earlier need be tried: this one is taller than any page, and no longer the
// least overfull.
bool Pagination::end_page_from(std::uint32_t first, std::uint32_t last) {
    const std::int64_t height_used = used(first, last);
    const std::int64_t least = std::max<std::int64_t>(height_used - tallest_, 0);
    if (least > least_overfull_) return false;
    if (least > 0) least_overfull_ = least;
    for (std::uint32_t i = 0; i < states_[first].size(); ++i) {
        const State& before = states_[first][i];
        const std::int64_t height = height_of(before.page);
        State state;
        state.page = std::min(before.page + 1, static_cast<std::uint32_t>(slots_.size() - 1));
        state.from = first;
        state.from_state = i;
        state.cost = before.cost;
        state.cost.overfull += std::max<std::int64_t>(height_used - height, 0);
        if (last < galley_.size() && galley_[last - 1].penalty >= forbidden) ++state.cost.forbidden_breaks;
        state.cost.demerits = add_demerits(state.cost.demerits, page_demerits(last, height_used, height));
        offer(last, state);
    }
    return true;
}

// Of equal ways the one with the fuller last page is kept.
void Pagination::offer(std::uint32_t last, const State& state) {
    std::uint32_t& slot = slots_[state.page];
    if (slot == none) {
        slot = static_cast<std::uint32_t>(states_[last].size());
        states_[last].push_back(state);
    } else if (!(states_[last][slot].cost < state.cost)) {
        states_[last][slot] = state;
    }
}

std::vector<PageBreak> Pagination::best() const {
    const std::vector<State>& ends = states_.back();
    const auto best = std::min_element(ends.begin(), ends.end(), [](const State& a, const State& b) {
        if (a.cost < b.cost || b.cost < a.cost) return a.cost < b.cost;
        return a.page < b.page;
    });
    std::vector<PageBreak> pages;
    std::uint32_t last = static_cast<std::uint32_t>(galley_.size());
    for (const State* state = &*best; last > 0;) {
        const State& before = states_[state->from][state->from_state];
        PageBreak page;
        page.first = state->from;
        page.last = last;
        page.used = Length{used(page.first, page.last)};
        page.overfull = Length{state->cost.overfull - before.cost.overfull};
        page.demerits = state->cost.demerits - before.cost.demerits;
        pages.push_back(page);
        last = state->from;
        state = &before;
    }
    std::reverse(pages.begin(), pages.end());
    return pages;
}

} // namespace

std::vector<PageBreak> break_pages(std::span<const Slab> galley, const PageMeasures& measures) {
    if (galley.empty()) return {};
    return Pagination(galley, measures).best();
}

} // namespace halfstar::breaking
