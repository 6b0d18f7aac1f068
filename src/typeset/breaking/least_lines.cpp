#include "typeset/breaking/least_lines.h"

#include "typeset/breaking/line_fit.h"

#include <algorithm>
#include <utility>

namespace halfstar::breaking {

namespace {

/// Sets lines as full as can be.
class FullLines {
public:
    FullLines(const Composition& text, const Measures& measures) : text_(text), measures_(measures) {}

    std::size_t count(std::size_t enough) {
        const bool overfull = !every_part_fits();
        const BreakPoint* from = &text_.start();
        const BreakPoint* fitting = nullptr; // the last at which the line could end
        for (const BreakPoint& to : text_.breaks()) {
            if (lines_ == enough) break;
            if (!overfull && fitting != nullptr && !fits(*from, to, measure())) end_line(from, *fitting);
            if (to.ending != Ending::open || (overfull && !fits(*from, to, measure()))) end_line(from, to), fitting = nullptr;
            else fitting = &to;
        }
        return std::min(lines_, enough);
    }

private:
    Length measure() const { return measures_.shapes[std::min(lines_, measures_.shapes.size() - 1)].width; }

    bool fits(const BreakPoint& from, const BreakPoint& to, Length measure) const {
        return fit_line(text_, from, to, measure.units, measures_.setting).overfull == 0;
    }

    bool every_part_fits() const {
        const auto narrower = [](const LineShape& a, const LineShape& b) { return a.width < b.width; };
        const Length narrowest = std::min_element(measures_.shapes.begin(), measures_.shapes.end(), narrower)->width;
        const BreakPoint* from = &text_.start();
        for (const BreakPoint& to : text_.breaks())
            if (!fits(*std::exchange(from, &to), to, narrowest)) return false;
        return true;
    }

    void end_line(const BreakPoint*& from, const BreakPoint& to) {
        from = &to;
        ++lines_;
    }

    const Composition& text_;
    const Measures& measures_;
    std::size_t lines_ = 0;
};

} // namespace

std::size_t least_lines(std::span<const Element> elements, const Measures& measures, std::size_t enough) {
    if (elements.empty()) return 0;
    const Composition text(elements);
    return FullLines(text, measures).count(enough);
}

// From the end upwards, each line as far as it reaches, as if all hung out as far as any does.
std::vector<std::uint32_t> least_lines_behind(const Composition& text, std::int64_t widest) {
    const std::vector<BreakPoint>& breaks = text.breaks();
    std::vector<std::uint32_t> lines(breaks.size());
    std::int64_t room = widest + text.furthest_hang();
    for (const BreakPoint& point : breaks) room = std::max(room, widest + text.furthest_hang() + point.next_hang);
    std::size_t reached = breaks.size() - 1;
    for (std::size_t i = breaks.size() - 1; i-- > 0;) {
        if (breaks[i + 1].ending != Ending::open) reached = i + 1;
        while (reached > i + 1 && text.give(breaks[i].next_first, breaks[reached].set_end).width > room) --reached;
        lines[i] = lines[reached] + 1;
    }
    return lines;
}

} // namespace halfstar::breaking
