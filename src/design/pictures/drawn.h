// Pictures that the program draws itself, for pages that want one where the author has none: gray pixels made of
// nothing but numbers, the same on every machine. They are handed on like pictures that were read; what asks for
// their pixels asks here.
#pragma once

#include "design/pictures/pictures.h"

namespace halfstar {

/// A dark house, a bright screen, and two rows of heads before it, in the proportions of `size`.
Picture drawn_auditorium(Size size);

/// Whether the picture is one of these, and not a file.
bool is_drawn(const Picture& picture);
/// The pixels of a picture that is.
Pixels drawn_pixels(const Picture& picture);

} // namespace halfstar
