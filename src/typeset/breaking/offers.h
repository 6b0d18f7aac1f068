// The ways to set everything up to one break: of those that can be continued alike only the best is kept.
#pragma once

#include "typeset/breaking/paragraph.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace halfstar::breaking {

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Hyphens in a row are counted up to this; a greater limit is none.
inline constexpr int most_counted_hyphens = 9;

/// A way to set everything up to a break.
struct Node {
    std::uint32_t break_index = none; ///< into Composition::breaks; none at the start
    std::uint32_t previous = none;    ///< index of the node at the line's start
    std::uint32_t line = 0;           ///< lines so far
    std::uint8_t fitness = 1;         ///< of the last line
    std::uint8_t hyphens = 0;         ///< hyphens in a row at the end
    std::int64_t overfull = 0;        ///< total overrun: comes before demerits
    std::int64_t demerits = 0;
};

inline bool better(const Node& a, const Node& b) {
    return a.overfull != b.overfull ? a.overfull < b.overfull : a.demerits < b.demerits;
}

/// Of ways that cost the same the one with fewer lines.
inline bool better_or_shorter(const Node& a, const Node& b) { return better(a, b) || (!better(b, a) && a.line < b.line); }

class Offers {
public:
    enum class LineCounts : std::uint8_t { all, near_best };

    Offers(const Measures& measures, LineCounts counts) : measures_(measures), counts_(counts) {}

    /// Forgets what was offered; what is offered next has at least `first_line` lines.
    void start(std::uint32_t first_line);
    /// Keeps the best of each count of lines, fitness and hyphens in a row.
    void offer(const Node& node);
    /// What is worth following.
    const std::vector<Node>& pruned();

private:
    std::size_t line_slot(const Node& node) const;
    void drop_dominated();
    void drop_strays();

    const Measures& measures_;
    LineCounts counts_;
    std::uint32_t first_line_ = 0;
    std::vector<Node> offers_;
    std::vector<std::uint32_t> slots_; ///< state to index of offer, or none
    std::vector<std::size_t> taken_;   ///< the states of the offers
    std::vector<std::optional<Node>> least_;
};

} // namespace halfstar::breaking
