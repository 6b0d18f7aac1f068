// The words of a page of the site, or of an ebook's document, by flow. It is read by libxml2, which knows nothing of
// what wrote it.
#pragma once

#include "proof/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace halfstar::proof {

/// What was read back from an output about one piece.
struct FoundFlows {
    Words body, summary, epigraph;
    std::vector<Words> notes, captions, cells;
    Words page; ///< of the web: everything, since an author's own markup may move words from where they belong
};

/// As browsers read HTML: whatever it is like.
FoundFlows read_web_page(std::string_view html);
/// As reading systems read XHTML: nothing is found where it is not well formed.
FoundFlows read_book_page(std::string_view xhtml);

} // namespace halfstar::proof
