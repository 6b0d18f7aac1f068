// The pictures of an issue's reviews on one sheet: a grid of equal frames, each filled by its picture.
#pragma once

#include "typeset/layout/desk.h"

#include <cstddef>

namespace halfstar::layout {

/// In the room, with so much between the frames; false, and nothing is set, where no review has a picture.
bool set_contact_sheet(Desk& desk, std::size_t page, StructureId parent, const Rect& room, Length gap);

/// The grid of `count` frames that fills a room: the one whose frames are nearest to `proportion` (width by height), and
/// of which few are empty.
struct SheetGrid {
    int columns = 1, rows = 1;
};
SheetGrid sheet_grid(int count, const Size& room, Length gap, double proportion);

} // namespace halfstar::layout
