// Plain outlines that drawings are made of.
#pragma once

#include <halfstar/pages.h>

namespace halfstar {

/// A circle as four curves; it strays from a true one by less than 3 parts in 10,000 of the radius.
Path circle_path(Point centre, Length radius);
Path rectangle_path(const Rect& rect);

} // namespace halfstar
