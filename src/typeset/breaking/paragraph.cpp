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

/// What a line from one break to another is, whoever stands at its start.
struct Stretch {
    std::uint32_t from = none; ///< index of the break at its start
    std::int64_t measure = 0;
    Fit fit;
    std::int64_t demerits = 0;
    bool out_of_reach = false; ///< it cannot end here or at any later break, whatever hangs out of it
    bool too_loose = false;    ///< as is every line that starts later, for any measure
    bool fits = false;
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
    void start_offers();
    void try_break(std::uint32_t index);
    bool out_of_reach(const Give& give, const BreakPoint& from, std::int64_t measure) const;
    bool too_loose(const Give& give, const BreakPoint& to) const;
    const Stretch& stretch_to(const Node& from, const BreakPoint& to);
    std::optional<Node> line_to(std::uint32_t from, std::uint32_t index, const Stretch& stretch) const;
    std::int64_t neighbour_demerits(const Node& from, const Node& to, const Fit& fit) const;
    std::size_t line_slot(const Node& node) const;
    void offer(const Node& node);
    void drop_dominated();
    void drop_strays();
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
    std::vector<std::size_t> taken_;    ///< the states of the offers
    std::vector<std::optional<Node>> least_;
    std::optional<Stretch> stretch_;    ///< the last that was looked at for this break
    std::uint32_t first_line_ = 0;      ///< of slots_
};

/// From how many breaks on alternatives are followed only near the best (see Measures::variants).
constexpr std::size_t long_paragraph = 1000;
constexpr std::size_t long_loose_paragraph = 100;
constexpr std::int64_t loose = 10000;
constexpr std::uint32_t line_window = 2;
constexpr int most_counted_hyphens = 9;

Pass::Pass(const Composition& text, const Measures& measures, const Strictness& strictness)
    : text_(text), measures_(measures), strictness_(strictness) {
    narrowest_ = measure_of(0);
    for (const LineShape& shape : measures.shapes) narrowest_ = std::min(narrowest_, shape.width.units);
    const bool is_loose = strictness.tolerance > loose && measures.setting == Setting::justified;
    few_line_counts_ = text.breaks().size() > (is_loose ? long_loose_paragraph : long_paragraph);
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
    const std::int64_t times = std::max<std::int64_t>(strictness_.tolerance / 1000 + 1, 1);
    return give.width + to.end_width + give.box_stretch + give.glue_stretch * times < narrowest_;
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
    return demerits;
}

// Line counts are told apart while they matter: for variants, and while the lines to come differ.
std::size_t Pass::line_slot(const Node& node) const {
    const bool matters = measures_.variants == Variants::looser_and_tighter || node.line < measures_.shapes.size();
    return matters ? node.line - first_line_ : measures_.shapes.size() - first_line_;
}

void Pass::offer(const Node& node) {
    const std::size_t state = (line_slot(node) * 4 + node.fitness) * (most_counted_hyphens + 1) + node.hyphens;
    if (state >= slots_.size()) slots_.resize(state + 1, none);
    std::uint32_t& slot = slots_[state];
    if (slot == none) {
        slot = static_cast<std::uint32_t>(offers_.size());
        offers_.push_back(node);
        taken_.push_back(state);
    } else if (better(node, offers_[slot])) {
        offers_[slot] = node;
    }
}

// Ways to the same break with the same count of lines differ in what can follow by one line's contrast, and by
// the hyphens that may still follow in a row. One that costs more than that beside another can never catch up.
void Pass::drop_dominated() {
    if (offers_.size() < 2) return;
    constexpr std::size_t rows = most_counted_hyphens + 1;
    least_.clear();
    for (const Node& node : offers_) {
        const std::size_t first = line_slot(node) * rows;
        if (least_.size() < first + rows) least_.resize(first + rows);
        for (std::size_t row = node.hyphens; row < rows; ++row) {
            std::optional<Node>& least = least_[first + row];
            if (!least || better(node, *least)) least = node;
        }
    }
    const std::int64_t contrast = measures_.contrast_demerits;
    std::erase_if(offers_, [&](const Node& node) {
        const Node& least = *least_[line_slot(node) * rows + node.hyphens];
        return least.overfull < node.overfull || add_demerits(least.demerits, contrast) < node.demerits;
    });
}

// In long paragraphs line counts spread without end: keep those near the best, and the best of each state.
void Pass::drop_strays() {
    if (offers_.empty()) return;
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

void Pass::start_offers() {
    for (const std::size_t state : taken_) slots_[state] = none;
    taken_.clear();
    offers_.clear();
    stretch_.reset();
    first_line_ = none;
    for (const std::uint32_t i : active_) first_line_ = std::min(first_line_, nodes_[i].line + 1);
    if (measures_.variants == Variants::best_alone)
        first_line_ = std::min(first_line_, static_cast<std::uint32_t>(measures_.shapes.size()));
}

void Pass::try_break(std::uint32_t index) {
    const BreakPoint& to = text_.breaks()[index];
    start_offers();
    std::size_t kept = 0, at = 0;
    for (; at < active_.size(); ++at) {
        const std::uint32_t from = active_[at];
        const Stretch& stretch = stretch_to(nodes_[from], to);
        if (stretch.too_loose) break;
        if (!stretch.out_of_reach) active_[kept++] = from;
        if (!stretch.fits) continue;
        if (const std::optional<Node> node = line_to(from, index, stretch)) offer(*node);
    }
    const auto begin = active_.begin();
    active_.erase(begin + static_cast<std::ptrdiff_t>(kept), begin + static_cast<std::ptrdiff_t>(at));
    if (to.ending != Ending::open) active_.clear();
    drop_dominated();
    if (few_line_counts_) drop_strays();
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
