// The contents of a page that holds everything: sections with their pieces in nested lists.
#pragma once

#include "backends/html/dress.h"

namespace halfstar::html {

/// The section that the piece stands in, or null.
const Section* section_of(const Edition& edition, const Piece& piece);
/// Id of the section's heading. No piece's begins so.
std::string section_id(const Section& section);

/// A `nav` with a link to every piece that is shown, letter and page at the back included.
void write_contents(Markup& out, const Dress& dress);

} // namespace halfstar::html
