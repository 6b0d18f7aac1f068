#include "typeset/breaking/pages.h"

#include "typeset/breaking/galley_graph.h"
#include "typeset/breaking/line_fit.h"
#include "typeset/breaking/page_fit.h"
#include "typeset/breaking/paragraph.h"

#include <algorithm>
#include <limits>

namespace halfstar::breaking {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// A way to fill a page from its head to a node.
struct Label {
    std::int64_t y = 0;
    std::int64_t demerits = 0;    ///< of the alternatives that it takes
    std::uint32_t choices = none; ///< the last of them: index into Pagination::choices_
    std::uint32_t slabs = 0;
};

struct Choice {
    std::uint32_t alternative = 0;
    std::uint32_t before = none; ///< the choice before it on the same page
};

/// The best way to end a page at a node, so that what follows starts alike.
struct State {
    PageCost cost;
    std::uint32_t number = 0; ///< of the next page
    std::uint32_t note = 0;   ///< first line of notes that has no place yet
    std::int64_t gap = no_gap; ///< with which the next page is to be level
    std::uint32_t pages = 0;
    std::uint32_t from = 0, from_state = 0; ///< the last page's head: node and index into its states
    std::uint32_t choices = none;
    std::uint32_t slabs = 0;
    std::int64_t used = 0;

    bool starts_like(const State& other) const { return number == other.number && note == other.note; }
};

bool is_better(const State& a, const State& b) {
    if (a.cost < b.cost || b.cost < a.cost) return a.cost < b.cost;
    return a.cost.overfull > 0 && a.pages > b.pages;
}

/// Whether a state is out of the race beside another that starts like it: what follows differs at most by what
/// unevenness costs.
bool is_beaten(const State& state, const State& by, std::int64_t uneven_limit) {
    PageCost cost = by.cost;
    cost.demerits = add_demerits(cost.demerits, state.gap == by.gap ? 0 : uneven_limit);
    return cost < state.cost;
}

void add(PageCost& sum, const PageCost& cost) {
    sum.overfull += cost.overfull;
    sum.forbidden_breaks += cost.forbidden_breaks;
    sum.demerits = add_demerits(sum.demerits, cost.demerits);
}

/// Nearly full pages are filled to four fifths and hold all.
bool is_wanting(std::int64_t used, std::int64_t height) { return used > height || used * 5 < height * 4; }

constexpr PageCost no_limit{std::numeric_limits<std::int64_t>::max(), 0, 0};

/// Which pages are tried: all, or only those that are nearly full.
enum class Tried : std::uint8_t { all, full };

class Pagination {
public:
    /// Ways that must come to cost more than `limit` are not followed.
    Pagination(std::span<const Slab> galley, std::span<const Alternative> alternatives, const PageMeasures& measures,
               const PageCost& limit, Tried tried = Tried::all);
    Pages best() const;
    PageCost least() const { return best_end().cost; }
    /// Where not all are tried there may be no way.
    bool found() const { return !states_.back().empty() && best_end().note == notes_due(graph_.end()); }

private:
    std::int64_t overrun_bound(std::span<const Slab> galley) const;
    std::uint32_t notes_due(std::uint32_t node) const { return measures_.pending_notes + graph_.notes_above(node); }
    void drop_beaten(std::vector<State>& states) const;
    void start_pages(std::uint32_t head);
    void go_on(std::uint32_t head, std::uint32_t node, const Label& label);
    void end_page(std::uint32_t head, const GalleyGraph::Edge& edge, const Label& label);
    void finish_notes();
    State turned(std::uint32_t head, std::uint32_t state, const PageFit& fit) const;
    /// `foot` is none where the galley has ended.
    PageCost cost_of(const State& before, const PageFit& fit, const Slab* foot) const;
    PageCost least_of_all(const State& state, std::uint32_t node) const;
    void offer(std::uint32_t node, const State& state);
    void merge(std::uint32_t node, const Label& label);
    const State& best_end() const;
    PageBreak page_of(const State& state) const;

    const PageMeasures& measures_;
    GalleyGraph graph_;
    PageNumbers numbers_;
    PageFitting fitting_;
    PageCost limit_;
    Tried tried_;
    std::int64_t bound_ = 0; ///< no best way exceeds its pages by more
    std::vector<std::vector<State>> states_; ///< by the node at which a page ends
    std::vector<std::vector<Label>> labels_; ///< by node, of the pages that start where start_pages is
    std::vector<Label> leaving_;             ///< those of the node being looked at
    std::uint32_t reached_ = 0;              ///< the furthest node with labels
    std::vector<Choice> choices_;
};

Pagination::Pagination(std::span<const Slab> galley, std::span<const Alternative> alternatives,
                       const PageMeasures& measures, const PageCost& limit, Tried tried)
    : measures_(measures), graph_(galley, alternatives), numbers_(measures), fitting_(measures), limit_(limit), tried_(tried),
      bound_(overrun_bound(galley)), states_(graph_.end() + 1), labels_(graph_.end() + 1) {
    states_[0].emplace_back();
    for (std::uint32_t head = 0; head < graph_.end(); ++head) start_pages(head);
    finish_notes();
}

/// The overrun of pages with a slab each.
std::int64_t Pagination::overrun_bound(std::span<const Slab> galley) const {
    std::int64_t bound = 0;
    std::uint32_t number = 0, note = 0, due = measures_.pending_notes;
    const auto fill = [&](std::int64_t body) {
        const PageFit fit = fitting_.fit(body, numbers_.height(number), note, due);
        bound += std::max<std::int64_t>(fit.used - fit.height, 0);
        number = numbers_.next(number);
        note = fit.last_note;
    };
    for (const Slab& slab : galley) {
        due += slab.notes;
        fill(fitting_.foot_of(0, slab, true));
    }
    while (note < due) fill(0);
    return bound;
}

void Pagination::drop_beaten(std::vector<State>& states) const {
    const std::vector<State> all = states;
    std::erase_if(states, [&](const State& state) {
        return std::any_of(all.begin(), all.end(), [&](const State& other) {
            return other.starts_like(state) && is_beaten(state, other, measures_.uneven_limit);
        });
    });
}

// Tries every page that could start at `head`, the shortest first, until they are too tall.
void Pagination::start_pages(std::uint32_t head) {
    if (states_[head].empty()) return;
    drop_beaten(states_[head]);
    labels_[head].emplace_back();
    reached_ = head;
    for (std::uint32_t node = head; node <= reached_; ++node) {
        leaving_.clear();
        leaving_.swap(labels_[node]);
        for (const Label& label : leaving_) go_on(head, node, label);
    }
}

void Pagination::go_on(std::uint32_t head, std::uint32_t node, const Label& label) {
    for (const GalleyGraph::Edge& edge : graph_.edges(node)) {
        Label next = label;
        next.y = fitting_.foot_of(label.y, *edge.slab, label.slabs == 0);
        if (next.y - numbers_.tallest() > bound_) continue;
        ++next.slabs;
        if (edge.alternative != GalleyGraph::no_alternative) {
            choices_.push_back({edge.alternative, label.choices});
            next.choices = static_cast<std::uint32_t>(choices_.size() - 1);
            next.demerits = add_demerits(next.demerits, edge.demerits);
        }
        end_page(head, edge, next);
        if (edge.slab->penalty > forced && edge.to < graph_.end()) merge(edge.to, next);
    }
}

// Of ways that reach as far down only the cheapest is worth following.
void Pagination::merge(std::uint32_t node, const Label& label) {
    reached_ = std::max(reached_, node);
    for (Label& other : labels_[node]) {
        if (other.y != label.y) continue;
        if (label.demerits < other.demerits) other = label;
        return;
    }
    labels_[node].push_back(label);
}

/// The state behind a page, but for what it costs.
State Pagination::turned(std::uint32_t head, std::uint32_t index, const PageFit& fit) const {
    const State& before = states_[head][index];
    State state;
    state.cost = before.cost;
    state.cost.overfull += std::max<std::int64_t>(fit.used - fit.height, 0);
    state.number = numbers_.next(before.number);
    state.note = fit.last_note;
    state.pages = before.pages + 1;
    state.from = head;
    state.from_state = index;
    state.used = fit.used;
    return state;
}

PageCost Pagination::cost_of(const State& before, const PageFit& fit, const Slab* foot) const {
    PageCost cost;
    const bool is_last = foot == nullptr && fit.last_note == notes_due(graph_.end());
    if (is_last) {
        const bool is_short = fit.body < measures_.last_page_minimum.units * measures_.columns;
        if (is_short && before.pages > 0 && numbers_.opens_leaf_side(before.number))
            cost.demerits = measures_.short_last_page_demerits;
    } else if (foot == nullptr) {
        cost.demerits = lack_demerits(fit);
    } else {
        cost = page_cost(measures_, fit, *foot, before.gap);
        const bool turns = !numbers_.is_level_with_previous(numbers_.next(before.number));
        if (foot->hyphen && turns) cost.demerits = add_demerits(cost.demerits, measures_.turn_hyphen_demerits);
    }
    if (fit.parted) cost.demerits = add_demerits(cost.demerits, measures_.parted_note_demerits);
    if (before.pages > 0 && numbers_.opens_leaf_side(before.number))
        cost.demerits = add_demerits(cost.demerits, measures_.sheet_demerits);
    return cost;
}

void Pagination::end_page(std::uint32_t head, const GalleyGraph::Edge& edge, const Label& label) {
    const std::uint32_t due = notes_due(edge.to);
    const bool must_be_full = tried_ == Tried::full && edge.to < graph_.end() && edge.slab->penalty > forced;
    for (std::uint32_t i = 0; i < states_[head].size(); ++i) {
        const State& before = states_[head][i];
        const std::int64_t height = numbers_.height(before.number);
        if (must_be_full && before.note == due && is_wanting(label.y, height)) continue; // as most are
        const PageFit fit = fitting_.fit(label.y, height, before.note, due);
        if (must_be_full && is_wanting(fit.used, fit.height)) continue;
        State state = turned(head, i, fit);
        state.choices = label.choices;
        state.slabs = label.slabs;
        add(state.cost, cost_of(before, fit, edge.to == graph_.end() ? nullptr : edge.slab));
        state.cost.demerits = add_demerits(state.cost.demerits, label.demerits);
        if (numbers_.is_level_with_previous(state.number) && edge.slab->penalty > forced) state.gap = fit.gap;
        offer(edge.to, state);
    }
}

/// What is left of notes where the galley ends takes pages alone.
void Pagination::finish_notes() {
    const std::uint32_t end = graph_.end();
    for (std::uint32_t i = 0; i < states_[end].size(); ++i) {
        const State before = states_[end][i];
        if (before.note == notes_due(end)) continue;
        const PageFit fit = fitting_.fit(0, numbers_.height(before.number), before.note, notes_due(end));
        State state = turned(end, i, fit);
        add(state.cost, cost_of(before, fit, nullptr));
        states_[end].push_back(state);
    }
}

/// What the pages below a node cost at least, with those above it.
PageCost Pagination::least_of_all(const State& state, std::uint32_t node) const {
    PageCost cost = state.cost;
    cost.demerits = add_demerits(cost.demerits, -graph_.rewards());
    if (limit_.overfull > 0) return cost; // a page may hold more than it has room for
    const std::int64_t pages = numbers_.least_pages(node < graph_.end() ? graph_.least_height_below(node) : 0);
    cost.demerits = add_demerits(cost.demerits, numbers_.leaf_sides(state.number, pages) * measures_.sheet_demerits);
    return cost;
}

// Of equal ways the one with the fuller last page is kept, or of overfull ones that which spreads it over more pages.
void Pagination::offer(std::uint32_t node, const State& state) {
    if (limit_ < least_of_all(state, node)) return;
    for (State& other : states_[node]) {
        if (!other.starts_like(state)) continue;
        if (is_beaten(state, other, measures_.uneven_limit)) return;
        if (other.gap != state.gap) continue;
        if (is_better(state, other)) other = state;
        return;
    }
    states_[node].push_back(state);
}

const State& Pagination::best_end() const {
    const std::vector<State>& ends = states_.back();
    const std::uint32_t due = notes_due(graph_.end());
    return *std::min_element(ends.begin(), ends.end(), [&](const State& a, const State& b) {
        if ((a.note == due) != (b.note == due)) return a.note == due;
        return is_better(a, b) || (!is_better(b, a) && a.pages < b.pages);
    });
}

PageBreak Pagination::page_of(const State& state) const {
    const State& before = states_[state.from][state.from_state];
    PageBreak page;
    page.last = state.slabs; // counted from its head
    page.first_note = before.note;
    page.last_note = state.note;
    page.used = Length{state.used};
    page.overfull = Length{state.cost.overfull - before.cost.overfull};
    page.demerits = state.cost.demerits - before.cost.demerits;
    return page;
}

Pages Pagination::best() const {
    Pages pages;
    for (const State* state = &best_end(); state->pages > 0; state = &states_[state->from][state->from_state]) {
        pages.breaks.push_back(page_of(*state));
        for (std::uint32_t i = state->choices; i != none; i = choices_[i].before)
            pages.chosen.push_back(choices_[i].alternative);
    }
    std::reverse(pages.breaks.begin(), pages.breaks.end());
    std::reverse(pages.chosen.begin(), pages.chosen.end());
    std::uint32_t slabs = 0;
    for (PageBreak& page : pages.breaks) {
        page.first = slabs;
        page.last = slabs += page.last;
    }
    return pages;
}

/// What the best way costs at most. That of nearly full pages is soon found, and most others cost more than it from their first
/// pages on.
PageCost limit_of(std::span<const Slab> galley, const PageMeasures& measures) {
    const Pagination full(galley, {}, measures, no_limit, Tried::full);
    if (full.found() && full.least().overfull == 0) return full.least();
    return Pagination(galley, {}, measures, no_limit).least();
}

} // namespace

Pages break_pages(std::span<const Slab> galley, std::span<const Alternative> alternatives,
                  const PageMeasures& measures) {
    if (galley.empty()) return {};
    const PageCost limit = limit_of(galley, measures);
    return Pagination(galley, alternatives, measures, limit).best();
}

std::vector<PageBreak> break_pages(std::span<const Slab> galley, const PageMeasures& measures) {
    return break_pages(galley, {}, measures).breaks;
}

} // namespace halfstar::breaking
