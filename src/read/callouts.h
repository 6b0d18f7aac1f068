// Quotations that say in their first letters what they are: `> [!note] Title` of vaults and `>! ...` of forums.
#pragma once

#include <halfstar/document.h>

namespace halfstar::reading {

/// At every depth: what folds (`[!note]-`) and what gives something away becomes a Details, the source of a `[!quote]`
/// its attribution, and any other title a line of its own.
void read_callouts(Blocks& blocks);

} // namespace halfstar::reading
