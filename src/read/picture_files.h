// Finds the pictures that a piece names: on disk, inside the root, whole. A picture that cannot be had
// is reported once and its words stand for it.
#pragma once

#include "read/read.h"

#include <halfstar/piece.h>

#include <string>
#include <string_view>

namespace halfstar::reading {

/// Resolves every Image of the body, the notes, the epigraph, the summary and the poster of `piece`, and
/// fills Piece::pictures, each file once. A path is relative to the file's folder, or to the root when it
/// begins with '/'; percent-encoding is undone, and a query or fragment is passed over. `poster` is where
/// the poster was named; `text` is what spans count in, so that a diagnostic points at the address itself.
void find_pictures(Piece& piece, Span poster, std::string_view text, const PieceFile& file, const FileReader& reader,
                   Diagnostics& diagnostics);

} // namespace halfstar::reading
