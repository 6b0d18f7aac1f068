// Plain outlines that drawings are made of, and where outlines are.
#pragma once

#include <halfstar/pages.h>

#include <optional>

namespace halfstar {

/// A circle as four curves; it strays from a true one by less than 3 parts in 10,000 of the radius.
Path circle_path(Point centre, Length radius);
Path rectangle_path(const Rect& rect);

/// The smallest rectangle that has both.
Rect together(const Rect& a, const Rect& b);
/// Of a path's points, between which its curves stay; none when it has none.
std::optional<Rect> extent(const Path& path);

} // namespace halfstar
