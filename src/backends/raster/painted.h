// A page on a canvas: what previews and covers are taken from.
#pragma once

#include "backends/raster/canvas.h"

#include <halfstar/pages.h>
#include <halfstar/resources.h>

namespace halfstar::raster {

/// What a page is stretched by to be `width` pixels wide.
double pixels_a_point(const Page& page, std::uint32_t width);

/// Paints the items of `page` in their order. An Error when a picture's bytes cannot be had.
Result<void> paint_items(const PagedDocument& document, const Page& page, const Resources* resources, Canvas& canvas);

} // namespace halfstar::raster
