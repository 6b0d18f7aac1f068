// How one line fits its measure, and what it costs: the arithmetic of total fit, all in integers.
#pragma once

#include "typeset/breaking/composition.h"

#include <cstdint>

namespace halfstar::breaking {

/// Ratios are in thousandths; what nothing can stretch is as loose as can be.
inline constexpr std::int64_t loosest = 1'000'000'000;

/// A sum of demerits that stops far from overflow.
inline std::int64_t add_demerits(std::int64_t a, std::int64_t b) {
    constexpr std::int64_t limit = 4'000'000'000'000'000'000;
    const std::int64_t x = a < -limit ? -limit : a > limit ? limit : a;
    const std::int64_t y = b < -limit ? -limit : b > limit ? limit : b;
    const std::int64_t sum = x + y;
    return sum < -limit ? -limit : sum > limit ? limit : sum;
}

struct Fit {
    std::int64_t natural = 0;  ///< width with its hyphen, hanging taken off
    std::int64_t ratio = 0;    ///< thousandths, as in Measures
    std::int64_t overfull = 0; ///< > 0: what it exceeds its measure by when shrunk
    bool ends_early = false;   ///< not stretched: the line ends a paragraph, or at a forced break, and is not tight
};

/// The line that starts behind `from` and ends at `to`.
Fit fit_line(const Composition& text, const BreakPoint& from, const BreakPoint& to, std::int64_t measure,
             Setting setting);

/// Tight, middling, loose, very loose: 0 to 3.
std::uint8_t fitness_of(std::int64_t ratio);

/// What a line costs by itself: badness and penalty.
std::int64_t line_demerits(const Fit& fit, const BreakPoint& to, std::int64_t measure, Setting setting);

} // namespace halfstar::breaking
