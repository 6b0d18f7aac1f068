// Pages as pictures in pixels: previews, contact sheets, and the covers that ebooks carry.
#pragma once

#include "design/pictures/pictures.h"

#include <halfstar/backend.h>
#include <halfstar/pages.h>
#include <halfstar/resources.h>

#include <cstdint>

namespace halfstar::raster {

/// One page as PNG. Options: `page` (from 1; the first when not given) and `width` in pixels (1600).
Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

/// Page `index` (from 0) in RGB on white, `width` pixels wide and as high as its trim asks. An Error when
/// there is no such page, the picture would have more than picture_pixel_limit pixels, or a picture's
/// bytes cannot be had. `resources` may be null for pages without pictures.
Result<Pixels> paint_page(const PagedDocument& document, std::uint32_t index, std::uint32_t width,
                          const Resources* resources);

/// The first page as a cover `width` pixels wide; its alternative text is the document's title.
Result<Cover> paint_cover(const PagedDocument& document, std::uint32_t width, const Resources* resources);

} // namespace halfstar::raster
