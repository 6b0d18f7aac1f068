// Facts that stand in the text itself: lines such as `Directed by: Alex Ross Perry` or
// `My Rating: ★★★★½` near the top or the bottom of a body. They leave it and become facts; whatever is
// not understood whole stays where its author put it.
#pragma once

#include "read/facts.h"

#include <halfstar/document.h>

namespace halfstar::reading {

/// Which part of a body may hold labels: in an interview "Director:" begins an answer, and in a list each film
/// has its own.
enum class LabelPlaces : std::uint8_t { top_and_bottom, top_only };

/// Takes the label lines out of `body`. A line counts only when its label is a known one, its value is what the
/// label asks for, and it stands with nothing but labels: in a paragraph or list of its own, or as the first or last
/// lines of a paragraph.
void take_body_labels(Blocks& body, Facts& facts, LabelPlaces places, Diagnostics& diagnostics);

} // namespace halfstar::reading
