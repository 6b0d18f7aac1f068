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

/// The size of that picture, without painting it.
struct PixelSize {
    std::uint32_t width = 0, height = 0;
};
Result<PixelSize> size_of_page(const PagedDocument& document, std::uint32_t index, std::uint32_t width);

/// The first page as a cover `width` pixels wide; its alternative text is the document's title. Both arguments must be there
/// until it is painted.
Result<Cover> cover_of(const PagedDocument& document, std::uint32_t width, const Resources* resources);

/// Of the first page the part that a banner of `width` by `height` pixels shows where links to a site are shown: the
/// head of a cover on colour; of one on white paper, whose title stands lower, what is below its upper margin; so that
/// no line of words is cut at its foot, where that can be. What the page does not fill is white.
Cover banner_of(const PagedDocument& document, std::uint32_t width, std::uint32_t height, const Resources* resources);

} // namespace halfstar::raster
