// Drawn ornaments as paths: stars by quarters. The ten points of a star stand every 36 degrees, first
// straight up; the inner radius is .42 of the outer. Cuts are by area: a quarter of it lies left of
// .359 of the width, three quarters left of .641.
#pragma once

#include <halfstar/pages.h>
#include <halfstar/style.h>

#include <vector>

namespace halfstar {

/// Width of a star of outer radius `radius`: 1.902 of it.
Length star_width(Length radius);

/// A star's outline about `centre`.
Path star_path(Point centre, Length radius);
/// The part of a star left of its vertical cut; `quarters` 1-4.
Path star_part(Point centre, Length radius, int quarters);

/// The shapes of `quarters` quarter stars out of `count` stars, the first star's left point at `left`,
/// centres at `centre_y`.
std::vector<Shape> draw_stars(Length left, Length centre_y, int quarters, int count, const StarSpec& spec, Paint paint);
/// From the left point of the first to the right point of the last star that is drawn.
Length stars_width(int quarters, int count, const StarSpec& spec);

} // namespace halfstar
