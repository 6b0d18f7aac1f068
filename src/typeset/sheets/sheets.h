// Sheets: pages placed on larger paper so that they read in order once it is printed, folded, cut and bound.
// Pages are placed as they are, never scaled; whatever painted them paints the sheets.
#pragma once

#include <halfstar/imposition.h>
#include <halfstar/pages.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace halfstar {

/// A page on one side of a sheet.
struct Placement {
    std::uint32_t page = 0;
    Point at;              ///< of its trim's top left corner as it lies there
    bool turned = false;   ///< on its head
};

/// One side of a sheet, in the order in which the printer takes them.
struct SheetSide {
    std::uint32_t sheet = 0; ///< from 0
    bool back = false;
    std::vector<Placement> pages;
};

/// All sides of all sheets, on one paper.
struct SheetPlan {
    Size paper, trim; ///< of a sheet, and of each page on it
    std::uint32_t sheets = 0;
    bool two_sided = true;
    std::vector<SheetSide> sides;
};

/// How far the ink of each page stays away from its edge at the fold: the furthest that creep may move it.
using FoldMargins = std::vector<Length>;

/// Places so many pages of one trim. Pages touch the fold, or what becomes the spine; the heads of minis touch the fold across. Where
/// the flip is about the paper's other edge than a leaf's, backs stand on their heads. Paper that is too small is an
/// Error; so is a cover apart from a mini.
Result<SheetPlan> plan_sheets(const Imposition& imposition, std::uint32_t pages, Size trim, const FoldMargins& margins,
                              bool right_to_left);

/// The margins of a document's pages, as their items stand. What fills a page to its edge (a ground) does not count.
FoldMargins fold_margins(const PagedDocument& pages);

/// How a document's pages are placed.
Result<SheetPlan> plan_for(const PagedDocument& pages, const Imposition& imposition);

/// `pages` on sheets. They have no structure, no links and no outline: they are for a printer. `pages` must outlive them and be of
/// one trim.
Result<std::unique_ptr<PagedDocument>> impose(const PagedDocument& pages, const Imposition& imposition);

} // namespace halfstar
