// A page on its canvas: what previews and covers are taken from.
#pragma once

#include "backends/raster/canvas.h"

#include <halfstar/pages.h>
#include <halfstar/resources.h>

namespace halfstar::raster {

/// As paint_page, before the pixels are taken.
Result<Canvas> painted(const PagedDocument& document, std::uint32_t index, std::uint32_t width, const Resources* resources);

} // namespace halfstar::raster
