// One piece on its way to pages: composed as a whole first, then stood on the pages that it takes. Whether it
// begins a page or shares one with the piece before it is decided in between, by what composing has shown.
#pragma once

#include "typeset/layout/page_maker.h"

#include <cstddef>
#include <optional>
#include <string>

namespace halfstar::layout {

class PieceSetter {
public:
    /// `section` stands in the running heads; what is set hangs below `article`.
    PieceSetter(Desk desk, StructureId article, std::string section);
    PieceSetter(const PieceSetter&) = delete;
    PieceSetter& operator=(const PieceSetter&) = delete;

    /// Opener, body, notes, addresses, credits, poster: nothing has a page yet.
    void compose();
    /// Whether all of it fits on one page, from row `row` on.
    bool fits_below(int row);
    /// Whether it can begin below row `row` and go on on the next page: its head and some lines have room.
    bool begins_below(int row) const;
    /// Saves its last page when it stands, where that is short and paragraphs can be set a line shorter.
    void save_last_page() { saving_ = PageMaker::Saving::done; }
    /// Whether that was done; or could be, where it was not asked for.
    bool is_shorter() const { return shorter_ && saving_ == PageMaker::Saving::done; }
    bool can_be_shorter() const { return shorter_; }
    /// Makes its pages from `page` on, row `row`, but for what `finish` adds to the last.
    void stand(std::size_t page, int row);
    /// The last row that it takes of its last page if nothing is brought to the foot.
    int end_row() const;
    void finish(Ending ending);

    std::size_t first_page() const { return page_; }
    std::size_t last_page() const { return maker_->last_page(); }
    /// What the body takes when all of its columns stand upon one another, and the row below the opener where it begins.
    Length body_height() const { return galley_.height(); }
    int text_row() const { return opener_.text_row; }
    /// What its notes take at the feet of pages.
    Length notes_height() const { return notes_.height_at_feet(); }

private:
    void set_body();
    Surroundings across() const;
    void set_side(std::size_t page);

    Desk desk_;
    StructureId article_;
    std::string section_;
    Surroundings around_;
    Opener opener_;
    Galley galley_;
    BlockSetter blocks_;
    NoteSetter notes_;
    Strip poster_;
    std::optional<PageMaker> maker_;
    PageMaker::Saving saving_ = PageMaker::Saving::tried;
    bool shorter_ = false;
    std::size_t page_ = 0; ///< where it begins
    int row_ = 0;
    int side_end_ = 0; ///< the last row of the side column on its first page, from its own row 0
};

} // namespace halfstar::layout
