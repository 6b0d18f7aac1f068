// The back cover: one solid colour, half a star, what the issue is and what it is made of.
#include "typeset/layout/plates.h"

#include "typeset/layout/centred_plates.h"
#include "typeset/layout/pasted_plates.h"
#include "typeset/layout/plate.h"
#include "typeset/layout/statements.h"

#include "design/drawing/stars.h"

#include <algorithm>
#include <string>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr int star_row = 8, lines_row = 24, text_row = 28, foot_row = 37;
constexpr double own_rows = 36; ///< behind the first, of the page that these are rows of
constexpr double star_radius = 150, star_outline = 1.5; ///< points
constexpr int text_share = 5;                           ///< of six parts of the frame: the text's measure

/// One of those rows on a page that has fewer.
int on_page(const Plate& plate, int row) {
    const double part = std::min(1.0, (plate.desk().page().rows - 1) / own_rows);
    return static_cast<int>(row * part);
}

void set_star(Plate& plate, const Column& frame, Paint paper) {
    StarSpec spec;
    spec.radius = std::min(Length::points(star_radius), frame.width.scaled(1 / 1.902));
    // It ends over the words, however little room there is.
    const Length room = plate.row(on_page(plate, lines_row)) - plate.desk().grid() * 2 - plate.ground_rect().y;
    spec.radius = std::min(spec.radius, room.scaled(1 / 1.95));
    spec.pitch = spec.radius * 2;
    spec.outline = Length::points(star_outline);
    // Its point stays on the ground.
    const Length centre = std::max(plate.row(on_page(plate, star_row)), plate.ground_rect().y + spec.radius + plate.desk().grid());
    plate.shapes(draw_stars(frame.x, centre, 2, 1, spec, paper));
}

/// "61 films, seen in 2019"
std::string films_and_years(const Desk& desk) {
    const Statistics& statistics = desk.edition.statistics;
    if (statistics.films == 0) return {};
    std::string said = films_said(desk.words, statistics.films);
    if (const std::string years = years_said(statistics); !years.empty())
        said += ", " + Locale::fill(desk.words.word("seen-in"), {years});
    return said;
}

} // namespace

void set_back_cover(Desk& desk, std::size_t page, StructureId parent) {
    if (desk.page().axis == Axis::centre) return set_centred_back(desk, page, parent);
    if (desk.page().display == Display::pasted) return set_pasted_back(desk, page, parent);
    Plate plate(desk, page, parent);
    const Column frame = plate.cover_frame();
    const Paint paper = desk.types().type(Element::back_line, {}).paint;
    plate.ground();
    set_star(plate, frame, paper);
    const int first = on_page(plate, lines_row);
    std::size_t lines = plate.paragraph(joined({desk.edition.title, desk.edition.subtitle}, ": "), Element::back_line,
                                        frame, plate.row(first));
    lines += plate.paragraph(films_and_years(desk), Element::back_line, frame,
                             plate.row(first + static_cast<int>(lines)));
    const Length width = frame.width * text_share / 6;
    const Column measure{desk.right_to_left() ? frame.x + frame.width - width : frame.x, width};
    int row = std::max(on_page(plate, text_row), first + static_cast<int>(lines) + 2);
    for (const std::string& words : small_print(desk))
        row += static_cast<int>(plate.paragraph(words, Element::back_text, measure, plate.row(row)));
    const Length foot = plate.row(on_page(plate, foot_row));
    plate.paragraph(joined({issue_number(desk), issue_month(desk)}, ", "), Element::cover_fact, frame, foot);
    plate.paragraph(desk.edition.price, {Element::cover_fact, Setting::ranged_right}, frame, foot);
}

} // namespace halfstar::layout
