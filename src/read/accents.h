// Letters and their accents as one character each (Unicode's form NFC), as some keyboards and file systems
// do not write them: words that look alike then are alike, and faces have their glyphs.
#pragma once

#include <halfstar/piece.h>

namespace halfstar::reading {

/// Composes the words of the body and the notes. Spans stay: they count in the source.
void compose_accents(Piece& piece);

} // namespace halfstar::reading
