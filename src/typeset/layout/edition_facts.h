// What a zine's document says of itself, and the piece that stands for the edition where its own pages want one.
#pragma once

#include <halfstar/edition.h>
#include <halfstar/pages.h>

namespace halfstar::layout {

DocumentInfo info_of(const Edition& edition);

/// What stands where a piece is wanted and the edition itself speaks; its picture is the cover's.
Piece front_of(const Edition& edition);

} // namespace halfstar::layout
