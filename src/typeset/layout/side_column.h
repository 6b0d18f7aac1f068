// The side column's boxes: who made the film, who is in it, and what else is known of it. A box has a
// rule, a head, and rows of a label and names.
#pragma once

#include "typeset/layout/opener.h"

#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

/// A row of a box; without a label the names take the whole width.
struct BoxRow {
    std::string label;
    std::vector<std::string> names;
};
struct Box {
    std::string heading;
    std::vector<BoxRow> rows;
};

/// The boxes of the piece's works, without what the opener says.
std::vector<Box> boxes_of(const Desk& desk);

/// Sets the boxes from `row` on in the side column of the page `page` and of the pages after it, which are
/// added where they are wanting.
void set_boxes(Desk& desk, const std::vector<Box>& boxes, std::size_t page, int row, StructureId parent);

/// The poster in the side column, its caption below it; the first row that is free then.
int set_poster(Desk& desk, ComposedPage& page, int row, StructureId parent);

} // namespace halfstar::layout
