// The walk over all pages: everything that must be known before the first byte is written. Which glyphs are used and what
// they say, which pictures, where links lead and anchors stand; and what each page paints, as a draft.
#pragma once

#include "backends/pdf/painter.h"

#include <halfstar/pages.h>

#include <cstdint>
#include <map>
#include <memory>
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

class KeptPage;
class KeptPages;

struct Survey {
    std::vector<PageFacts> pages;
    std::vector<Size> forms; ///< their trims
    std::vector<PaintedPage> painted_pages, painted_forms;
    std::vector<FaceCodes> faces;                ///< by FaceIndex, codes assigned
    std::vector<UseCodes> page_codes, form_codes; ///< by part: what its drafts are set in
    std::vector<std::shared_ptr<KeptPage>> kept_pages; ///< by page; it has the draft then. Null: it is not kept
    std::vector<std::uint32_t> first_fonts;       ///< by face: the number of its first font
    std::vector<PlacedLink> links;               ///< those that lead somewhere, in page order
    std::map<std::string, PlacedAnchor> anchors; ///< the first of each name
    std::vector<bool> pictures;                  ///< by picture: placed somewhere, first of those with its bytes
    std::vector<Size> picture_sizes;             ///< by picture: the largest that it is placed at
    std::shared_ptr<DraftShelf> shelf;           ///< of the painted pages' and forms' drafts

    /// Content streams. May be asked for by several threads. An Error when a draft that was put aside cannot be read.
    Result<std::string> page_content(std::uint32_t page) const;
    /// What the draft of a kept page is set in.
    UseCodes codes_of(const KeptPage& page) const;
    Result<std::string> form_content(std::uint32_t form) const;

private:
    Result<std::string> content(const PaintedPage& painted, const UseCodes& codes) const;
};

/// Builds and paints every page and form once, on up to `jobs` threads; pages that are kept not even once. The plan needs no
/// trims of forms. `kept` and `scratch`, to which most drafts of a large document go, may be null.
Survey survey(PaintingPlan plan, int jobs, KeptPages* kept = nullptr, std::unique_ptr<Scratch> scratch = nullptr);

/// For each picture the first with the same bytes.
std::vector<std::uint32_t> first_alike(const std::vector<Picture>& pictures);

} // namespace halfstar::pdf
