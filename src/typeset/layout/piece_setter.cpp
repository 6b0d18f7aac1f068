#include "typeset/layout/piece_setter.h"

#include "typeset/layout/credits.h"
#include "typeset/layout/furniture.h"
#include "typeset/layout/side_column.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int rows_below_side = 3; ///< from the side column's last row to wide columns of text
constexpr int least_lines = 8; ///< of text, in each column, below a head that stands low on a page

/// The body's last line takes the end mark; a body that ends in a picture takes none.
void mark_end(Galley& galley) {
    if (!galley.entries.empty() && !galley.entries.back().lines.empty()) galley.entries.back().closes = true;
}

} // namespace

PieceSetter::PieceSetter(Desk desk, StructureId article, std::string section)
    : desk_(std::move(desk)), article_(article), section_(std::move(section)), blocks_(desk_, galley_),
      notes_(desk_, around_) {
    around_.column = {{}, column_width(desk_)};
    around_.parent = article_;
    around_.tallest = desk_.grid() * (last_row(desk_.page()) + 1);
}

void PieceSetter::compose() {
    opener_ = set_opener(desk_, article_);
    set_body();
    side_end_ = opener_.side_row - 2;
    // On the axis the poster is a part of the opener, and a block has it in itself.
    if (desk_.piece.poster && desk_.page().axis == Axis::edge && desk_.page().opener.block.height.units <= 0) {
        opener_.side_row = set_poster(desk_, poster_, opener_.side_row, article_) + 1;
        if (!poster_.contents.empty()) side_end_ = opener_.side_row - 2;
    }
    if (desk_.page().wide_columns) opener_.text_row = std::max(opener_.text_row, side_end_ + rows_below_side);
}

void PieceSetter::set_body() {
    blocks_.set_body(desk_.piece.body, around_);
    mark_end(galley_);
    notes_.set(galley_);
    if (desk_.style().links_as_notes) set_addresses(desk_, galley_, around_);
    if (desk_.facts == FilmFacts::shown && desk_.page().opener.credits == CreditsPlace::foot)
        set_credits(desk_, galley_, across());
}

/// Credits stand below all columns of text.
Surroundings PieceSetter::across() const {
    Surroundings across = around_;
    across.column.width = measure_of(desk_, 0).width;
    return across;
}

bool PieceSetter::fits_below(int row) {
    const int last = last_row(desk_.page()), first = row + opener_.text_row;
    if (row + side_end_ > last || first > last) return false;
    if (galley_.height() > desk_.grid() * (last - first + 2) * desk_.page().columns) return false;
    return PageMaker(desk_, galley_, notes_, blocks_.paragraphs(), 0, first).fits_one_page();
}

bool PieceSetter::begins_below(int row) const {
    return row + opener_.text_row + least_lines - 1 <= last_row(desk_.page()) &&
           row + side_end_ <= last_row(desk_.page());
}

void PieceSetter::stand(std::size_t page, int row) {
    Composition& composition = desk_.composition;
    page_ = page;
    row_ = row;
    while (composition.pages.size() <= page)
        composition.pages.emplace_back();
    stand_opener(desk_, opener_, page, row);
    maker_.emplace(desk_, galley_, notes_, blocks_.paragraphs(), page, row + opener_.text_row);
    maker_->float_figures();
    maker_->fit();
    const int few = desk_.style().copyfit.lines;
    shorter_ = maker_->ends_short(few) && maker_->save_page(static_cast<std::size_t>(few), saving_);
    maker_->make();
}

int PieceSetter::end_row() const {
    return last_page() == page_ ? std::max(maker_->end_row(), row_ + side_end_) : maker_->end_row();
}

void PieceSetter::finish(Ending ending) {
    maker_->make_last(ending);
    for (std::size_t page = row_ == 0 ? page_ : page_ + 1; page < desk_.composition.pages.size(); ++page)
        set_running_foot(desk_, page);
    set_side(page_);
    for (std::size_t page = page_ + 1; page < desk_.composition.pages.size(); ++page)
        set_running_head(desk_, page, section_);
}

void PieceSetter::set_side(std::size_t page) {
    layout::stand(desk_, std::move(poster_), page, row_);
    if (desk_.page().opener.credits != CreditsPlace::side_column || desk_.facts == FilmFacts::hidden) return;
    const int row = std::max(opener_.side_row, desk_.page().opener.boxes_row);
    set_boxes(desk_, boxes_of(desk_), page, row_ + row, article_);
}

} // namespace halfstar::layout
