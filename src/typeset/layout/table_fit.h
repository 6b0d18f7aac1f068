// How a table fits its measure: its columns as wide as they want; else as wide as their longest words; else in smaller
// type, or with hyphens; and when all that does not help as a list, in which every cell follows its head.
#pragma once

#include "typeset/layout/desk.h"

#include <vector>

namespace halfstar::layout {

struct TableFit {
    std::vector<Length> widths; ///< of the columns; of a list, what its heads and its cells take
    Length gap;                 ///< between them
    double share = 1;           ///< of the type's own size
    Hyphenation hyphenation = Hyphenation::off;
    bool as_list = false;

    Length width() const;
};

/// The first way, in the order above, in which no word of the table is wider than its column.
TableFit fit_table(Desk& desk, const Table& table, Length measure);

/// A cell in an element, as the fit has it.
SetText cell_text(const Desk& desk, const Cell& cell, Element element, Alignment alignment, Length width,
                  const TableFit& fit);

} // namespace halfstar::layout
