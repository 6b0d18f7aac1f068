// The plates of a zine: pages that are drawn rather than run, each a whole page. The run of pages (zine.cpp)
// adds the pages with their labels, anchors, outline and folios and says where each plate stands; a plate
// fills its page and hangs what is read of it below `parent`.
//
// The desk of a plate is the edition's own: desk.piece has no more than the edition's title, language and
// direction, desk.words its words. `page` counts from 0, the cover, and is an index into
// desk.composition.pages; columns_of(desk, page) are the columns of that page, on its side.
#pragma once

#include "typeset/layout/opener.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halfstar::layout {

void set_cover_plate(Desk& desk, std::size_t page, StructureId parent);

/// Who made the issue. The run adds the folio.
void set_masthead(Desk& desk, std::size_t page, StructureId parent);

/// The page before the reviews of a section; no folio. `first_pages` are the pages on which the edition's
/// pieces begin, by piece.
void set_section_opener(Desk& desk, std::size_t page, StructureId parent, const Section& section,
                        const std::vector<std::uint32_t>& first_pages);

/// How many pages of that design the year in numbers takes.
std::size_t numbers_pages(const Edition& edition, const PageSpec& page);
/// Page `part` (from 0) of the year in numbers, on page `page`. The run adds the folio.
void set_numbers(Desk& desk, std::size_t page, StructureId parent, std::size_t part);

/// What the issue is made of and who may do what with it. The run adds the folio.
void set_colophon(Desk& desk, std::size_t page, StructureId parent);

void set_back_cover(Desk& desk, std::size_t page, StructureId parent);

} // namespace halfstar::layout
