// One pass of total fit over a paragraph, with one tolerance.
#pragma once

#include "typeset/breaking/line_fit.h"
#include "typeset/breaking/offers.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace halfstar::breaking {

/// From how many breaks on alternatives are followed only near the best (see Variants).
inline constexpr std::size_t long_paragraph = 1000;

/// How strict a pass is. In the last one anything goes.
struct Strictness {
    std::int64_t tolerance = loosest;
    int hyphens_in_a_row = 0; ///< 0: any number
    bool hyphens = true;
    bool overfull = false;
    std::vector<std::uint32_t> avoided = {}; ///< elements at which no line may end
    std::uint32_t most_lines = none; ///< ways that must come to have more are not followed; for passes without overfull lines
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
    bool is_avoided(const BreakPoint& point) const;
    void try_break(std::uint32_t index);
    bool out_of_reach(const Give& give, const BreakPoint& from, std::int64_t measure) const;
    bool too_loose(const Give& give, const BreakPoint& to) const;
    const Stretch& stretch_to(const Node& from, const BreakPoint& to);
    std::optional<Node> line_to(std::uint32_t from, std::uint32_t index, const Stretch& stretch) const;
    std::int64_t neighbour_demerits(const Node& from, const Node& to, const Fit& fit) const;
    std::uint32_t first_line() const;
    Breaks trace(std::uint32_t node) const;

    const Composition& text_;
    const Measures& measures_;
    Strictness strictness_;
    std::int64_t narrowest_ = 0;
    std::vector<std::uint32_t> lines_behind_; ///< each break, at least; empty where lines are not limited
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> active_; ///< in the order of their breaks
    Offers offers_;                     ///< at the break being looked at
    std::optional<Stretch> stretch_;    ///< the last that was looked at for this break
};

} // namespace halfstar::breaking
