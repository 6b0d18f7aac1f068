#include "typeset/breaking/paragraph.h"

#include "typeset/breaking/composition.h"
#include "typeset/breaking/pass.h"
#include "typeset/breaking/round_rivers.h"

namespace halfstar::breaking {

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
        if (pass.run()) return round_rivers(elements, text, measures, strictness, pass.results());
    }
    Pass last(text, measures, {loosest, 0, true, true, {}});
    last.run();
    return last.results();
}

} // namespace halfstar::breaking
