// The words that stand before a review: a line in quotation marks, or a quotation set apart.
#pragma once

#include <halfstar/document.h>
#include <halfstar/piece.h>

#include <optional>
#include <string_view>

namespace halfstar::reading {

/// Takes the epigraph from the front of `body`: a first paragraph of at most 60 words that stands wholly in quotation
/// marks (each of its lines, or all together) with or without a line of attribution, or a first quotation
/// of that length. Something else must follow it.
std::optional<Epigraph> take_epigraph(Blocks& body);

/// Whether the words begin and end with marks that belong together and do not close in between.
bool is_wholly_quoted(std::string_view words);

} // namespace halfstar::reading
