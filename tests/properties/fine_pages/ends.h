// Figures of how pieces sit on their pages: how many end on a page of a few lines, and how many spreads end level.
// Not all of it can be had in every text, so these are counted, not judged.
#pragma once

#include "faults.h"

#include <cstddef>

namespace halfstar::testing {

struct PageEnds {
    std::size_t pieces = 0;      ///< of more than a page
    std::size_t short_ends = 0;  ///< of them, those whose last page has fewer than five lines and no picture
    std::size_t spreads = 0;     ///< of two pages that one piece fills
    std::size_t uneven = 0;      ///< of them, those whose pages end on different lines
};

PageEnds ends_of(const TypesetPages& typeset);

} // namespace halfstar::testing
