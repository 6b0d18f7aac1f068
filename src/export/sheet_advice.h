// What to do at the printer, in one line.
#pragma once

#include <halfstar/pages.h>

#include <string>

namespace halfstar {

/// "zine-booklet.pdf: 24 pages, 6 sheets of A4 a copy; print on both sides, flip on the short edge, fold and staple";
/// above 64 pages also that so thick a fold is better parted into signatures. `pages` are those that were
/// placed on `sheets`.
std::string sheet_advice(const std::string& file, const PagedDocument& pages, const PagedDocument& sheets);

} // namespace halfstar
