// The year in numbers on paper that is too small for its pages: part after part, each whole.
#pragma once

#include "typeset/layout/plate.h"

namespace halfstar::layout {

/// Whether drawn pages have fewer rows than they are drawn for; decades of films want some more.
bool is_small(const Edition& edition, const PageSpec& page);

std::size_t small_numbers_pages(const Edition& edition, const PageSpec& page);
/// Page `part` (from 0) of them, on page `page`.
void set_small_numbers(Desk& desk, std::size_t page, StructureId parent, std::size_t part);

} // namespace halfstar::layout
