// Rivers: gaps between words that lie over one another in line after line and run down a paragraph as a
// white stripe. Total fit looks at a line and its neighbour; a river shows only when all lines stand.
#pragma once

#include "typeset/breaking/paragraph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace halfstar::breaking {

/// From how many lines on gaps below each other are a river.
inline constexpr std::uint32_t least_river = 4;

/// A river in lines [first, last] of a paragraph.
struct River {
    std::uint32_t first = 0, last = 0;

    std::uint32_t lines() const { return last - first + 1; }
};

/// The rivers of a paragraph that is set so, from top to bottom of where they end. Gaps are one below the
/// other when they share half of the narrower.
std::vector<River> rivers_of(std::span<const Element> elements, const Breaks& breaks, const Measures& measures);

} // namespace halfstar::breaking
