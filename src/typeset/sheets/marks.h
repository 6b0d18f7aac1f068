// What is drawn on sheets for who cuts, folds and staples them.
#pragma once

#include "typeset/sheets/sheets.h"

#include <vector>

namespace halfstar {

/// The marks of one side, as strokes in black. Marks stand in the paper's margin; where pages leave none, crop and registration marks
/// are left out, and folds are short ticks at the paper's edges. Staples show on the outermost front of each nest alone.
std::vector<Item> marks_of(const Imposition& imposition, const SheetPlan& plan, const SheetSide& side, Size trim);

} // namespace halfstar
