// Pages for who prints and folds: a sheet that shows where each page is to come, and one that says how to fold.
#pragma once

#include "typeset/layout/foundry.h"

#include <halfstar/edition.h>
#include <halfstar/pages.h>
#include <halfstar/style.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace halfstar {

/// A page's place on a side of a sheet.
struct SheetPanel {
    Rect at;
    std::string label; ///< what it is called: its place in the issue
    bool turned = false;
};

/// One side of the sheet that is shown.
struct SheetFace {
    std::string name; ///< "Front"
    std::vector<SheetPanel> panels;
};

/// Where a sheet is folded or cut: from here to there, in parts of its width and height.
struct SheetLine {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool cut = false;
};

struct SheetPages {
    Size paper;
    std::vector<SheetFace> faces; ///< front, and back where there is one
    std::vector<SheetLine> lines; ///< as they are seen on the front
    std::vector<std::string> steps; ///< what to do, in sentences
    bool guide = false, test = false;
};

/// The guide, on a sheet of its own (with an empty back where sheets have two sides), then the test sheet's sides.
std::unique_ptr<PagedDocument> lay_out_sheet_pages(const SheetPages& sheets, const Edition& edition, const Style& style,
                                                   const Foundry& foundry);

} // namespace halfstar
