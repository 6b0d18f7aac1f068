// The opener of a section whose name reads upwards along the page.
#pragma once

#include "typeset/layout/plates.h"

namespace halfstar::layout {

/// As set_section_opener.
void set_turned_section(Desk& desk, std::size_t page, StructureId parent, const Section& section,
                        const std::vector<std::uint32_t>& first_pages);

} // namespace halfstar::layout
