// Pages as text, an item a line with fixed rounding: the golden of every layout test.
#pragma once

#include <halfstar/pages.h>

#include <string>

namespace halfstar {

/// Points to three decimals. The structure tree is not shown; each item names its leaf.
std::string dump_page(const Page& page);
/// The structure tree, indented, with the text of its leaves in reading order.
std::string dump_structure(const PagedDocument& document);

} // namespace halfstar
