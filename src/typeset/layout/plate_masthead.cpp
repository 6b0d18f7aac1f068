// The two quiet pages: who made the issue, and what it is made of.
#include "typeset/layout/plates.h"

#include "typeset/layout/centred_plates.h"
#include "typeset/layout/plate.h"
#include "typeset/layout/statements.h"

#include "design/drawing/stars.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr int title_row = 2, month_row = 4;
constexpr int makers_after_title = 4; ///< rows from the title's or the subtitle's last line
constexpr int rows_over_imprint = 2; ///< what stays free above its rule
constexpr double capitals = 0.66, star_height = 1.809; ///< of a size; of a star's radius
constexpr double title_size_share = 0.5; ///< a title is never shrunk below this part of its size

/// Title in the text column; the row of its last line.
int set_title(Plate& plate, const std::string& words, Element element) {
    const Desk& desk = plate.desk();
    TitleRoom room;
    room.width = plate.columns().text.width;
    room.largest = desk.spec(element).size;
    room.smallest = room.largest.scaled(title_size_share);
    room.leading = desk.spec(element).leading.to_points() / std::max(1.0, room.largest.to_points());
    room.height = desk.spec(element).leading * 3;
    room.edges = TitleEdges::ink;
    FittedTitle fitted = fit_title(plate.desk(), words, element, room);
    const Length last = plate.title(std::move(fitted), desk.level, plate.columns().text, plate.row(title_row));
    const Length below = last - plate.row(0);
    return static_cast<int>((below.units + desk.grid().units - 1) / desk.grid().units);
}

/// The lines at the foot of the text column, the last on the last row, under a rule; as many as go in below row `last`.
void set_imprint(Plate& plate, const std::vector<std::string>& lines, int last) {
    const Desk& desk = plate.desk();
    const Column& column = plate.columns().text;
    std::vector<std::string> fitting;
    for (const std::string& line : lines) fitting.push_back(plate.shortened(line, Element::box_name, column.width));
    const int room = std::max(0, desk.page().rows - last - 2);
    if (std::ssize(fitting) > room) fitting.resize(static_cast<std::size_t>(room));
    int row = desk.page().rows - static_cast<int>(fitting.size());
    if (!fitting.empty()) plate.rule(column, plate.row(row - 1), desk.style().rule, plate.ink());
    for (const std::string& line : fitting) plate.paragraph(line, Element::box_name, column, plate.row(row++));
}

/// Half a star where a review has its day of viewing, as high as that numeral.
void set_mark(Plate& plate, int below) {
    const Column& side = plate.columns().side;
    const Length high = plate.desk().spec(Element::day).size.scaled(capitals);
    StarSpec spec;
    spec.radius = high.scaled(1 / star_height);
    spec.pitch = spec.radius * 2;
    spec.outline = Length::points(1);
    const Length width = star_width(spec.radius);
    const Length left = plate.desk().right_to_left() ? side.x + side.width - width : side.x;
    plate.shapes(draw_stars(left, plate.row(below + title_row) - high + spec.radius, 2, 1, spec, plate.accent()));
}

/// Who did what.
struct Makers {
    std::string label, names;
};

class MastheadPlate {
public:
    MastheadPlate(Desk& desk, std::size_t page, StructureId parent) : desk_(desk), plate_(desk, page, parent) {}

    void set() {
        block_ = plate_.block_title(desk_.edition.title, desk_.level);
        if (block_ == 0) plate_.head_rule();
        int row = block_ == 0 ? set_title(plate_, desk_.edition.title, Element::title) : block_;
        issue();
        const auto subtitle = static_cast<int>(
            plate_.paragraph(desk_.edition.subtitle, Element::byline, plate_.columns().text, plate_.row(row + 2)));
        if (subtitle > 0) row += 1 + subtitle;
        set_imprint(plate_, imprint(desk_), makers(row + makers_after_title));
    }

private:
    /// The number as a day of viewing stands in a review, and when.
    void issue() {
        const Column& side = plate_.columns().side;
        const Edition& edition = desk_.edition;
        int row = block_ + month_row;
        if (edition.number.empty()) row = block_ + title_row;
        else {
            const WordLook look = plate_.fitted(edition.number, Element::day, side.width);
            plate_.lines(edition.number, look, side, plate_.row(block_ + title_row), plate_.add(StructureRole::paragraph),
                         Edge::ink);
        }
        if (!edition.date || edition.date->year <= 0) return;
        const int month = edition.date->month;
        if (month >= 1 && month <= 12) {
            const std::string& name = desk_.words.months[static_cast<std::size_t>(month - 1)];
            plate_.paragraph(name, plate_.fitted(name, Element::month, side.width), side, plate_.row(row++));
        }
        plate_.paragraph(std::to_string(edition.date->year), Element::occasion, side, plate_.row(row));
    }

    /// The last row that they take. Where all the names are more than the page holds beside its imprint, they are set
    /// smaller, and of those that still don't fit it is left to the bylines to say them.
    int makers(int row) {
        std::vector<Makers> all;
        const auto add = [&](std::string_view key, std::string names) {
            if (!names.empty()) all.push_back({std::string(desk_.words.word(key)), std::move(names)});
        };
        add("editor", desk_.edition.editor);
        add("contributors", joined(contributors(desk_.edition), ", "));
        const Length labels = width_of_labels(all);
        const Length names = plate_.columns().text.width - labels;
        const int last = desk_.page().rows - static_cast<int>(imprint(desk_).size()) - rows_over_imprint;
        WordLook look(Element::text);
        if (row + rows_of(all, look, names) > last) look = WordLook(Element::box_name);
        const StructureId list = plate_.add(StructureRole::list);
        for (Makers& some : all) {
            const auto most = static_cast<std::size_t>(std::max(1, last - row));
            some.names = plate_.names_within(std::move(some.names), look, names, most);
            row += set_makers(some, look, labels, row, desk_.structure.add(list, StructureRole::list_item)) + 1;
        }
        return row - 2;
    }

    Length width_of_labels(const std::vector<Makers>& all) const {
        Length widest{};
        for (const Makers& some : all) widest = std::max(widest, plate_.width_of(some.label, Element::box_label));
        return std::min(widest + desk_.grid(), plate_.columns().text.width / 2);
    }

    int rows_of(const std::vector<Makers>& all, const WordLook& look, Length width) const {
        int rows = 0;
        for (const Makers& some : all) rows += static_cast<int>(plate_.line_count(some.names, look, width)) + 1;
        return rows - 1;
    }

    /// Names beside their label; the rows that they take.
    int set_makers(const Makers& some, const WordLook& look, Length labels, int row, StructureId item) {
        const Column& column = plate_.columns().text;
        const bool leftwards = desk_.right_to_left();
        const Column before{leftwards ? column.x + column.width - labels : column.x, labels};
        const Column beside{leftwards ? column.x : column.x + labels, column.width - labels};
        const std::size_t labelled = plate_.lines(some.label, Element::box_label, before, plate_.row(row),
                                                  desk_.structure.add(item, StructureRole::label));
        const std::size_t named = plate_.lines(some.names, look, beside, plate_.row(row),
                                               desk_.structure.add(item, StructureRole::list_body));
        return static_cast<int>(std::max(labelled, named));
    }

    Desk& desk_;
    Plate plate_;
    int block_ = 0; ///< rows that a title in a block takes
};

} // namespace

void set_masthead(Desk& desk, std::size_t page, StructureId parent) {
    if (desk.page().axis == Axis::centre) set_centred_masthead(desk, page, parent);
    else MastheadPlate(desk, page, parent).set();
}

void set_colophon(Desk& desk, std::size_t page, StructureId parent) {
    if (desk.page().axis == Axis::centre) return set_centred_colophon(desk, page, parent);
    Plate plate(desk, page, parent);
    const std::string title(desk.words.word("colophon"));
    const int block = plate.block_title(title, desk.level);
    if (block == 0) plate.head_rule();
    set_mark(plate, block);
    int row = block == 0 ? set_title(plate, title, Element::long_title) + makers_after_title : block + title_row;
    for (const std::string& sentence : colophon_sentences(desk))
        row += static_cast<int>(plate.paragraph(sentence, Element::text, plate.columns().text, plate.row(row))) + 1;
    if (!desk.edition.has(IssuePart::masthead)) set_imprint(plate, imprint(desk), row - 2);
}

} // namespace halfstar::layout
