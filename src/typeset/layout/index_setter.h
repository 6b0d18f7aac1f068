// An index of the zine in two columns over the whole frame: entries with the pages where their reviews begin,
// each page a link. People who are there for different things have a sub-entry for each of their roles. Large issues have indexes of
// many thousand lines: these are texts only while they are counted, and again while their page is made.
#pragma once

#include "typeset/layout/contents.h"
#include "typeset/layout/galley.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace halfstar::layout {

class IndexSetter {
public:
    /// `desk` is the edition's, `part` that of films, of people or of picture credits.
    IndexSetter(Desk desk, StructureId parent, IssuePart part);

    /// Composes all of it for a first page on which its row 0 is `row`, and finds how many pages it takes.
    void compose(const Beginnings& beginnings, int row);
    std::size_t page_count() const { return (columns_.size() + 1) / 2; }
    /// Its pages are those from `page` on, which the composition has. `made(first, last)` is called when pages [first, last) are made.
    void stand(std::size_t page, const std::function<void(std::size_t first, std::size_t last)>& made);
    /// The last row that it takes of its last page.
    int end_row() const;

private:
    /// How entries are parted where their initial changes.
    enum class Initials : std::uint8_t { unmarked, parted, headed };

    /// A paragraph of it: an initial, an entry, or what an entry's person did in a role.
    struct Paragraph {
        enum class Kind : std::uint8_t { initial, entry, head, role };
        std::uint32_t entry = 0;
        std::uint16_t role = 0; ///< its place among the sub-entries
        Kind kind = Kind::entry;
        bool heads = false; ///< stays with what follows
        bool apart = false; ///< from what is before
    };

    void plan();
    void initial(std::uint32_t entry);
    void entry(std::uint32_t entry);
    void add(std::uint32_t entry, Paragraph::Kind kind, std::uint16_t role = 0);
    SetText text_of(const Paragraph& paragraph) const;
    void count_lines();
    void add_slabs(const Paragraph& paragraph, const std::vector<breaking::Line>& lines);
    void cut();
    void balance();
    void stand_lines(std::size_t page, const std::function<void(std::size_t first, std::size_t last)>& made);
    bool goes_on(const breaking::PageBreak& column) const;
    std::uint32_t next_with_lines();
    Composed next_text();
    Column column_of(std::size_t page, std::size_t column) const;
    int first_row(std::size_t page) const { return page == 0 ? row_ + opener_.text_row : 0; }
    Length column_width() const;
    Length height_of(const breaking::PageBreak& column) const;

    Desk desk_;
    StructureId parent_, index_ = 0;
    const std::vector<IndexEntry>& entries_;
    const Beginnings* beginnings_ = nullptr;
    Initials initials_ = Initials::unmarked;
    Opener opener_;
    std::vector<Paragraph> paragraphs_;
    std::vector<ComposedText> kept_;      ///< of all paragraphs where these are not too many, from counting their lines to setting them
    std::size_t next_ = 0, prepared_ = 0; ///< of the paragraphs: the next that becomes a text, and those that are composed ahead
    bool apart_ = false; ///< the next paragraph
    Length room_;        ///< before the next line
    std::vector<breaking::Slab> slabs_; ///< a line each; `source` is its number in its paragraph
    std::vector<breaking::PageBreak> columns_; ///< two a page
    int row_ = 0;
};

} // namespace halfstar::layout
