// The head of a piece in a block: its title reversed out, as large as the block lets it be; its poster; a bar with
// the film's facts and its stars; and below, over the whole measure, who wrote it, the day and the epigraph.
#pragma once

#include "typeset/layout/opener.h"

namespace halfstar::layout {

/// As set_opener, of a page whose block has a height.
Opener set_block_opener(Desk& desk, StructureId parent);

} // namespace halfstar::layout
