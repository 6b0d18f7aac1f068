// The two covers on an axis: a double frame about the title on the front, a star and the colophon on the back.
#include "typeset/layout/centred_plates.h"

#include "typeset/layout/centred_plate.h"
#include "typeset/layout/statements.h"

#include "design/style/load.h"

#include <algorithm>
#include <string>
#include <vector>

namespace halfstar::layout {

namespace {

const Length frame_inset = Length::millimetres(11), frame_gap = Length::points(4);
const Length frame_outer = Length::points(1.5), frame_inner = Length::points(0.4);
const Length frame_clear = Length::points(18); ///< from the inner frame to the title
const Length cover_star = Length::points(14), back_star = Length::points(10);
/// Places on the covers, as parts of the trim's height.
constexpr double title_place = 0.319, star_place = 0.63, imprint_place = 0.863;
constexpr double back_star_place = 0.317, back_text_place = 0.392, back_foot_place = 0.866;
constexpr double title_tallest = 0.24;
constexpr double own_height = 595; ///< points of the trim that lengths here are for; a smaller one has them smaller
constexpr std::size_t most_title_lines = 3;
const Length rule_drop = Length::points(21), subtitle_drop = Length::points(46), reviews_drop = Length::points(22);

double part_of_own(const Size& trim) { return std::min(1.0, trim.height.to_points() / own_height); }

Column within(const Size& trim, Length inset) { return {inset, trim.width - inset * 2}; }

/// Four rules whose outer edges stand `inset` from the trim.
void set_frame(CentredPlate& plate, Length inset, Length thickness) {
    const Size& trim = plate.desk().page().trim;
    const Column across = within(trim, inset);
    const Length half = thickness / 2, high = trim.height - inset * 2;
    plate.plate().rule(across, inset + half, thickness, plate.plate().ink());
    plate.plate().rule(across, trim.height - inset - half, thickness, plate.plate().ink());
    for (const Length x : {inset, trim.width - inset - thickness})
        plate.plate().rule({x, thickness}, trim.height / 2, high, plate.plate().ink());
}

std::string reviews_said(const Desk& desk) {
    const std::size_t reviews = desk.edition.pieces.size();
    if (reviews == 0) return {};
    if (reviews == 1) return std::string(desk.words.word("review-1"));
    return Locale::fill(desk.words.word("reviews-n"), {std::to_string(reviews)});
}

} // namespace

void set_framed_cover(Desk& desk, std::size_t page, StructureId parent, const CoverWords& words) {
    const Size& trim = desk.page().trim;
    const double part = part_of_own(trim);
    const Length inset = frame_inset.scaled(part), gap = frame_gap.scaled(part);
    CentredPlate plate(desk, page, parent, within(trim, inset + gap + frame_clear.scaled(part)));
    set_frame(plate, inset, frame_outer);
    set_frame(plate, inset + frame_outer + gap, frame_inner);
    TitleRoom room;
    room.width = plate.column().width;
    room.height = trim.height.scaled(title_tallest);
    room.largest = desk.spec(Element::cover_title).size;
    room.lines = most_title_lines;
    room.leading = 1.2;
    room.whole_words = Length::points(14);
    const Length title = plate.title(words.title, Element::cover_title, room, trim.height.scaled(title_place), 1);
    plate.rule(title + rule_drop.scaled(part));
    const Length line = plate.line(words.line, Element::cover_line, title + subtitle_drop.scaled(part));
    const Length caption = plate.line(words.caption, Element::cover_caption, line + reviews_drop.scaled(part));
    const Length foot = trim.height.scaled(imprint_place);
    plate.star(std::max(trim.height.scaled(star_place), (caption + foot) / 2), cover_star.scaled(part));
    plate.line(words.fact, Element::cover_fact, foot);
    plate.line(words.day, Element::back_line, words.fact.empty() ? foot : foot + Length::points(16).scaled(part));
}

void set_centred_cover(Desk& desk, std::size_t page, StructureId parent) {
    if (set_centred_picture_cover(desk, page, parent)) return;
    set_framed_cover(
        desk, page, parent,
        {desk.edition.title, desk.edition.subtitle, reviews_said(desk), issue_number(desk), issue_month(desk)});
}

void set_centred_back(Desk& desk, std::size_t page, StructureId parent) {
    const Size& trim = desk.page().trim;
    CentredPlate plate(desk, page, parent, within(trim, desk.page().outer));
    plate.star(trim.height.scaled(back_star_place), back_star);
    Length y = trim.height.scaled(back_text_place);
    y = plate.line(joined({desk.edition.title, desk.edition.subtitle}, ". "), Element::back_line, y) + desk.grid() * 2;
    for (const std::string& words : small_print(desk))
        if (!words.empty()) y = plate.line(words, Element::back_text, y) + desk.grid();
    plate.line(issue_month(desk), Element::back_line, y + desk.grid() * 2);
    plate.line(joined({issue_number(desk), desk.edition.price}, " · "), Element::cover_caption,
               trim.height.scaled(back_foot_place));
}

} // namespace halfstar::layout
