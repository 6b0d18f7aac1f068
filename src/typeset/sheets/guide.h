// What is shown of a scheme before its sheets: the first sheet's panels, where it is folded and cut, and what hands do, in words.
#pragma once

#include "typeset/layout/sheet_pages.h"
#include "typeset/sheets/sheets.h"

#include <halfstar/locale.h>

namespace halfstar {

/// Of the first sheet of the plan; pages are called by their places in the issue, from 1.
SheetPages sheet_pages_of(const Imposition& imposition, const SheetPlan& plan, const PagedDocument& pages, const Locale& words);

/// `sheets` with the pages of `before` in front of them. Both are kept.
std::unique_ptr<PagedDocument> with_pages_before(std::unique_ptr<PagedDocument> before, std::unique_ptr<PagedDocument> sheets);

} // namespace halfstar
