// Breaking a galley into columns or pages: lines and blocks with heights, what must stay together, and
// what belongs at the foot. Optimal over the whole galley by demerits, like paragraphs (Plass, "Optimal
// pagination techniques for automatic typesetting systems", 1981). Pure.
#pragma once

#include <halfstar/base.h>

#include <cstdint>
#include <span>
#include <vector>

namespace halfstar::breaking {

/// One thing stacked downwards: a line, or a block that is not split (a figure, a table row).
struct Slab {
    Length height;              ///< what it takes with what stands above it on the same page
    Length space_before;        ///< vanishes at a page's head
    std::int32_t penalty = 0;   ///< cost of ending a page after it; `forbidden` keeps it with the next, `forced` ends
    Length foot;                ///< height of the notes that must stand on the same page
    bool hyphen = false;        ///< ends in a hyphen: not at a page's foot if it can be helped
    std::uint32_t source = 0;   ///< the caller's own index
};

/// A page that lacks q ten-thousandths of its height costs q^2 / 100 demerits (a line of forty: 625), and the
/// square of the penalty at its foot (less it, if negative). The last page, and a page that ends at a forced
/// break, lack nothing. What does not fit comes before all demerits: first the least overrun in all, then the
/// fewest forbidden breaks, then demerits.
/// Height of page i is `heights[min(i, last)]`; `foot_rule` is taken once by a page that has notes.
struct PageMeasures {
    std::vector<Length> heights;
    Length foot_rule;
    std::int64_t short_last_page_demerits = 10000; ///< a last page with less than `last_page_minimum`
    Length last_page_minimum;
    std::int64_t hyphen_demerits = 40000; ///< a page whose last line ends in a hyphen
};

struct PageBreak {
    std::uint32_t first = 0, last = 0; ///< slabs [first, last)
    Length used;                       ///< height of slabs and notes
    Length overfull;                   ///< > 0: how far it exceeds the page
    std::int64_t demerits = 0;
};

/// Never empty for a non-empty galley. Each page takes at least one slab.
std::vector<PageBreak> break_pages(std::span<const Slab> galley, const PageMeasures& measures);

} // namespace halfstar::breaking
