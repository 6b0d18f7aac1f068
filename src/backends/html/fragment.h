// Blocks and inlines as HTML without a page around them. As plain CommonMark it gives the
// specification's own output; the EPUB writer uses the same writer in its XHTML dress.
#pragma once

#include <halfstar/piece.h>

#include <string>

namespace halfstar::html {

enum class Syntax : std::uint8_t { html, xhtml };

/// CommonMark's reference rendering: raw HTML as it stands, no classes, no ids.
std::string write_commonmark(const Blocks& blocks);

} // namespace halfstar::html
