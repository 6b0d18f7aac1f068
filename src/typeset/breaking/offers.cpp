#include "typeset/breaking/offers.h"

#include "typeset/breaking/line_fit.h"

#include <algorithm>

namespace halfstar::breaking {

namespace {

constexpr std::uint32_t line_window = 2;
constexpr std::size_t hyphen_counts = most_counted_hyphens + 1;

std::size_t state_of(const Node& node) { return node.fitness * hyphen_counts + node.hyphens; }

} // namespace

void Offers::start(std::uint32_t first_line) {
    for (const std::size_t state : taken_) slots_[state] = none;
    taken_.clear();
    offers_.clear();
    first_line_ = first_line;
    if (measures_.variants == Variants::best_alone)
        first_line_ = std::min(first_line_, static_cast<std::uint32_t>(measures_.shapes.size()));
}

const std::vector<Node>& Offers::pruned() {
    if (offers_.size() > 1) {
        drop_dominated();
        if (counts_ == LineCounts::near_best) drop_strays();
    }
    return offers_;
}

// Line counts are told apart while they matter: for variants, and while the lines to come differ.
std::size_t Offers::line_slot(const Node& node) const {
    const bool matters = measures_.variants == Variants::looser_and_tighter || node.line < measures_.shapes.size();
    return matters ? node.line - first_line_ : measures_.shapes.size() - first_line_;
}

void Offers::offer(const Node& node) {
    const std::size_t state = line_slot(node) * 4 * hyphen_counts + state_of(node);
    if (state >= slots_.size()) slots_.resize(state + 1, none);
    std::uint32_t& slot = slots_[state];
    if (slot == none) {
        slot = static_cast<std::uint32_t>(offers_.size());
        offers_.push_back(node);
        taken_.push_back(state);
    } else if (better_or_shorter(node, offers_[slot])) {
        offers_[slot] = node;
    }
}

// Ways to the same break with the same count of lines differ in what can follow by one line's contrast, and by
// the hyphens that may still follow in a row. One that costs more than that beside another can never catch up.
void Offers::drop_dominated() {
    least_.clear();
    for (const Node& node : offers_) {
        const std::size_t first = line_slot(node) * hyphen_counts;
        if (least_.size() < first + hyphen_counts) least_.resize(first + hyphen_counts);
        for (std::size_t row = node.hyphens; row < hyphen_counts; ++row) {
            std::optional<Node>& least = least_[first + row];
            if (!least || better(node, *least)) least = node;
        }
    }
    const std::int64_t contrast = measures_.contrast_demerits;
    std::erase_if(offers_, [&](const Node& node) {
        const Node& least = *least_[line_slot(node) * hyphen_counts + node.hyphens];
        return least.overfull < node.overfull || add_demerits(least.demerits, contrast) < node.demerits;
    });
}

// In long paragraphs line counts spread without end: keep those near the best, and the best of each state.
void Offers::drop_strays() {
    const Node best = *std::min_element(offers_.begin(), offers_.end(), better);
    std::vector<Node> of_state(4 * hyphen_counts, Node{});
    for (const Node& node : offers_) {
        Node& kept = of_state[state_of(node)];
        if (kept.break_index == none || better(node, kept)) kept = node;
    }
    std::erase_if(offers_, [&](const Node& node) {
        const std::uint32_t apart = std::max(node.line, best.line) - std::min(node.line, best.line);
        return apart > line_window && better(of_state[state_of(node)], node);
    });
}

} // namespace halfstar::breaking
