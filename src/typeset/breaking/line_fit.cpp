#include "typeset/breaking/line_fit.h"

#include <algorithm>

namespace halfstar::breaking {

namespace {

// thousandths of `part` in `whole`, towards zero, never more than `loosest`
std::int64_t thousandths(std::int64_t part, std::int64_t whole) {
    if (whole <= 0 || part / whole >= loosest / 1000) return loosest;
    const std::int64_t scaled = whole > (std::int64_t{1} << 50) ? part / (whole / 1000) : part * 1000 / whole;
    return std::min(scaled, loosest);
}

std::int64_t looseness_of(std::int64_t slack, std::int64_t glue, std::int64_t boxes) {
    if (slack <= glue + boxes) return thousandths(slack, glue + boxes);
    return thousandths(slack - boxes, glue);
}

} // namespace

Fit fit_line(const Composition& text, const BreakPoint& from, const BreakPoint& to, std::int64_t measure,
             Setting setting) {
    Fit fit;
    fit.ends_early = to.ending != Ending::open;
    const bool empty = to.set_end <= from.next_first;
    const Give give = text.give(from.next_first, to.set_end);
    fit.natural = give.width + to.end_width - (empty ? 0 : from.next_hang + to.hang);
    const std::int64_t slack = measure - fit.natural;
    if (slack == 0) return fit;
    if (setting == Setting::ragged) {
        fit.overfull = std::max<std::int64_t>(-slack, 0);
        return fit;
    }
    if (slack > 0) {
        if (!fit.ends_early) fit.ratio = looseness_of(slack, give.glue_stretch, give.box_stretch);
        return fit;
    }
    fit.ends_early = false;
    const std::int64_t shrink = std::max<std::int64_t>(give.glue_shrink + give.box_shrink, 0);
    fit.overfull = std::max<std::int64_t>(-slack - shrink, 0);
    fit.ratio = fit.overfull > 0 ? -1000 : -thousandths(-slack, shrink);
    return fit;
}

std::uint8_t fitness_of(std::int64_t ratio) {
    if (ratio < -500) return 0;
    if (ratio <= 500) return 1;
    return ratio <= 1000 ? 2 : 3;
}

std::int64_t line_demerits(const Fit& fit, const BreakPoint& to, std::int64_t measure, Setting setting) {
    std::int64_t demerits = 0;
    if (setting == Setting::ragged) {
        if (!fit.ends_early && measure > 0) {
            // parts in ten thousand; a line cannot lack more than its whole measure
            const std::int64_t lack = std::clamp<std::int64_t>(measure - fit.natural, 0, measure);
            const std::int64_t parts = lack / std::max<std::int64_t>(measure / 10000, 1);
            demerits = parts * parts / 1000;
        }
    } else {
        // badness ends at a ratio of 60, so that the demerits of many thousand lines can be summed
        const std::int64_t ratio = std::min<std::int64_t>(fit.ratio < 0 ? -fit.ratio : fit.ratio, 60000);
        const std::int64_t badness = ratio * ratio * ratio / 10'000'000;
        demerits = (10 + badness) * (10 + badness);
    }
    if (to.ending != Ending::open) return demerits;
    const std::int64_t penalty = to.penalty;
    return demerits + (penalty >= 0 ? penalty * penalty : -penalty * penalty);
}

} // namespace halfstar::breaking
