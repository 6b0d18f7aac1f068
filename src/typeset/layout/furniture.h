// What a page carries besides its text: the band at the head, running head and folio, the foot. All of it
// is artifact.
#pragma once

#include "typeset/layout/opener.h"

#include <cstddef>
#include <string>
#include <vector>

namespace halfstar::layout {

/// What a piece hangs from on page `page`: the band with publication, kind and day at the page's head, and the
/// rule over row `row`, where it begins.
void set_band(Desk& desk, std::size_t page, int row);
/// Puts an opener on a page, its row 0 on row `row`, with what it hangs from; the outline knows its place then.
void stand_opener(Desk& desk, Opener& opener, std::size_t page, int row);
/// The piece's title above the text column and the section's above the side column, for pages that go on. Of
/// facing pages only those that open a leaf have one. On the axis the section stands on versos, the title on rectos.
void set_running_head(Desk& desk, std::size_t page, const std::string& section);
/// What the page is about, beside its folio, where the page design has it there.
void set_running_foot(Desk& desk, std::size_t index);
/// The page's number, on facing pages: in the margin at the foot, at the left edge of the side column, or at the
/// outer edge of the text where there is none; or in a box in the outer corner.
void set_folio(Desk& desk, std::size_t page);
/// Composes the folios of pages that have their labels, on as many threads as the desk has: set_folio, called for these pages next and in
/// this order, only looks them up.
void compose_folios(Desk& desk, const std::vector<std::size_t>& pages);
/// The foot of page `index`: on the first what the edition says of itself, on later ones the folio.
void set_foot(Desk& desk, ComposedPage& page, std::size_t index);

} // namespace halfstar::layout
