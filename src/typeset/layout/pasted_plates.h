// The plates of a zine whose style pastes its display up: pictures in coarse dots, reversed blocks, and words on strips
// that are a little askew. They are what plates.h says of the same pages.
#pragma once

#include "typeset/layout/plate.h"

namespace halfstar::layout {

void set_pasted_cover(Desk& desk, std::size_t page, StructureId parent);
/// How many films there are and how they were rated.
void set_pasted_numbers(Desk& desk, std::size_t page, StructureId parent);
/// Every day of the year, who was seen most, what was best and what was worst.
void set_pasted_year(Desk& desk, std::size_t page, StructureId parent);
void set_pasted_back(Desk& desk, std::size_t page, StructureId parent);

/// Between the outer margins, on both sides alike: what blocks of these pages fill.
Rect pasted_frame(const Desk& desk);
/// Paper and ink, as strips on a page have them.
Paint paper_paint(const Desk& desk);

} // namespace halfstar::layout
