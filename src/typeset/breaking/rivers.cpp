#include "typeset/breaking/rivers.h"

#include <algorithm>

namespace halfstar::breaking {

namespace {

/// A gap between two words, from the left edge, and in how many lines it goes on, counted to this one.
struct Gap {
    std::int64_t left = 0, right = 0;
    std::uint32_t lines = 1;

    std::int64_t width() const { return right - left; }
};

bool one_below_the_other(const Gap& a, const Gap& b) {
    const std::int64_t shared = std::min(a.right, b.right) - std::max(a.left, b.left);
    return 2 * shared >= std::min(a.width(), b.width());
}

void find_gaps(std::span<const Element> elements, const Line& line, const LineShape& shape, const Expansion& expansion,
               std::vector<Gap>& gaps) {
    gaps.clear();
    const Justification set = justify(elements, line, shape.width, expansion);
    std::int64_t at = shape.indent.units + set.start.units;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        const std::int64_t end = at + set.widths[i - line.first].units;
        if (elements[i].kind == PieceKind::glue && end > at) {
            if (!gaps.empty() && gaps.back().right == at) gaps.back().right = end;
            else gaps.push_back({at, end, 1});
        }
        at = end;
    }
}

// Both in the order of the line. Returns in how many lines the longest run goes on.
std::uint32_t continue_runs(const std::vector<Gap>& above, std::vector<Gap>& gaps) {
    std::uint32_t longest = 0;
    std::size_t first = 0;
    for (Gap& gap : gaps) {
        while (first < above.size() && above[first].right <= gap.left) ++first;
        for (std::size_t i = first; i < above.size() && above[i].left < gap.right; ++i)
            if (one_below_the_other(above[i], gap)) gap.lines = std::max(gap.lines, above[i].lines + 1);
        longest = std::max(longest, gap.lines);
    }
    return longest;
}

// A river that goes on is the one that was found, longer.
void add_river(std::vector<River>& rivers, std::uint32_t last, std::uint32_t lines) {
    const std::uint32_t first = last + 1 - lines;
    if (!rivers.empty() && rivers.back().first == first && rivers.back().last + 1 == last) rivers.back().last = last;
    else rivers.push_back({first, last});
}

} // namespace

std::vector<River> rivers_of(std::span<const Element> elements, const Breaks& breaks, const Measures& measures) {
    std::vector<River> rivers;
    if (breaks.lines.size() < least_river || measures.shapes.empty()) return rivers;
    std::vector<Gap> above, gaps;
    for (std::uint32_t i = 0; i < breaks.lines.size(); ++i) {
        const LineShape& shape = measures.shapes[std::min<std::size_t>(i, measures.shapes.size() - 1)];
        find_gaps(elements, breaks.lines[i], shape, measures.expansion, gaps);
        const std::uint32_t longest = continue_runs(above, gaps);
        if (longest >= least_river) add_river(rivers, i, longest);
        std::swap(above, gaps);
    }
    return rivers;
}

} // namespace halfstar::breaking
