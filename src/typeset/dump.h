// Pages as text, an item a line with fixed rounding: the golden of every layout test.
//
//     page "12" 419.528 x 595.276
//     run 42.520,65.000 to 120.301 Vollkorn-Regular 9.500 #000000 leaf 7 "The long take"
//     rule 42.520,68.000 243.780 x 0.750 #000000
//
// A run says where its last glyph's advance ends. What is as usual is not said: leaf 0, scale 1, no turn.
#pragma once

#include <halfstar/pages.h>

#include <span>
#include <string>

namespace halfstar {

/// Points to three decimals. The structure tree is not shown; each item names its leaf. Faces are shown by
/// their number.
std::string dump_page(const Page& page);
/// As above, with faces by their PostScript names.
std::string dump_page(const Page& page, std::span<const Face* const> faces);
/// The structure tree, indented, with the text of its leaves in reading order.
std::string dump_structure(const PagedDocument& document);

} // namespace halfstar
