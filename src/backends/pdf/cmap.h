// The two tables of a font with codes of our own, as PostScript that readers run: codes to glyphs, and codes to text.
#pragma once

#include "backends/pdf/codes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::pdf {

/// Codes to CIDs; `cids` by the place of the code in the set.
std::string encoding_cmap(std::string_view name, const CodeSet& codes, const std::vector<std::uint32_t>& cids);
/// Codes to UTF-16 (Adobe Technical Note 5411).
std::string to_unicode_cmap(const CodeSet& codes);

} // namespace halfstar::pdf
