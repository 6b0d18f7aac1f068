// What a page carries besides its text: the band at the head, running head and folio, the foot. All of it
// is artifact.
#pragma once

#include "typeset/layout/opener.h"

namespace halfstar::layout {

/// The band with publication, kind and day, or the rule, at the head of a piece's first page.
void set_band(Desk& desk, ComposedPage& page);
/// The piece's title above the text column, for pages that go on.
void set_running_head(Desk& desk, ComposedPage& page);
/// The foot of page `index`: on the first what the edition says of itself, on later ones the folio.
void set_foot(Desk& desk, ComposedPage& page, std::size_t index);

} // namespace halfstar::layout
