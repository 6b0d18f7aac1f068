#include "typeset/breaking/paragraph.h"

#include "typeset/breaking/composition.h"
#include "typeset/breaking/pass.h"
#include "typeset/breaking/round_rivers.h"

namespace halfstar::breaking {

namespace {

/// Ragged lines may be of any length, so that there are ways of all counts of lines, up to one for each break: only those are followed that
/// can end a line longer than the best. False when there is no way.
bool limit_lines(const Composition& text, const Measures& measures, Strictness& strictness) {
    if (measures.variants == Variants::best_alone || text.breaks().size() > long_paragraph) return true;
    Measures alone = measures;
    alone.variants = Variants::best_alone;
    Pass pass(text, alone, strictness);
    if (!pass.run()) return false;
    strictness.most_lines = static_cast<std::uint32_t>(pass.results().front().lines.size()) + 1;
    return true;
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
    if (measures.setting == Setting::ragged) {
        tolerances = {loosest};
        if (!limit_lines(text, measures, strictness)) tolerances.clear();
    }
    for (const std::int64_t tolerance : tolerances) {
        strictness.tolerance = tolerance;
        Pass pass(text, measures, strictness);
        if (pass.run()) return round_rivers(elements, text, measures, strictness, pass.results());
    }
    Pass last(text, measures, {loosest, 0, true, true, {}});
    last.run();
    return last.results();
}

} // namespace halfstar::breaking
