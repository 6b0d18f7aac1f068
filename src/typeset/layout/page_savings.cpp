#include "typeset/layout/page_savings.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

/// Not all room above is gained: heads keep lines below them, and a page that is begun must be ended.
constexpr double room_for_a_page = 1.5;

} // namespace

/// As near the end as can be, since what stands before is not set again; with all that is allowed, from the first on.
bool PageSavings::plan(std::size_t wanted, int rows_of_page, bool with_all) {
    const auto shorter = static_cast<std::size_t>(
        std::count_if(runs_.begin(), runs_.end(), [](const PieceRun& run) { return run.can_be_shorter; }));
    run_on_ = with_all || shorter < wanted;
    with_all_ = with_all;
    double pages = 0;
    std::size_t first = runs_.size();
    while (first > 0 && pages < static_cast<double>(wanted)) {
        const PieceRun& run = runs_[--first];
        if (run.can_be_shorter) pages += 1;
        else if (run_on_ && limits_.run_on) pages += run.room_above / (room_for_a_page * rows_of_page);
    }
    if (runs_.empty() || (!with_all && pages < static_cast<double>(wanted))) return false;
    first_ = with_all ? 0 : first;
    wanted_ = static_cast<std::int64_t>(wanted);
    return true;
}

void PageSavings::ended(std::size_t piece, std::size_t last_page) {
    saved_ = static_cast<std::int64_t>(runs_[piece].last_page) - static_cast<std::int64_t>(last_page);
}

} // namespace halfstar::layout
