// A review as a leaflet: four pages on both sides of one sheet that is folded once, its text between as much of a
// cover and a back as the sheet has room for.
#pragma once

#include "export/press.h"

#include <memory>

namespace halfstar {

/// Leaflets end in this.
inline constexpr std::string_view leaflet_suffix = "-leaflet.pdf";

/// An edition of one piece with the parts that a leaflet may have.
Edition compose_leaflet(Piece piece, const ExportRequest& request, Diagnostics& diagnostics);

/// Its pages. `edition.parts` become those that were set: with four pages or fewer of text as many as make four, with
/// more the text alone, on more sheets.
std::unique_ptr<PagedDocument> set_leaflet(Press& press, Edition& edition, const PageSpec& page, Diagnostics& diagnostics,
                                           PageFit& fit);

} // namespace halfstar
