// The side column's boxes: who made the film, who is in it, and what else is known of it. A box has a
// rule, a head, and rows of a label and names.
#pragma once

#include "typeset/layout/opener.h"

#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

/// The trades in the order in which a programme names them; directors and cast stand apart.
inline constexpr Role trades[] = {
    Role::writer, Role::producer, Role::cinematographer, Role::editor, Role::production_designer,
    Role::costume_designer, Role::composer, Role::sound, Role::narrator, Role::distributor, Role::studio,
};

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

/// The poster in the side column from `row` on, its caption below it; the first row that is free then.
int set_poster(Desk& desk, Strip& strip, int row, StructureId parent);

} // namespace halfstar::layout
