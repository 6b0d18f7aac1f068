#include "typeset/layout/kept_page_breaks.h"

#include "foundation/base/bytes_of.h"
#include "typeset/layout/page_question.h"

#include <optional>
#include <utility>

namespace halfstar::layout {

breaking::Pages KeptPageBreaks::break_pages(std::span<const breaking::Slab> galley, std::span<const breaking::Alternative> alternatives,
                                            const breaking::PageMeasures& measures) {
    std::string question = page_question(galley, alternatives, measures);
    if (std::optional<breaking::Pages> known = kept_.find(question)) return *std::move(known);
    breaking::Pages pages = breaking::break_pages(galley, alternatives, measures);
    const std::size_t bytes = question.size() + bytes_of(pages.breaks) + bytes_of(pages.chosen);
    kept_.keep(std::move(question), pages, bytes);
    return pages;
}

} // namespace halfstar::layout
