// The head of a piece's first page: title and year, credit line, byline, epigraph; and in the side column
// the day, the rating and the poster.
#pragma once

#include "typeset/layout/desk.h"

#include <halfstar/pages.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar::layout {

/// The columns of page `page` (0 is the first), from its left edge. Where the side column stands on the outer
/// edge, pages 0, 2, 4 … are those that open a leaf: on the right, or on the left in what is read to the left.
struct PageColumns {
    Column text, side;
};
PageColumns columns_of(const Desk& desk, std::size_t page);
/// What columns of running text share: the text column, or with wide columns all between the margins.
Column measure_of(const Desk& desk, std::size_t page);
/// The measure of running text: of one of its columns.
Length column_width(const Desk& desk);
/// The baseline of row `row`.
Length row_at(const PageSpec& page, int row);
/// The last row that text may stand on: a rule at the foot keeps a row free above it.
int last_row(const PageSpec& page);

enum class PageColumn : std::uint8_t { text, side };

/// What stands in the columns before its page is known: places count from the column's left edge, and from row 0.
struct Strip {
    std::vector<std::pair<PageColumn, PageContent>> contents;

    void put(PageColumn column, const Composed& composed, Point at, Length leading);
};
/// Puts a strip on a page of the composition, its row 0 on row `row`.
void stand(Desk& desk, Strip strip, std::size_t page, int row);

/// The opener, and where things go on.
struct Opener {
    Strip strip;
    int text_row = 0;  ///< the row where the body begins
    int side_row = 0;  ///< the first free row of the side column
    std::size_t outline = 0; ///< the outline's entry; its page is not known yet, its y counts from row 0
};

/// Sets the opener; its elements become children of `parent` in reading order.
Opener set_opener(Desk& desk, StructureId parent);

/// "Directed by Céline Sciamma · France · 122 min"
std::string credit_line(const Desk& desk, const Work& work);
/// The title under which the work was first shown, in its own language.
TextWriter original_title_writer(const Desk& desk, const Work& work);
/// At what hour the film was seen, in which house, and from what.
std::string showing_of(const Desk& desk);
/// The works whose rating is shown: where all have the same it is shown once.
std::vector<const Work*> rated_works(const Piece& piece);

/// Whether the one line of a source has room beside the last line of its words.
bool fits_beside(Desk& desk, const Composed& words, const Composed& source);

/// Puts a composed text on a page: its first baseline at `at`.
void put(ComposedPage& page, const Composed& composed, Point at, Length leading);

/// A rating as quarters of so many stars: scales of three, four and five stars draw as many, others are
/// brought to five.
struct Drawn {
    int quarters = 0;
    int stars = 5;
};
Drawn drawn_of(const Rating& rating);

/// Where drawn stars stand in a column, and the unseen words that say them: these on their baseline, over `width`.
struct StarsPlace {
    PageColumn column = PageColumn::text;
    Point stars; ///< left edge and middle
    Point words;
    Length width;
    Setting setting = Setting::ragged;
};
void put_stars(Desk& desk, Strip& strip, const Rating& rating, const StarsPlace& place, StructureId parent);

/// The rating, drawn, with its spoken words, in the side column.
void set_rating(Desk& desk, Strip& strip, const Rating& rating, Point at, StructureId parent);

/// The day of the piece: when it was seen, else when it was published; null without either.
const Date* day_of(const Piece& piece);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

} // namespace halfstar::layout
