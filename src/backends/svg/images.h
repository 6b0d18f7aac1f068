// Pictures as SVG carries them: the bytes in a data: address, so that a page is one file.
#pragma once

#include <halfstar/pages.h>
#include <halfstar/resources.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar::svg {

/// "data:image/png;base64,..."
std::string data_address(std::string_view media_type, std::string_view bytes);

/// The picture's address. PNG and JPEG stand as they are unless a reader would have to turn or blend
/// them: then, as the other formats, they are decoded on white and written as PNG (turned JPEGs as JPEG).
Result<std::string> picture_address(const Picture& picture, const Resources& resources);

/// The first picture with the same bytes: pictures that are the same stand once on a page.
std::uint32_t first_alike(const PagedDocument& document, std::uint32_t picture);

} // namespace halfstar::svg
