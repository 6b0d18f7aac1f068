// One page's items as the draft of a content stream. The painter decides nothing about the file: it says what it
// used, and gets the names of pictures from outside; so a page can be painted as a page of its own or as a form
// that is placed on a sheet.
#pragma once

#include "backends/pdf/draft_shelf.h"
#include "backends/pdf/inking.h"
#include "backends/pdf/profile.h"

#include <halfstar/pages.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace halfstar::pdf {

/// What the content streams of a file share.
struct PaintingPlan {
    const PagedDocument& document;
    std::vector<std::uint32_t> first_picture; ///< by picture: the first with the same bytes
    Profile profile = Profile::archive;       ///< whether content is marked as what it is
    std::vector<Size> form_trims = {};        ///< by form
    const Inking* inking = nullptr;           ///< none: colours as they are
};

/// The name of a picture among the resources.
std::string picture_name(std::uint32_t picture);

/// The name of a form among the resources.
std::string form_name(std::uint32_t form);

/// Where a figure is seen on a page.
struct SeenBox {
    StructureId element = 0;
    Rect rect;
};

/// A stretch of marked content that is a span of its own in the structure.
struct PaintedSpan {
    std::uint32_t mark = 0; ///< its marked-content id
    std::string text;       ///< what it says
};

struct PaintedPage {
    ShelvedDraft content; ///< from the painter's hands it is here
    std::vector<StructureId> marks;  ///< the leaf of each stretch of marked content, by its id
    std::vector<PaintedSpan> spans;  ///< by marked-content id
    std::set<std::uint32_t> pictures;
    std::set<std::uint32_t> forms;
    std::vector<SeenBox> figures;    ///< one for each figure
};

/// Counts in `uses`, by face, every glyph of the page.
PaintedPage paint_page(const Page& page, const PaintingPlan& plan, std::vector<FaceUses>& uses);

} // namespace halfstar::pdf
