// How one page is filled, and what it costs: slabs from its head, notes at its foot, what is lacking between.
#pragma once

#include "typeset/breaking/pages.h"

#include <cstdint>
#include <vector>

namespace halfstar::breaking {

/// Of a page before one that need not be level with it.
inline constexpr std::int64_t no_gap = -1;

/// What pages cost, in the order in which it counts.
struct PageCost {
    std::int64_t overfull = 0;
    std::int64_t forbidden_breaks = 0;
    std::int64_t demerits = 0;

    friend bool operator<(const PageCost& a, const PageCost& b) {
        if (a.overfull != b.overfull) return a.overfull < b.overfull;
        if (a.forbidden_breaks != b.forbidden_breaks) return a.forbidden_breaks < b.forbidden_breaks;
        return a.demerits < b.demerits;
    }
};

struct PageFit {
    std::int64_t height = 0; ///< the page's
    std::int64_t body = 0;   ///< height of its slabs
    std::int64_t used = 0;   ///< with notes
    std::uint32_t last_note = 0;
    bool parted = false; ///< a note goes on on the next page
    std::int64_t lack = 0; ///< what is empty
    std::int64_t gap = 0;  ///< what of it is at the foot: none below notes
};

/// The page's number as far as it matters for what can follow.
class PageNumbers {
public:
    explicit PageNumbers(const PageMeasures& measures);

    std::uint32_t next(std::uint32_t number) const { return number + 1 == first_of_cycle_ + cycle_ ? first_of_cycle_ : number + 1; }
    std::int64_t height(std::uint32_t number) const;
    std::int64_t tallest() const { return tallest_; }
    /// How many pages hold slabs of such a height at least, if they hold them whole.
    std::int64_t least_pages(std::int64_t height) const { return tallest_ > 0 ? (height + tallest_ - 1) / tallest_ : 0; }
    /// How many of so many pages from `number` on open a side of a leaf.
    std::int64_t leaf_sides(std::uint32_t number, std::int64_t pages) const;
    bool opens_leaf_side(std::uint32_t number) const { return number % measures_.columns == 0; }
    /// Whether it is to end level with the page before it.
    bool is_level_with_previous(std::uint32_t number) const {
        return (number + measures_.level_first) % measures_.level_with != 0;
    }

private:
    const PageMeasures& measures_;
    std::uint32_t first_of_cycle_ = 0, cycle_ = 1;
    std::int64_t tallest_ = 0;
};

class PageFitting {
public:
    explicit PageFitting(const PageMeasures& measures);

    /// Slabs that reach down to `body`, with the notes [first, last) or as many lines of them as have room.
    PageFit fit(std::int64_t body, std::int64_t height, std::uint32_t first_note, std::uint32_t last_note) const;
    /// Where a slab that follows what reaches down to `y` ends.
    std::int64_t foot_of(std::int64_t y, const Slab& slab, bool opens_page) const;
    std::int64_t notes_height(std::uint32_t first, std::uint32_t last) const;

private:
    bool fit_parted(PageFit& fit, std::uint32_t first_note, std::uint32_t last_note) const;

    const PageMeasures& measures_;
    std::vector<std::int64_t> note_heights_; ///< running sums
};

/// What a page with a slab at its foot costs that is not the last; `gap_before` is that of the page it faces.
PageCost page_cost(const PageMeasures& measures, const PageFit& fit, const Slab& foot, std::int64_t gap_before);
/// The same without what its last slab and its neighbour cost: of a page with nothing but notes.
std::int64_t lack_demerits(const PageFit& fit);

} // namespace halfstar::breaking
