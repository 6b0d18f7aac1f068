// An index of the zine in two columns over the whole frame: entries with the pages where their reviews begin,
// each page a link. People who are there for different things have a sub-entry for each of their roles.
#pragma once

#include "typeset/layout/contents.h"
#include "typeset/layout/galley.h"

#include <cstddef>
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
    /// Its pages are those from `page` on, which the composition has.
    void stand(std::size_t page);
    /// The last row that it takes of its last page.
    int end_row() const;

private:
    /// How entries are parted where their initial changes.
    enum class Initials : std::uint8_t { unmarked, parted, headed };

    /// A paragraph of it.
    struct Line {
        SetText text;
        bool heads = false; ///< stays with what follows
        bool apart = false; ///< from what is before
    };

    void plan(const Beginnings& beginnings);
    void initial(const std::string& words);
    void entry(const IndexEntry& entry, const Beginnings& beginnings);
    void line(TextWriter write, int steps);
    void set_lines();
    void set_line(Line line);
    void cut();
    void balance();
    Column column_of(std::size_t page, std::size_t column) const;
    int first_row(std::size_t page) const { return page == 0 ? row_ + opener_.text_row : 0; }
    Length column_width() const;
    Length height_of(const breaking::PageBreak& column) const;

    Desk desk_;
    StructureId parent_, index_ = 0;
    const std::vector<IndexEntry>& entries_;
    Initials initials_ = Initials::unmarked;
    Opener opener_;
    std::vector<Line> lines_; ///< until they are set
    bool apart_ = false;      ///< the next line
    Galley galley_;
    std::vector<breaking::PageBreak> columns_; ///< two a page
    int row_ = 0;
};

} // namespace halfstar::layout
