// The blocks of a piece from cmark into the soup: its containers, its lines, its HTML and, with
// conventions, its tables and footnotes.
#pragma once

#include "read/markdown/line_pour.h"

namespace halfstar::markdown {

enum class Tables : std::uint8_t { plain, read };

/// Pours the manuscript's whole document. `where` is its place in the source.
void pour_blocks(Pouring& pouring, Tables tables, Span where);

} // namespace halfstar::markdown
