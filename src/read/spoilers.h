// Spoilers as reviewers announce them in words: at the top, for the whole piece; further down, from a heading or a
// line such as "Spoilers follow" to "End of spoilers", the next heading of that level or the end.
#pragma once

#include <halfstar/document.h>

namespace halfstar::reading {

/// Whether the top of the body says that the piece gives the story away, and nothing says where that ends.
bool warns_of_spoilers(const Blocks& body);

/// Puts what stands behind such a heading or line, with it as the summary, into a Details.
void gather_spoilers(Blocks& body);

} // namespace halfstar::reading
