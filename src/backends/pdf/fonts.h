// Faces as the file carries them: cut down to the glyphs in use, with widths, metrics and the text of
// every glyph.
#pragma once

#include "backends/pdf/codes.h"
#include "backends/pdf/objects.h"
#include "design/fonts/face.h"

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar::pdf {

/// A glyph's advance in millionths of an em, as /W says it: to three decimals of a thousandth.
std::int64_t width_of(const Face& face, std::uint32_t glyph);
/// Font units as thousandths of an em, in thousandths of that.
std::int64_t glyph_units(const Face& face, std::int64_t font_units);

/// Reserves and fills a composite font for one set of a face's codes; its subset is made when it is
/// written. `codes` and `face` must live until then.
ObjectNumber add_font(PdfDocument& document, const Face& face, const CodeSet& codes);

/// The same for a face of pictures (colour emoji), whose codes have one byte: a Type 3 font, whose glyphs
/// place images.
ObjectNumber add_picture_font(PdfDocument& document, const Face& face, const CodeSet& codes);

/// The six letters and plus sign of a subset, from its bytes.
std::string subset_tag(std::string_view bytes);

} // namespace halfstar::pdf
