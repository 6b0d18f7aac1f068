// The words of a page of the site, or of an ebook's document, by flow. It is read by libxml2, which knows nothing of
// what wrote it.
#pragma once

#include "proof/found_flows.h"

#include <string_view>

namespace halfstar::proof {

/// As browsers read HTML: whatever it is like.
FoundFlows read_web_page(std::string_view html);
/// As reading systems read XHTML: nothing is found where it is not well formed.
FoundFlows read_book_page(std::string_view xhtml);

} // namespace halfstar::proof
