// From the galley to pages: where it is cut, and what stands where.
#pragma once

#include "typeset/layout/notes.h"
#include "typeset/layout/opener.h"

#include <vector>

namespace halfstar::layout {

class PageMaker {
public:
    PageMaker(Desk& desk, Galley& galley, const NoteSetter& notes, int text_row)
        : desk_(desk), galley_(galley), notes_(notes), text_row_(text_row) {}

    /// Sets some of the paragraphs a line shorter when that saves a page of a few lines.
    void fit(const std::vector<GalleyText>& paragraphs);
    /// Fills the composition's pages.
    void make();

private:
    std::vector<breaking::PageBreak> cut() const;
    std::vector<Length> heights() const;
    Length foot_rule() const { return desk_.grid() * 3 / 2; }
    int first_row(std::size_t page) const { return page == 0 ? text_row_ : 0; }
    void exchange(const GalleyText& where);
    void make_page(std::size_t index, const breaking::PageBreak& cut);
    void place(const GalleyEntry& entry, ComposedPage& page, Point at, std::size_t index);
    void place_notes(const breaking::PageBreak& cut, ComposedPage& page, Length text_end);

    Desk& desk_;
    Galley& galley_;
    const NoteSetter& notes_;
    int text_row_;
};

} // namespace halfstar::layout
