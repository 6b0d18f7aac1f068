// Cutting a face down to the glyphs that are used, for embedding (hb-subset).
#pragma once

#include "design/fonts/face.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace halfstar {

struct Subset {
    std::string bytes;      ///< TrueType: a font file. CFF: the bare `CFF ` table
    bool cff = false;
    /// Glyph id in the face as installed to glyph id (CID for CID-keyed CFF) in the subset; 0 to 0.
    std::map<std::uint32_t, std::uint32_t> glyphs;
};

/// For PDF: glyphs alone, renumbered, all layout and naming tables dropped.
Result<Subset> subset_for_pdf(const Face& face, std::span<const std::uint32_t> glyphs);

/// For EPUB and HTML: the characters of `text` with kerning, ligatures and the features named; a whole
/// OpenType file that browsers take.
Result<std::string> subset_for_web(const Face& face, std::u32string_view text,
                                   std::span<const std::string> features);

} // namespace halfstar
