// What a font's lookups (tables GSUB and GPOS) may do to a glyph, read from where each of them begins: whoever knows that letters
// are moved by their neighbours alone need not have each word shaped (OpenType 1.9, "Common Table Formats", GSUB, GPOS).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace halfstar {

enum class LookupTable : std::uint8_t { substitution, positioning };

/// Glyphs by their numbers, one each of the font's.
using GlyphSet = std::vector<bool>;

/// Adds to `glyphs` those at which a lookup may change a glyph, or place it otherwise than by a distance between two neighbours, in words of
/// which all glyphs are among `present`. A lookup of pairs that only moves them apart or together (each pair whatever stands around it) adds none.
/// False: of a lookup that cannot be read, or whose pairs are not so; then nothing is known of any glyph. `table` is the whole of GSUB or GPOS.
bool add_touched(LookupTable kind, std::string_view table, std::uint32_t lookup, const GlyphSet& present, GlyphSet& glyphs);

} // namespace halfstar
