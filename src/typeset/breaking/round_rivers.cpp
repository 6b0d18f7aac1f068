#include "typeset/breaking/round_rivers.h"

#include "typeset/breaking/rivers.h"

#include <optional>
#include <utility>

namespace halfstar::breaking {

namespace {

/// Longer paragraphs keep their rivers, as every way round one is a pass over all of it.
constexpr std::size_t longest_with_ways_round = 1000;
constexpr int ways_round = 24; ///< passes at most

/// Looks for ways round the rivers of one paragraph, with the strictness that it needed.
class WaysRound {
public:
    WaysRound(std::span<const Element> elements, const Composition& text, const Measures& measures,
              const Strictness& strictness)
        : elements_(elements), text_(text), measures_(measures), strictness_(strictness) {}

    std::vector<Breaks> from(std::vector<Breaks> breaks) {
        Ways ways = charged(std::move(breaks));
        while (auto better = step_round(ways)) ways = std::move(*better);
        return std::move(ways.breaks);
    }

private:
    /// The best first, with its rivers.
    struct Ways {
        std::vector<Breaks> breaks;
        std::vector<River> rivers;

        std::int64_t demerits() const { return breaks.front().demerits; }
    };

    /// Adds to each way what its rivers cost.
    Ways charged(std::vector<Breaks> breaks) const {
        Ways ways{std::move(breaks), {}};
        for (Breaks& way : ways.breaks) {
            std::vector<River> rivers = rivers_of(elements_, way, measures_);
            for (const River& river : rivers)
                way.demerits = add_demerits(way.demerits, measures_.river_demerits * (river.lines() - least_river + 1));
            if (&way == &ways.breaks.front()) ways.rivers = std::move(rivers);
        }
        return ways;
    }

    /// The best of the ways that differ from the best of these by a break beside one of its rivers.
    std::optional<Ways> step_round(const Ways& ways) {
        std::optional<Ways> best;
        std::uint32_t avoided = 0;
        for (const std::uint32_t at : breaks_beside_rivers(ways)) {
            if (passes_++ == ways_round) break;
            std::optional<Ways> other = ways_without(at);
            if (!other || other->demerits() >= (best ? *best : ways).demerits()) continue;
            best = std::move(other);
            avoided = at;
        }
        if (best) strictness_.avoided.push_back(avoided);
        return best;
    }

    /// Those at the end of a river's lines, and of the line before it; but for its last line, which may end as it
    /// likes.
    std::vector<std::uint32_t> breaks_beside_rivers(const Ways& ways) const {
        const std::vector<Line>& lines = ways.breaks.front().lines;
        std::vector<std::uint32_t> breaks;
        for (const River& river : ways.rivers)
            for (std::uint32_t i = river.first > 0 ? river.first - 1 : 0; i < river.last; ++i)
                if (breaks.empty() || breaks.back() < lines[i].break_at) breaks.push_back(lines[i].break_at);
        return breaks;
    }

    std::optional<Ways> ways_without(std::uint32_t at) const {
        Strictness stricter = strictness_;
        stricter.avoided.push_back(at);
        Pass pass(text_, measures_, stricter);
        if (!pass.run()) return std::nullopt;
        return charged(pass.results());
    }

    std::span<const Element> elements_;
    const Composition& text_;
    const Measures& measures_;
    Strictness strictness_;
    int passes_ = 0;
};

bool looks_for_rivers(const Composition& text, const Measures& measures) {
    return measures.river_demerits > 0 && measures.setting == Setting::justified &&
           text.breaks().size() <= longest_with_ways_round;
}

} // namespace

std::vector<Breaks> round_rivers(std::span<const Element> elements, const Composition& text, const Measures& measures,
                                 const Strictness& strictness, std::vector<Breaks> ways) {
    if (!looks_for_rivers(text, measures)) return ways;
    return WaysRound(elements, text, measures, strictness).from(std::move(ways));
}

} // namespace halfstar::breaking
