// The first walk over all pages: everything that must be known before the first byte is written. Which
// glyphs are used and what they say, which pictures, where links lead and anchors stand.
#pragma once

#include "backends/pdf/codes.h"

#include <halfstar/pages.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace halfstar::pdf {

struct PageFacts {
    Size trim;
    std::string label;
    Bleed bleed = {};

    /// Where the trim's left upper corner lies on PDF's page, which holds the bleed as well.
    Length left() const { return bleed.left; }
    Length top() const { return trim.height + bleed.bottom; }
};

struct PlacedLink {
    std::uint32_t page = 0;
    StructureId leaf = 0;
    LinkArea area;
};

struct PlacedAnchor {
    std::uint32_t page = 0;
    Point at;
};

struct Survey {
    std::vector<PageFacts> pages;
    std::vector<Size> forms; ///< their trims
    std::vector<FaceCodes> faces;                ///< by FaceIndex, codes assigned
    std::vector<PlacedLink> links;               ///< those that lead somewhere, in page order
    std::map<std::string, PlacedAnchor> anchors; ///< the first of each name
    std::vector<bool> pictures;                  ///< by picture: placed somewhere, first of those with its bytes
    std::vector<Size> picture_sizes;             ///< by picture: the largest that it is placed at
    std::size_t replacements = 0;                ///< pieces of text that the structure says beside their glyphs
};

/// Whether a run can be painted at all.
bool is_paintable(const GlyphRun& run);

/// On up to `jobs` threads.
Survey survey(const PagedDocument& document, int jobs);

/// For each picture the first with the same bytes.
std::vector<std::uint32_t> first_alike(const std::vector<Picture>& pictures);

/// Whether a glyph of the run can be painted: glyph 0 would print the box for what is missing.
inline bool is_paintable(const Glyph& glyph) { return glyph.id != 0; }

} // namespace halfstar::pdf
