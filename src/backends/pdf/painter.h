// One page's items as a content stream. The painter decides nothing about the file: it says what it
// used, and gets the names of fonts and pictures from outside; so a page can be painted as a page of its
// own or as a form that is placed on a sheet.
#pragma once

#include "backends/pdf/codes.h"
#include "backends/pdf/inking.h"
#include "backends/pdf/profile.h"

#include <halfstar/pages.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace halfstar::pdf {

/// What the content streams of a file share.
struct PaintingPlan {
    const PagedDocument& document;
    const std::vector<FaceCodes>& codes;
    std::vector<std::uint32_t> first_font;    ///< by face: the number of the name of its first font
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

/// A stretch of marked content.
struct PaintedMark {
    StructureId leaf = 0;
    std::optional<std::string> replacement; ///< a span of its own in the structure, which says this
};

struct PaintedPage {
    std::string content;
    std::vector<PaintedMark> marks;  ///< by marked-content id
    std::set<std::uint32_t> pictures;
    std::set<std::uint32_t> forms;
    std::vector<SeenBox> figures;    ///< one for each figure
};

PaintedPage paint_page(const Page& page, const PaintingPlan& plan);

} // namespace halfstar::pdf
