// The opener of a section: its name, its months as rows of seats, and its reviews with their pages.
#include "typeset/layout/plates.h"

#include "typeset/layout/centred_plates.h"
#include "typeset/layout/plate.h"
#include "typeset/layout/plate_section_turned.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int head_row = -2, title_row = 9, seats_row = 14, list_row = 12, seats_rows = 8;
constexpr int clear_rows = 4;        ///< from the last row of seats to the first of the list
constexpr int foot_rows = 2;         ///< that the list leaves free
constexpr double title_tallest = 143; ///< points that the name's lines may take
const Length least_letter_leading = Length::points(20); ///< rows of seats closer than this have small letters
constexpr double film_seat = 5, empty_seat = 1.3;
constexpr double rule_drop = 6.5;    ///< points below a baseline, where entries are two rows high

/// How entries stand: in so many columns, so many halves of a row each, in this part of their size.
struct Way {
    std::size_t columns;
    int half_rows;
    double size;
};
constexpr Way ways[] = {{1, 4, 1}, {1, 3, 1}, {2, 4, 1}, {2, 3, 1}, {2, 3, 0.85}, {2, 2, 0.73}};

class SectionPlate {
public:
    SectionPlate(Desk& desk, std::size_t page, StructureId parent, const Section& section,
                 const std::vector<std::uint32_t>& first_pages)
        : desk_(desk), plate_(desk, page, parent), section_(section), first_pages_(first_pages), frame_(plate_.ground_frame()),
          last_(std::min(section.last, static_cast<std::uint32_t>(desk.edition.pieces.size()))),
          paper_(desk.types().type(Element::section_title, {}).paint) {}

    void set() {
        plate_.ground();
        title();
        const Length head = plate_.row(head_row);
        const std::string films = films_said(desk_.words, count_films());
        const Length free = frame_.width - plate_.width_of(films, Element::section_fact) - desk_.grid();
        plate_.paragraph(plate_.shortened(section_.extent, Element::section_fact, free), Element::section_fact, frame_,
                         head);
        plate_.paragraph(films, {Element::section_fact, Setting::ranged_right}, frame_, head);
        const int below = seats();
        entries(below, desk_.page().rows - foot_rows);
    }

private:
    void title() {
        TitleRoom room;
        room.width = frame_.width;
        room.height = Length::points(title_tallest);
        room.largest = desk_.spec(Element::section_title).size;
        room.leading = 0.94;
        room.edges = TitleEdges::ink;
        room.whole_words = Length::points(14);
        FittedTitle fitted = fit_title(desk_, section_.title, Element::section_title, room);
        const auto above = static_cast<std::int64_t>(std::max<std::size_t>(fitted.lines, 1) - 1);
        const Length first = plate_.row(title_row) - fitted.line_height() * above;
        plate_.title(std::move(fitted), 1, frame_, first);
    }

    std::uint32_t count_films() const {
        std::uint32_t films = 0;
        for (std::uint32_t i = section_.first; i < last_; ++i)
            films += static_cast<std::uint32_t>(desk_.edition.pieces[i].works.size());
        return films;
    }

    bool has_days() const {
        for (const int month : section_.months)
            for (const std::uint8_t day : desk_.edition.statistics.days[static_cast<std::size_t>(month - 1)])
                if (day > 0) return true;
        return false;
    }

    /// The first row that the list may stand on.
    int seats() {
        if (!has_days()) return list_row;
        const Statistics& statistics = desk_.edition.statistics;
        const auto steps = static_cast<std::int64_t>(section_.months.size()) - 1;
        SeatSpec spec;
        spec.width = frame_.width;
        spec.seats = Length::points(22);
        spec.edge = Length::points(film_seat);
        spec.film = Length::points(film_seat);
        spec.empty = Length::points(empty_seat);
        spec.rise = Length::points(4.3);
        spec.leading = desk_.grid() * 3;
        if (steps * 3 > seats_rows) spec.leading = desk_.grid() * seats_rows / steps;
        spec.film = std::min(spec.film, spec.leading.scaled(0.45));
        std::vector<SeatRow> rows;
        for (const int month : section_.months)
            rows.push_back({month, month_length(month, statistics.first_year, statistics.last_year, statistics.days),
                            std::string(1, static_cast<char>('A' + month - 1)), false});
        const Element letter = spec.leading < least_letter_leading ? Element::cover_seat : Element::section_fact;
        const ChartLook look{plate_.ink_on_ground(paper_), paper_, [letter](const ChartLabel&) { return WordLook(letter); }};
        const StructureId figure = plate_.figure(months_said(desk_, "chart-days", section_.months));
        plate_.chart(draw_seats(statistics.days, rows, spec), frame_.x, plate_.row(seats_row) + spec.rise, look,
                     figure);
        return seats_row + static_cast<int>((spec.leading * steps).units / desk_.grid().units) + clear_rows;
    }

    std::string page_of(std::uint32_t piece) const {
        if (piece >= first_pages_.size() || first_pages_[piece] >= desk_.composition.pages.size()) return {};
        return desk_.composition.pages[first_pages_[piece]].label;
    }

    /// The first way in which all entries have room and no title is cut, else the closest.
    void entries(int first_row, int last_row) {
        const StructureId list = plate_.add(StructureRole::list);
        const auto count = static_cast<std::size_t>(last_ - std::min(section_.first, last_));
        if (count == 0) return;
        const Way* way = &ways[std::size(ways) - 1];
        for (const Way& one : ways)
            if (one.half_rows * static_cast<int>(lines_of(one, count)) <= (last_row - first_row + 1) * 2 &&
                (&one == way || whole_titles(one))) {
                way = &one;
                break;
            }
        set(list, *way, static_cast<std::size_t>((last_row - first_row + 1) * 2 / way->half_rows),
            plate_.row(last_row));
    }

    static std::size_t lines_of(const Way& way, std::size_t entries) {
        return (entries + way.columns - 1) / way.columns;
    }

    Column column(const Way& way, std::size_t index) const {
        const auto columns = static_cast<std::int64_t>(way.columns);
        const Length gutter = desk_.page().gutter;
        const Length width = (frame_.width - gutter * (columns - 1)) / columns;
        const auto from_left = static_cast<std::int64_t>(desk_.right_to_left() ? way.columns - 1 - index : index);
        return {frame_.x + (width + gutter) * from_left, width};
    }

    WordLook words(const Way& way) const {
        const WordLook look(Element::section_entry);
        return look.sized(desk_.spec(Element::section_entry).size.scaled(way.size));
    }
    WordLook folio(const Way& way) const {
        const WordLook look(Element::section_folio, Setting::ranged_right);
        return look.sized(desk_.spec(Element::section_folio).size.scaled(way.size));
    }
    Length room_for_title(const Way& way, std::uint32_t piece) const {
        return column(way, 0).width - plate_.width_of(page_of(piece), folio(way)) - desk_.grid();
    }

    bool whole_titles(const Way& way) const {
        for (std::uint32_t piece = section_.first; piece < last_; ++piece)
            if (plate_.width_of(desk_.edition.pieces[piece].title.value, words(way)) > room_for_title(way, piece))
                return false;
        return true;
    }

    /// In columns of at most `room` lines, the last of each on `foot`; what is too much ends in an ellipsis.
    void set(StructureId list, const Way& way, std::size_t room, Length foot) {
        std::size_t count = last_ - section_.first;
        const bool cut = count > room * way.columns;
        if (cut) count = room * way.columns - 1;
        const std::size_t lines = std::min(room, lines_of(way, count + (cut ? 1 : 0)));
        const Length pitch = desk_.grid() * way.half_rows / 2;
        const bool ruled = way.half_rows > 2;
        const Length rule_below =
            ruled ? Length::points(rule_drop) - (desk_.grid() * 2 - pitch) / 4 : -desk_.grid() / 2;
        const Length first = foot - pitch * static_cast<std::int64_t>(lines - 1);
        const auto baseline = [&](std::size_t line) { return first + pitch * static_cast<std::int64_t>(line); };
        for (std::size_t index = 0; index < way.columns; ++index)
            for (std::size_t line = 0; line <= lines; ++line)
                if (line == 0 || ruled)
                    plate_.rule(column(way, index), baseline(line) - pitch + rule_below, desk_.style().hairline,
                                paper_);
        for (std::size_t i = 0; i < count; ++i)
            entry(list, way, section_.first + static_cast<std::uint32_t>(i), column(way, i / lines),
                  baseline(i % lines));
        if (cut) plate_.paragraph("…", words(way), column(way, way.columns - 1), baseline(lines - 1));
    }

    void entry(StructureId list, const Way& way, std::uint32_t piece, const Column& column, Length y) {
        const Piece& of = desk_.edition.pieces[piece];
        const StructureId body =
            desk_.structure.add(desk_.structure.add(list, StructureRole::list_item), StructureRole::list_body);
        const WordLook look = words(way).leading_to(piece_anchor(of.key));
        plate_.lines(plate_.shortened(of.title.value, look, room_for_title(way, piece)), look, column, y, body);
        plate_.lines(page_of(piece), folio(way), column, y, body);
    }

    Desk& desk_;
    Plate plate_;
    const Section& section_;
    const std::vector<std::uint32_t>& first_pages_;
    Column frame_;
    std::uint32_t last_; ///< one behind the section's last piece
    Paint paper_;
};

} // namespace

void set_section_opener(Desk& desk, std::size_t page, StructureId parent, const Section& section,
                        const std::vector<std::uint32_t>& first_pages) {
    if (desk.page().axis == Axis::centre) set_centred_section(desk, page, parent, section);
    else if (desk.page().section == SectionForm::turned) set_turned_section(desk, page, parent, section, first_pages);
    else SectionPlate(desk, page, parent, section, first_pages).set();
}

} // namespace halfstar::layout
