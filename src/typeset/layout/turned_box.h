// What gives a story away, set upside down in a frame, so that nobody reads it by accident. A half turn about the
// frame's centre keeps every distance, and the words stay upright and in order in the structure.
#pragma once

#include "typeset/layout/desk.h"

namespace halfstar::layout {

/// Adds `box`, set in the measure that `inside_frame` gives, as one entry with a frame around it; its outside is whole
/// rows, so that what follows stands on the grid. What is no box (pictures, headings of the outline, more than a page,
/// which is `tallest`) follows the right way up on pages of its own.
/// A line the right way up says what the box is, if the author's words before it do not; on pages of its own one always
/// warns.
enum class Announced : std::uint8_t { by_author, by_nobody };
void add_turned(Desk& desk, Galley& galley, Galley box, Column column, Length tallest, Announced announced);

/// The measure inside a frame as wide as the column, from the column's left end.
Column inside_frame(const Desk& desk, Column column);

} // namespace halfstar::layout
