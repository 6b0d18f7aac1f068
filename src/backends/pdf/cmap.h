// The two tables of a one-byte font, as PostScript that readers run: codes to glyphs, and codes to text.
#pragma once

#include "backends/pdf/codes.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar::pdf {

/// Codes to CIDs; CIDs of codes without a glyph are left out.
std::string encoding_cmap(std::string_view name, const CodePage& page, const std::array<std::uint32_t, 256>& cids);
/// Codes to UTF-16 (Adobe Technical Note 5411).
std::string to_unicode_cmap(const CodePage& page);

} // namespace halfstar::pdf
