// Where the pages of a laid-out zine begin, said in places of the tree: what lets an ebook list the pages of
// the print edition without knowing what a page is.
#pragma once

#include <halfstar/edition.h>
#include <halfstar/page_list.h>
#include <halfstar/pages.h>

namespace halfstar {

/// `pages` are those of a zine made of `edition`; both carry its identifier. Read on up to `jobs` threads (0: as many as cores).
PrintEdition print_edition_of(const PagedDocument& pages, const Edition& edition, int jobs);

} // namespace halfstar
