#include "typeset/breaking/pass.h"

#include "typeset/breaking/least_lines.h"

#include <algorithm>

namespace halfstar::breaking {

namespace {

constexpr std::size_t long_loose_paragraph = 100;
constexpr std::int64_t loose = 10000;

Offers::LineCounts counts_for(const Composition& text, const Measures& measures, const Strictness& strictness) {
    const bool is_loose = strictness.tolerance > loose && measures.setting == Setting::justified;
    const bool is_long = text.breaks().size() > (is_loose ? long_loose_paragraph : long_paragraph);
    return is_long ? Offers::LineCounts::near_best : Offers::LineCounts::all;
}

} // namespace

Pass::Pass(const Composition& text, const Measures& measures, const Strictness& strictness)
    : text_(text), measures_(measures), strictness_(strictness),
      offers_(measures, counts_for(text, measures, strictness)) {
    narrowest_ = measure_of(0);
    std::int64_t widest = narrowest_;
    for (const LineShape& shape : measures.shapes) {
        narrowest_ = std::min(narrowest_, shape.width.units);
        widest = std::max(widest, shape.width.units);
    }
    if (strictness.most_lines != none) lines_behind_ = least_lines_behind(text, widest);
    nodes_.reserve(2 * text.breaks().size());
    nodes_.emplace_back();
    active_.push_back(0);
}

std::int64_t Pass::measure_of(std::uint32_t line) const {
    if (measures_.shapes.empty()) return 0;
    return measures_.shapes[std::min<std::size_t>(line, measures_.shapes.size() - 1)].width.units;
}

const BreakPoint& Pass::point(const Node& node) const {
    return node.break_index == none ? text_.start() : text_.breaks()[node.break_index];
}

bool Pass::run() {
    for (std::uint32_t i = 0; i < text_.breaks().size(); ++i) {
        try_break(i);
        if (active_.empty()) return false;
    }
    return true;
}

bool Pass::out_of_reach(const Give& give, const BreakPoint& from, std::int64_t measure) const {
    std::int64_t least = give.width - from.next_hang - text_.furthest_hang();
    if (measures_.setting == Setting::justified) least -= give.glue_shrink + give.box_shrink;
    return least > measure;
}

bool Pass::too_loose(const Give& give, const BreakPoint& to) const {
    if (measures_.setting == Setting::ragged || strictness_.tolerance >= loosest) return false;
    if (to.ending != Ending::open) return false;
    const std::int64_t lack = narrowest_ - give.width - to.end_width - give.box_stretch; // hanging makes it greater
    return lack * 1000 > give.glue_stretch * (strictness_.tolerance + 1);
}

// Nodes that differ in their line count or fitness alone stand side by side and share their stretch.
const Stretch& Pass::stretch_to(const Node& from, const BreakPoint& to) {
    const std::int64_t measure = measure_of(from.line);
    if (stretch_ && stretch_->from == from.break_index && stretch_->measure == measure) return *stretch_;
    const BreakPoint& start = point(from);
    const Give give = text_.give(start.next_first, to.set_end);
    Stretch stretch;
    stretch.from = from.break_index;
    stretch.measure = measure;
    stretch.too_loose = too_loose(give, to);
    stretch.out_of_reach = out_of_reach(give, start, measure);
    if (!stretch.too_loose && (!stretch.out_of_reach || strictness_.overfull)) {
        stretch.fit = fit_line(text_, start, to, measure, measures_.setting);
        const bool overfull = stretch.fit.overfull > 0 && !strictness_.overfull;
        stretch.fits = !overfull && stretch.fit.ratio <= strictness_.tolerance;
        if (stretch.fits) stretch.demerits = line_demerits(stretch.fit, to, measure, measures_.setting);
    }
    stretch_ = stretch;
    return *stretch_;
}

std::optional<Node> Pass::line_to(std::uint32_t from_index, std::uint32_t index, const Stretch& stretch) const {
    const Node& from = nodes_[from_index];
    const BreakPoint& to = text_.breaks()[index];
    Node node;
    node.break_index = index;
    node.previous = from_index;
    node.line = from.line + 1;
    if (!lines_behind_.empty() && node.line + lines_behind_[index] > strictness_.most_lines) return std::nullopt;
    const bool contrast = measures_.setting == Setting::justified && measures_.contrast_demerits != 0;
    node.fitness = contrast ? fitness_of(stretch.fit.ratio) : std::uint8_t{1};
    if (to.hyphen) {
        if (!strictness_.hyphens) return std::nullopt;
        const int row = from.hyphens + 1;
        if (strictness_.hyphens_in_a_row > 0 && row > strictness_.hyphens_in_a_row) return std::nullopt;
        node.hyphens = static_cast<std::uint8_t>(strictness_.hyphens_in_a_row > 0 ? row : 1);
    }
    node.overfull = from.overfull + stretch.fit.overfull;
    node.demerits = add_demerits(from.demerits, stretch.demerits);
    node.demerits = add_demerits(node.demerits, neighbour_demerits(from, node, stretch.fit));
    return node;
}

// What a line costs by what stands before and after it.
std::int64_t Pass::neighbour_demerits(const Node& from, const Node& to, const Fit& fit) const {
    std::int64_t demerits = 0;
    if (to.hyphens > 0) demerits = add_demerits(demerits, measures_.hyphen_demerits);
    if (to.hyphens > 0 && from.hyphens > 0) demerits = add_demerits(demerits, measures_.hyphen_pair_demerits);
    if (std::max(to.fitness, from.fitness) - std::min(to.fitness, from.fitness) > 1)
        demerits = add_demerits(demerits, measures_.contrast_demerits);
    if (point(to).ending != Ending::paragraph) return demerits;
    if (from.hyphens > 0) demerits = add_demerits(demerits, measures_.last_hyphen_demerits);
    const std::int64_t least = measure_of(from.line) / 1000 * measures_.last_line_minimum;
    if (fit.natural < least) demerits = add_demerits(demerits, measures_.short_last_line_demerits);
    if (fit.natural < measures_.runt.units) demerits = add_demerits(demerits, measures_.runt_demerits);
    return demerits;
}

// The least count of lines that a way to the next break has.
std::uint32_t Pass::first_line() const {
    std::uint32_t first = none;
    for (const std::uint32_t i : active_) first = std::min(first, nodes_[i].line + 1);
    return first;
}

bool Pass::is_avoided(const BreakPoint& point) const {
    return std::find(strictness_.avoided.begin(), strictness_.avoided.end(), point.at) != strictness_.avoided.end();
}

void Pass::try_break(std::uint32_t index) {
    const BreakPoint& to = text_.breaks()[index];
    if (to.ending == Ending::open && is_avoided(to)) return;
    offers_.start(first_line());
    stretch_.reset();
    std::size_t kept = 0, at = 0;
    for (; at < active_.size(); ++at) {
        const std::uint32_t from = active_[at];
        const Stretch& stretch = stretch_to(nodes_[from], to);
        if (stretch.too_loose) break;
        if (!stretch.out_of_reach) active_[kept++] = from;
        if (!stretch.fits) continue;
        if (const std::optional<Node> node = line_to(from, index, stretch)) offers_.offer(*node);
    }
    const auto begin = active_.begin();
    active_.erase(begin + static_cast<std::ptrdiff_t>(kept), begin + static_cast<std::ptrdiff_t>(at));
    if (to.ending != Ending::open) active_.clear();
    for (const Node& node : offers_.pruned()) {
        active_.push_back(static_cast<std::uint32_t>(nodes_.size()));
        nodes_.push_back(node);
    }
}

Breaks Pass::trace(std::uint32_t last) const {
    Breaks breaks;
    breaks.demerits = nodes_[last].demerits;
    for (std::uint32_t i = last; nodes_[i].previous != none; i = nodes_[i].previous) {
        const Node& from = nodes_[nodes_[i].previous];
        const BreakPoint& start = point(from);
        const BreakPoint& to = point(nodes_[i]);
        const Fit fit = fit_line(text_, start, to, measure_of(from.line), measures_.setting);
        Line line;
        line.first = start.next_first;
        line.last = std::max(start.next_first, to.set_end);
        line.break_at = to.at;
        line.ratio = static_cast<std::int32_t>(std::min<std::int64_t>(fit.ratio, 1'000'000));
        line.natural = Length{fit.natural};
        line.overfull = Length{fit.overfull};
        line.hyphenated = to.hyphen;
        line.flush = measures_.setting == Setting::justified && !fit.ends_early;
        breaks.lines.push_back(line);
    }
    std::reverse(breaks.lines.begin(), breaks.lines.end());
    return breaks;
}

std::vector<Breaks> Pass::results() const {
    std::uint32_t best = active_.front();
    for (const std::uint32_t i : active_)
        if (better_or_shorter(nodes_[i], nodes_[best])) best = i;
    std::vector<Breaks> results = {trace(best)};
    if (measures_.variants == Variants::best_alone) return results;
    for (const int looseness : {-1, 1}) {
        std::uint32_t found = none;
        for (const std::uint32_t i : active_) {
            if (static_cast<std::int64_t>(nodes_[i].line) != std::int64_t{nodes_[best].line} + looseness) continue;
            if (nodes_[i].overfull > nodes_[best].overfull) continue;
            if (found == none || better(nodes_[i], nodes_[found])) found = i;
        }
        if (found == none) continue;
        results.push_back(trace(found));
        results.back().looseness = looseness;
    }
    return results;
}

} // namespace halfstar::breaking
