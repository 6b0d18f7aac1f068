// Plates that are empty pages.
#include "typeset/layout/plates.h"

namespace halfstar::layout {

void set_cover_plate(Desk&, std::size_t, StructureId) {}

void set_masthead(Desk&, std::size_t, StructureId) {}

void set_section_opener(Desk&, std::size_t, StructureId, const Section&, const std::vector<std::uint32_t>&) {}

std::size_t numbers_pages(const Edition&) { return 2; }

void set_numbers(Desk&, std::size_t, StructureId, std::size_t) {}

void set_colophon(Desk&, std::size_t, StructureId) {}

void set_back_cover(Desk&, std::size_t, StructureId) {}

} // namespace halfstar::layout
