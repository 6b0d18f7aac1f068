// What to do at the printer, in one line.
#pragma once

#include <halfstar/imposition.h>
#include <halfstar/pages.h>

#include <string>
#include <vector>

namespace halfstar {

/// "zine-booklet.pdf: 24 pages, 6 sheets of A4 a copy; print on both sides, flip on the short edge, fold and staple"; with copies
/// also how many sheets they are, with fillers how many of the pages only fill it up; above 64 pages in one nest also that so thick a fold is better parted into
/// signatures. `pages` are those that were placed on `sheets`.
std::string sheet_advice(const std::string& file, const Imposition& imposition, const PagedDocument& pages,
                         const PagedDocument& sheets, std::uint32_t copies, std::uint32_t fillers = 0);

/// The advice for several files: one line where it is the same for all of them but for their names.
std::vector<std::string> of_many(std::vector<std::string> advice);

/// What the name of a file of sheets ends in: "-booklet.pdf", "-mini8.pdf".
std::string sheets_suffix(const Imposition& imposition);

} // namespace halfstar
