// One piece from its title to its last credit, for the web page and the ebook alike.
#pragma once

#include "backends/html/dress.h"
#include "backends/html/outline.h"

namespace halfstar::html {

/// Writes the piece as one element (`article` on the web, a chapter's `section` in an ebook) with the
/// piece's language and ids that begin with its key. `outline` is the piece's, made with id_prefix(piece).
void write_article(Markup& out, const Dress& dress, const Piece& piece, const Outline& outline);

} // namespace halfstar::html
