// The summary beside the text that it stands before.
#pragma once

#include <halfstar/piece.h>

namespace halfstar {

/// Whether the body begins with the words of the summary: then it is not set before them once more.
bool begins_with_summary(const Piece& piece);

} // namespace halfstar
