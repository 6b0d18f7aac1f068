// The cut mark, `<!--more-->`: what stands before it is what front pages show of a piece.
#pragma once

#include <halfstar/piece.h>

#include <cstdint>

namespace halfstar::reading {

/// Takes the text before the mark at byte `at` of the source for the summary, when it is one short paragraph of words
/// and the text goes on behind it. It stays in the body, whose beginning it is; where a body begins with its summary,
/// the summary is not set before it once more.
void take_summary_before(std::uint32_t at, Piece& piece);

} // namespace halfstar::reading
