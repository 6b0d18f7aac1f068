// The notes on contributors as a piece, which is set as any other: a name, and below it what there is to say.
#pragma once

#include <halfstar/edition.h>

namespace halfstar::layout {

Piece contributors_piece(const Edition& edition);

} // namespace halfstar::layout
