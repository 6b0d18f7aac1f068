// The pictures of a piece in reading order.
#pragma once

#include <halfstar/piece.h>

#include <functional>

namespace halfstar::html {

/// Calls `visit` on every image that a writer shows: poster, epigraph, summary, body, notes.
void each_image(const Piece& piece, const std::function<void(const Image&)>& visit);

} // namespace halfstar::html
