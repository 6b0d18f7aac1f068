// To how many pages an issue is brought, and what was done to bring it there.
#pragma once

#include <halfstar/style.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace halfstar {

struct PageGoal {
    std::uint32_t multiple = 1;         ///< what its sheets have
    std::optional<std::uint32_t> count; ///< what was asked for

    PageGoal(std::uint32_t the_multiple = 1, std::optional<std::uint32_t> the_count = {})
        : multiple(std::max<std::uint32_t>(the_multiple, 1)), count(the_count) {}

    /// How many pages are too many: over what was asked for, else over a multiple.
    std::uint32_t over(std::uint32_t pages) const {
        return count ? pages - std::min(pages, least_for(0)) : pages % multiple;
    }
    /// The least that would do for what takes `pages`.
    std::uint32_t least_for(std::uint32_t pages) const {
        return (std::max(pages, count.value_or(0)) + multiple - 1) / multiple * multiple;
    }
};

struct PageFit {
    struct Filled {
        Filler kind;
        std::uint32_t pages = 0;
    };
    std::uint32_t own = 0;   ///< pages that it takes as it is
    std::uint32_t tight = 0; ///< and with what was tightened
    std::uint32_t pages = 0; ///< that it has in the end
    std::uint32_t shorter = 0; ///< reviews that were set some lines shorter
    std::uint32_t run_on = 0;  ///< reviews that begin below the one before, and would have begun a page
    std::uint32_t leaves = 0;  ///< sections that begin on a left page, and so save the blank one before
    std::uint32_t blank = 0;
    std::vector<Filled> fillers;

    /// Pages that only fill up.
    std::uint32_t filled() const {
        std::uint32_t count = blank;
        for (const Filled& one : fillers) count += one.pages;
        return count;
    }
};

} // namespace halfstar
