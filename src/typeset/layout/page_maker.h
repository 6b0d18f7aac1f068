// From the galley to pages: where it is cut, and what stands where. Where it is cut is chosen together with the way in
// which each paragraph is set. The page on which it ends is made last, when it is known whether something follows there. Where a page has columns the galley is cut into columns,
// and those of the page on which it ends are level; credits stand below them, over the whole measure.
#pragma once

#include "typeset/layout/notes.h"
#include "typeset/layout/opener.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace halfstar::layout {

/// Whether notes and credits on a galley's last page stand at its foot, or follow the text.
enum class Ending : std::uint8_t { at_foot, after_text };

class PageMaker {
public:
    /// `paragraphs` are those whose lines may be exchanged; the text begins on row `text_row` of page `page`.
    PageMaker(Desk& desk, Galley& galley, const NoteSetter& notes, std::vector<GalleyText> paragraphs,
              std::size_t page, int text_row)
        : desk_(desk), galley_(galley), notes_(notes), paragraphs_(std::move(paragraphs)), first_page_(page),
          text_row_(text_row) {}

    /// Whether all of it fits on its first page.
    bool fits_one_page() const;

    /// Lets the text go on before a figure that does not fit on the page where it is spoken of.
    void float_figures();
    /// Sets some of the paragraphs a line shorter or longer where that makes better pages: one less, no page of a few
    /// lines at the end, no lone lines, facing pages that end level.
    void fit();
    /// Sets at most so many paragraphs a line shorter, if that saves the last page; undone where it does not, or where it
    /// was only to be known.
    enum class Saving : std::uint8_t { done, tried };
    bool save_page(std::size_t most_paragraphs, Saving saving);
    /// Whether its last page, which is not its only one, has no more than so many lines of a column.
    bool ends_short(int lines) const;
    /// Fills the composition's pages but the last, adding them where they are wanting.
    void make();
    void make_last(Ending ending);
    /// The page on which it ends, and the last row there that it takes when nothing is at the foot.
    std::size_t last_page() const { return first_page_ + std::max<std::size_t>(page_count(cuts_), 1) - 1; }
    int end_row() const;

private:
    using Cuts = std::vector<breaking::PageBreak>; ///< a page each, or a column
    /// A part of the galley alone: entries, and the first line of notes that they have to take.
    struct Part {
        std::uint32_t first = 0, last = 0;
        std::uint32_t first_note = 0;
    };
    Part whole() const { return {0, text_end(), 0}; }
    Part from(const breaking::PageBreak& cut) const { return {cut.first, text_end(), cut.first_note}; }
    Cuts cut() const;
    Cuts cut(const Part& part, const std::vector<Length>& heights) const;
    breaking::PageMeasures measures() const;
    breaking::PageMeasures measures_of(const Part& part, const std::vector<Length>& heights) const;
    std::vector<breaking::Slab> slabs_of(const Part& part) const;
    breaking::Slab slab_of(const GalleyEntry& entry) const;
    /// How the galley ends: the entry of the text's last line, the first of the credits, the end; the end for none.
    struct TextEnd {
        std::uint32_t text = 0, credits = 0, all = 0;
    };
    TextEnd text_closes() const;
    Length height_below_text() const;
    void keep_end(breaking::Slab& slab, std::uint32_t entry, const TextEnd& end) const;
    std::vector<const GalleyEntry*> note_lines(std::uint32_t last) const;
    Length notes_height(const GalleyEntry& entry) const;
    std::vector<Length> heights() const;
    Length height_of(std::size_t index) const { return heights()[std::min(index, columns())]; }
    std::size_t columns() const { return static_cast<std::size_t>(desk_.page().columns); }
    std::size_t page_of(std::size_t index) const { return index / columns(); }
    std::size_t first_of_page(std::size_t page) const { return page * columns(); }
    std::size_t page_count(const Cuts& cuts) const;
    std::uint32_t text_end() const;
    void level(Cuts& cuts) const;
    Cuts levelled(const Part& part, Length tallest) const;
    bool spill(Cuts& cuts, std::size_t first) const;
    Length credits_across() const;
    bool credits_apart(const Cuts& cuts) const;
    Length foot_rule() const { return desk_.grid(); }
    int first_row(std::size_t page) const { return page == 0 ? text_row_ : 0; }
    /// Another way to set one of the paragraphs.
    struct Way {
        std::size_t paragraph = 0, index = 0;
    };
    const breaking::Breaks& breaks_of(const Way& way) const { return paragraphs_[way.paragraph].other_ways[way.index]; }
    std::vector<Way> ways() const;
    breaking::Alternative alternative(const Way& way, const TextEnd& end) const;
    std::vector<GalleyEntry> set_again(const GalleyText& where, const std::vector<breaking::Line>& lines) const;
    void share_notes(const GalleyText& where, const std::vector<breaking::Line>& lines,
                     std::vector<GalleyEntry>& entries) const;
    void make_room_for_credits();
    std::uint32_t float_figure(std::uint32_t at, Length room);
    void indent(std::uint32_t at);
    void exchange(std::size_t paragraph, std::vector<breaking::Line> lines);
    const RepeatedHead* head_of(const breaking::PageBreak& cut) const;
    Length top_of(std::size_t index) const;
    /// Calls `place(entry, y)` for each entry of the text from the page's head on; where the last one ends.
    template <class Place>
    Length walk(std::size_t index, const breaking::PageBreak& cut, Place&& place) const;
    Column column(std::size_t index) const;
    ComposedPage& page(std::size_t index) { return desk_.composition.pages[first_page_ + page_of(index)]; }
    void make_page(std::size_t page, Ending ending);
    Length make_column(std::size_t index, Ending ending);
    void place(const GalleyEntry& entry, std::size_t page, Point at);
    Length notes_height(const breaking::PageBreak& cut) const;
    Length credits_height(const breaking::PageBreak& cut) const;
    Length place_notes(std::size_t index, Length baseline);
    void place_credits(const breaking::PageBreak& cut, std::size_t page, Length baseline);
    Length place_foot(std::size_t index, Length text_end, Ending ending);
    void place_column_rules(std::size_t page, Length end);

    Desk& desk_;
    Galley& galley_;
    const NoteSetter& notes_;
    std::vector<GalleyText> paragraphs_;
    std::size_t first_page_;
    int text_row_;
    Cuts cuts_; ///< as they were made
};

} // namespace halfstar::layout
