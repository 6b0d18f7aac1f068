// Sheets: pages placed on larger paper so that they read in order once it is printed on both sides, folded
// and nested. Pages are placed as they are, never scaled; whatever painted them paints the sheets.
#pragma once

#include <halfstar/pages.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace halfstar {

/// A page on one side of a sheet, by the top left corner of its trim.
struct Placement {
    std::uint32_t page = 0;
    Point at;
};

/// Sides follow one another as the printer takes them: front and back of the first sheet, of the second …
using SheetSide = std::vector<Placement>;

/// The sides of a saddle-stitched booklet, two pages a side: `pages` must be a multiple of four. The paper
/// lies on its long edge, the fold in its middle; pages touch the fold. Front and back are both upright,
/// so sheets are flipped on their short edge. Reading from right to left, the pages change places.
std::vector<SheetSide> booklet_sides(std::uint32_t pages, Size trim, Size paper, bool right_to_left);

/// Paper for a booklet of pages of this trim: of A4 and Letter the one that it is half of, lying on its long
/// edge; the trim twice as wide when it is neither's.
Size booklet_paper(Size trim);

/// `pages` as a booklet. It has no structure, no links and no outline: it is for a printer. `pages` must
/// outlive it and have a multiple of four pages of one trim.
std::unique_ptr<PagedDocument> impose_booklet(const PagedDocument& pages);

} // namespace halfstar
