// Footnotes that were made by hand or by another tool: `<sup><a href="#fn1">1</a></sup>` in the text, and at the end a
// list with `id="fn1"` and links back. They become notes as `[^1]` would.
#pragma once

#include "read/html/soup.h"

namespace halfstar::soup {

void read_note_links(Soup& soup);

} // namespace halfstar::soup
