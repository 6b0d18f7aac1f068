#include "typeset/breaking/least_lines.h"

#include "typeset/breaking/composition.h"
#include "typeset/breaking/line_fit.h"

#include <algorithm>

namespace halfstar::breaking {

std::size_t least_lines(std::span<const Element> elements, const Measures& measures, std::size_t enough) {
    if (elements.empty()) return 0;
    const Composition text(elements);
    std::size_t lines = 0;
    const BreakPoint* from = &text.start();
    for (const BreakPoint& to : text.breaks()) {
        if (lines == enough) break;
        const LineShape& shape = measures.shapes[std::min(lines, measures.shapes.size() - 1)];
        const Fit fit = fit_line(text, *from, to, shape.width.units, measures.setting);
        if (fit.overfull == 0 && to.ending == Ending::open) continue;
        ++lines;
        from = &to;
    }
    return lines;
}

} // namespace halfstar::breaking
