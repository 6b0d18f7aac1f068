// The quiet pages on an axis: the opener of a section, the masthead, the colophon.
#include "typeset/layout/centred_plates.h"

#include "typeset/layout/centred_plate.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <string>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr int section_title = 18, section_extent_after = 6, section_films_after = 8; ///< half rows
constexpr double rule_drop = 1.2;                                            ///< rows from a title to the short rule
constexpr int page_title = 4, facts_after_title = 6, makers_after_facts = 6; ///< half rows
constexpr int rows_over_imprint = 3; ///< what stays free between the makers and the lines at the foot
constexpr std::size_t most_title_lines = 3;

/// The films, each a link to its page; as many as there is room for above `last`.
void set_films(CentredPlate& plate, const Section& section, Length y, Length last) {
    Desk& desk = plate.desk();
    const StructureId list = plate.plate().add(StructureRole::list);
    const auto end = std::min(section.last, static_cast<std::uint32_t>(desk.edition.pieces.size()));
    for (std::uint32_t piece = section.first; piece < end; ++piece, y += desk.grid()) {
        const bool room = y + desk.grid() <= last || piece + 1 == end;
        const StructureId item = desk.structure.add(list, StructureRole::list_item);
        const StructureId body = desk.structure.add(item, StructureRole::list_body);
        if (!room) {
            plate.line("…", Element::section_entry, y, body);
            return;
        }
        const WordLook look =
            WordLook(Element::section_entry, Setting::centred).leading_to(piece_anchor(desk.edition.pieces[piece].key));
        plate.plate().lines(plate.plate().shortened(desk.edition.pieces[piece].title.value, look, plate.column().width),
                            look, plate.column(), y, body);
    }
}

/// The lines with the last one on the last row, a short rule above.
void set_imprint(CentredPlate& plate, const std::vector<std::string>& lines) {
    const Desk& desk = plate.desk();
    if (lines.empty()) return;
    Length y = row_at(desk.page(), desk.page().rows - static_cast<int>(lines.size()));
    plate.rule(y - desk.grid().scaled(1.7));
    for (const std::string& line : lines) {
        plate.line(plate.plate().shortened(line, Element::box_name, plate.column().width), Element::box_name, y);
        y += desk.grid();
    }
}

/// A label in small capitals and the names on the row below it; the next free row. Names that the page doesn't
/// hold above its imprint are left to the bylines of their pieces.
Length set_makers(CentredPlate& plate, std::string_view key, std::string names, Length y) {
    Desk& desk = plate.desk();
    if (names.empty()) return y;
    plate.line(std::string(desk.words.word(key)), Element::box_label, y);
    const Length foot = row_at(desk.page(), desk.page().rows - static_cast<int>(imprint(desk).size()) - rows_over_imprint);
    const auto most = static_cast<std::size_t>(std::max<std::int64_t>(1, (foot - y).units / desk.spec(Element::back_text).leading.units));
    const WordLook look(Element::back_text, Setting::centred);
    names = plate.plate().names_within(std::move(names), look, plate.column().width, most);
    return plate.line(names, Element::back_text, y + desk.grid()) + desk.grid() * 2;
}

} // namespace

void set_centred_section(Desk& desk, std::size_t page, StructureId parent, const Section& section) {
    CentredPlate plate(desk, page, parent);
    TitleRoom room;
    room.width = plate.column().width;
    room.largest = desk.spec(Element::section_title).size;
    room.leading = 1.4;
    room.lines = most_title_lines;
    room.height = desk.grid() * 6;
    const Length title = plate.title(section.title, Element::section_title, room, plate.at(section_title), 1);
    plate.rule(title + desk.grid().scaled(rule_drop));
    Length y = title + desk.grid() * section_extent_after / 2;
    if (!section.extent.empty())
        y = plate.line(section.extent, Element::section_fact, y) + desk.grid() * section_films_after / 2;
    const Length foot = row_at(desk.page(), desk.page().rows - 1);
    set_films(plate, section, y, foot - desk.grid() * 3);
    plate.star(foot - desk.style().end_mark_radius, desk.style().end_mark_radius);
}

void set_centred_masthead(Desk& desk, std::size_t page, StructureId parent) {
    CentredPlate plate(desk, page, parent);
    const Length title = plate.page_title(desk.edition.title, plate.at(page_title));
    plate.rule(title + desk.grid().scaled(rule_drop));
    Length y = title + desk.grid() * facts_after_title / 2;
    if (!desk.edition.subtitle.empty()) y = plate.line(desk.edition.subtitle, Element::byline, y) + desk.grid();
    const std::string issue = joined({issue_number(desk), issue_month(desk)}, ", ");
    y = plate.line(issue, Element::credit, y) + desk.grid() * makers_after_facts / 2;
    y = set_makers(plate, "editor", desk.edition.editor, y);
    set_makers(plate, "contributors", joined(contributors(desk.edition), ", "), y);
    set_imprint(plate, imprint(desk));
}

void set_centred_colophon(Desk& desk, std::size_t page, StructureId parent) {
    CentredPlate plate(desk, page, parent);
    const Length title = plate.page_title(std::string(desk.words.word("colophon")), plate.at(page_title));
    plate.rule(title + desk.grid().scaled(rule_drop));
    Length y = title + desk.grid() * facts_after_title / 2;
    for (const std::string& sentence : colophon_sentences(desk))
        y = plate.line(sentence, Element::back_text, y) + desk.grid() * 2;
    if (!desk.edition.has(IssuePart::masthead))
        set_imprint(plate, imprint(desk));
    else
        plate.star(row_at(desk.page(), desk.page().rows - 1), desk.style().end_mark_radius);
}

} // namespace halfstar::layout
