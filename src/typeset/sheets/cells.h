// Which page stands in which part of which sheet. A sheet is divided into equal cells; of its back, cells are told as
// they are seen once the sheet is turned over like a leaf of a book, so that behind the leftmost lies the rightmost.
#pragma once

#include <halfstar/imposition.h>

#include <cstdint>
#include <vector>

namespace halfstar {

struct CellGrid {
    int columns = 2, rows = 1;
};

CellGrid grid_of(Scheme scheme);

/// Whether a page goes into a cell, but for what rounding costs.
inline bool holds(Size cell, Size trim) {
    return trim.width.units <= cell.width.units + 4 && trim.height.units <= cell.height.units + 4;
}

/// What stands in a cell.
struct SheetCell {
    std::uint32_t page = 0;  ///< beyond the last page: the cell is empty
    bool turned = false;     ///< on its head
    std::uint32_t depth = 0; ///< how many sheets of its nest lie outside of it
};

/// Cells row by row from the left; `back` is empty where a sheet is printed on one side.
struct SheetCells {
    std::vector<SheetCell> front, back;
};

/// The sheets for so many pages, which are filled up by empty ones to what the scheme needs. Pages are counted from 0; in an issue
/// that is read from right to left the columns change places.
std::vector<SheetCells> cells_of(const Imposition& imposition, std::uint32_t pages, bool right_to_left);

} // namespace halfstar
