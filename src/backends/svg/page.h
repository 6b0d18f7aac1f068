// One page as an SVG document: glyphs once as outlines and placed by reference, with the run's words
// over them as text that cannot be seen but can be selected, searched and read aloud.
#pragma once

#include <halfstar/pages.h>
#include <halfstar/resources.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace halfstar::svg {

/// On which page each anchor of the document stands.
using AnchorPages = std::map<std::string, std::uint32_t, std::less<>>;
AnchorPages find_anchors(const PagedDocument& document);

/// Name of the file of page `index` (from 0) when each page is a file: "1.svg".
std::string page_file(std::uint32_t index);

/// The page as a whole SVG file. An Error when a picture's bytes cannot be had.
Result<std::string> draw_page(const PagedDocument& document, std::uint32_t index, const AnchorPages& anchors,
                              const Resources* resources);

} // namespace halfstar::svg
