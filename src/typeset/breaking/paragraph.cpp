#include "typeset/breaking/paragraph.h"

#include "typeset/breaking/composition.h"
#include "typeset/breaking/line_fit.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace halfstar::breaking {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// A way to set everything up to a break: the best of those with the same count of lines, fitness of the
/// last line and hyphens in a row.
struct Node {
    std::uint32_t break_index = none; ///< into Composition::breaks; none at the start
    std::uint32_t previous = none;    ///< index of the node at the line's start
    std::uint32_t line = 0;           ///< lines so far
    std::uint8_t fitness = 1;
    std::uint8_t hyphens = 0;  ///< hyphens in a row at the end
    std::int64_t overfull = 0; ///< total overrun: comes before demerits
    std::int64_t demerits = 0;
};

bool better(const Node& a, const Node& b) {
    return a.overfull != b.overfull ? a.overfull < b.overfull : a.demerits < b.demerits;
}

/// How strict a pass is. In the last one anything goes.
struct Strictness {
    std::int64_t tolerance = loosest;
    int hyphens_in_a_row = 0; ///< 0: any number
    bool hyphens = true;
    bool overfull = false;
};

/// One pass over the paragraph: the active nodes are those from which a line can still end at the break
/// being looked at.
class Pass {
public:
    Pass(const Composition& text, const Measures& measures, const Strictness& strictness);
    /// False when no way was found.
    bool run();
    std::vector<Breaks> results() const;

private:
    std::int64_t measure_of(std::uint32_t line) const;
    const BreakPoint& point(const Node& node) const;
    void try_break(std::uint32_t index);
    bool out_of_reach(const Node& from, const BreakPoint& to) const;
    bool too_loose(const Node& from, const BreakPoint& to) const;
    std::optional<Node> line_to(std::uint32_t from, std::uint32_t index) const;
    std::int64_t neighbour_demerits(const Node& from, const Node& to, const Fit& fit) const;
    void offer(const Node& node);
    void prune_offers();
    Breaks trace(std::uint32_t node) const;

    const Composition& text_;
    const Measures& measures_;
    Strictness strictness_;
    std::int64_t narrowest_ = 0;
    bool few_line_counts_ = false;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> active_; ///< in the order of their breaks
    std::vector<Node> offers_;          ///< the best of each state at the break being looked at
    std::vector<std::uint32_t> slots_;  ///< state to index of offer, or none
    std::uint32_t first_line_ = 0;      ///< of slots_
};

/// From how many breaks on alternatives are followed only near the best (see Measures::variants).
constexpr std::size_t long_paragraph = 1000;
constexpr std::uint32_t line_window = 2;
constexpr int most_counted_hyphens = 9;

Pass::Pass(const Composition& text, const Measures& measures, const Strictness& strictness)
    : text_(text), measures_(measures), strictness_(strictness) {
    narrowest_ = measure_of(0);
    for (const LineShape& shape : measures.shapes) narrowest_ = std::min(narrowest_, shape.width.units);
    few_line_counts_ = text.breaks().size() > long_paragraph;
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

// True when the line cannot end here or at any later break, whatever hangs out of it.
bool Pass::out_of_reach(const Node& from, const BreakPoint& to) const {
    const BreakPoint& start = point(from);
    const Give give = text_.give(start.next_first, to.set_end);
    std::int64_t least = give.width - start.next_hang - text_.furthest_hang();
    if (measures_.setting == Setting::justified) least -= give.glue_shrink + give.box_shrink;
    return least > measure_of(from.line);
}

// True when the line, and every line that starts later, is too loose for the narrowest measure.
bool Pass::too_loose(const Node& from, const BreakPoint& to) const {
    if (measures_.setting == Setting::ragged || strictness_.tolerance >= loosest) return false;
    if (to.ending != Ending::open) return false;
    const Give give = text_.give(point(from).next_first, to.set_end);
    const std::int64_t times = std::max<std::int64_t>(strictness_.tolerance / 1000 + 1, 1);
    return give.width + to.end_width + give.box_stretch + give.glue_stretch * times < narrowest_;
}

std::optional<Node> Pass::line_to(std::uint32_t from_index, std::uint32_t index) const {
    const Node& from = nodes_[from_index];
    const BreakPoint& to = text_.breaks()[index];
    const std::int64_t measure = measure_of(from.line);
    const Fit fit = fit_line(text_, point(from), to, measure, measures_.setting);
    if (fit.overfull > 0 && !strictness_.overfull) return std::nullopt;
    if (fit.ratio > strictness_.tolerance) return std::nullopt;
    Node node;
    node.break_index = index;
    node.previous = from_index;
    node.line = from.line + 1;
    const bool contrast = measures_.setting == Setting::justified && measures_.contrast_demerits != 0;
    node.fitness = contrast ? fitness_of(fit.ratio) : std::uint8_t{1};
    if (to.hyphen) {
        if (!strictness_.hyphens) return std::nullopt;
        const int row = from.hyphens + 1;
        if (strictness_.hyphens_in_a_row > 0 && row > strictness_.hyphens_in_a_row) return std::nullopt;
        node.hyphens = static_cast<std::uint8_t>(strictness_.hyphens_in_a_row > 0 ? row : 1);
    }
    node.overfull = from.overfull + fit.overfull;
    node.demerits = add_demerits(from.demerits, line_demerits(fit, to, measure, measures_.setting));
    node.demerits = add_demerits(node.demerits, neighbour_demerits(from, node, fit));
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
    return demerits;
}

void Pass::offer(const Node& node) {
    const bool by_line = measures_.variants == Variants::looser_and_tighter || node.line < measures_.shapes.size();
    const std::size_t line = by_line ? node.line - first_line_ : measures_.shapes.size() - first_line_;
    const std::size_t state = (line * 4 + node.fitness) * (most_counted_hyphens + 1) + node.hyphens;
    if (state >= slots_.size()) slots_.resize(state + 1, none);
    std::uint32_t& slot = slots_[state];
    if (slot == none) {
        slot = static_cast<std::uint32_t>(offers_.size());
        offers_.push_back(node);
    } else if (better(node, offers_[slot])) {
        offers_[slot] = node;
    }
}

// In long paragraphs line counts spread without end: keep those near the best, and the best of each state.
void Pass::prune_offers() {
    if (!few_line_counts_ || offers_.empty()) return;
    const Node best = *std::min_element(offers_.begin(), offers_.end(), better);
    std::vector<Node> of_state(std::size_t{4} * (most_counted_hyphens + 1), Node{});
    const auto state = [](const Node& n) { return n.fitness * (most_counted_hyphens + std::size_t{1}) + n.hyphens; };
    for (const Node& node : offers_) {
        Node& kept = of_state[state(node)];
        if (kept.break_index == none || better(node, kept)) kept = node;
    }
    std::erase_if(offers_, [&](const Node& node) {
        const std::uint32_t apart = std::max(node.line, best.line) - std::min(node.line, best.line);
        return apart > line_window && better(of_state[state(node)], node);
    });
}

void Pass::try_break(std::uint32_t index) {
    const BreakPoint& to = text_.breaks()[index];
    offers_.clear();
    std::fill(slots_.begin(), slots_.end(), none);
    first_line_ = none;
    for (const std::uint32_t i : active_) first_line_ = std::min(first_line_, nodes_[i].line + 1);
    if (measures_.variants == Variants::best_alone)
        first_line_ = std::min(first_line_, static_cast<std::uint32_t>(measures_.shapes.size()));
    std::size_t kept = 0, at = 0;
    for (; at < active_.size(); ++at) {
        const std::uint32_t from = active_[at];
        if (too_loose(nodes_[from], to)) break;
        const bool gone = out_of_reach(nodes_[from], to);
        if (!gone) active_[kept++] = from;
        if (gone && !strictness_.overfull) continue;
        if (const std::optional<Node> node = line_to(from, index)) offer(*node);
    }
    const auto begin = active_.begin();
    active_.erase(begin + static_cast<std::ptrdiff_t>(kept), begin + static_cast<std::ptrdiff_t>(at));
    if (to.ending != Ending::open) active_.clear();
    prune_offers();
    for (const Node& node : offers_) {
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
    for (const std::uint32_t i : active_) {
        const Node& node = nodes_[i];
        if (better(node, nodes_[best]) || (!better(nodes_[best], node) && node.line < nodes_[best].line)) best = i;
    }
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

} // namespace

std::vector<Breaks> break_paragraph(std::span<const Element> elements, const Measures& measures) {
    if (elements.empty()) return {};
    const Composition text(elements);
    Strictness strictness;
    strictness.hyphens = measures.hyphens_in_a_row > 0;
    const bool counted = strictness.hyphens && measures.hyphens_in_a_row <= most_counted_hyphens;
    strictness.hyphens_in_a_row = counted ? measures.hyphens_in_a_row : 0;
    std::vector<std::int64_t> tolerances(measures.tolerances.begin(), measures.tolerances.end());
    if (measures.setting == Setting::ragged) tolerances = {loosest};
    for (const std::int64_t tolerance : tolerances) {
        strictness.tolerance = tolerance;
        Pass pass(text, measures, strictness);
        if (pass.run()) return pass.results();
    }
    Pass last(text, measures, {loosest, 0, true, true});
    last.run();
    return last.results();
}

} // namespace halfstar::breaking
