// Which fillers an issue gets, and on how many pages: in the style's order, each as little as it can be, and again
// in that order until the issue is full.
#pragma once

#include "typeset/layout/filler.h"
#include "typeset/layout/page_goal.h"

#include <utility>
#include <vector>

namespace halfstar::layout {

class Fillers {
public:
    /// `desk` is the edition's. Not more than `pages` are filled.
    Fillers(const Desk& desk, const Beginnings& beginnings, std::size_t pages);

    /// How many pages they take of those; fewer where the style's fillers have nothing to show.
    std::size_t page_count() const;
    /// Sets them on the pages from `page` on, which the composition has; what was set.
    std::vector<PageFit::Filled> set(std::size_t page);

private:
    struct Choice {
        Filler kind;
        OwnFiller setter;
        std::size_t pages = 0;
    };
    std::vector<Choice> choices_;
};

} // namespace halfstar::layout
