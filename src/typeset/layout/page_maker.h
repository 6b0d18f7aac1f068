// From the galley to pages: where it is cut, and what stands where.
#pragma once

#include "typeset/layout/notes.h"
#include "typeset/layout/opener.h"

#include <utility>
#include <vector>

namespace halfstar::layout {

class PageMaker {
public:
    /// `paragraphs` are those whose lines may be exchanged.
    PageMaker(Desk& desk, Galley& galley, const NoteSetter& notes, std::vector<GalleyText> paragraphs, int text_row)
        : desk_(desk), galley_(galley), notes_(notes), paragraphs_(std::move(paragraphs)), text_row_(text_row) {}

    /// Lets the text go on before a figure that does not fit on the page where it is spoken of.
    void float_figures();
    /// Sets some of the paragraphs a line shorter when that saves a page of a few lines.
    void fit();
    /// Fills the composition's pages.
    void make();

private:
    std::vector<breaking::PageBreak> cut() const;
    std::vector<Length> heights() const;
    Length foot_rule() const { return desk_.grid(); }
    int first_row(std::size_t page) const { return page == 0 ? text_row_ : 0; }
    /// A shorter way to set one of the paragraphs, and what it costs in demerits.
    struct Saving {
        std::int64_t cost = 0;
        std::size_t paragraph = 0;
        std::vector<breaking::Line> lines;
    };
    std::vector<Saving> savings() const;
    std::uint32_t float_figure(std::uint32_t at, Length room);
    void indent(std::uint32_t at);
    void exchange(std::size_t paragraph, std::vector<breaking::Line> lines);
    void make_page(std::size_t index, const breaking::PageBreak& cut);
    void place(const GalleyEntry& entry, ComposedPage& page, Point at, std::size_t index);
    void place_notes(const breaking::PageBreak& cut, ComposedPage& page, Length text_end);

    Desk& desk_;
    Galley& galley_;
    const NoteSetter& notes_;
    std::vector<GalleyText> paragraphs_;
    int text_row_;
};

} // namespace halfstar::layout
