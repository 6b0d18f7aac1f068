// The opener of a section: its name, its months as rows of seats, and its reviews with their pages.
#include "typeset/layout/plates.h"

#include "typeset/layout/plate.h"
#include "typeset/layout/statements.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int head_row = -2, title_row = 9, seats_row = 14, list_row = 12, seats_rows = 8;
constexpr int foot_rows = 2;         ///< that the list leaves free
constexpr double title_tallest = 143; ///< points that the name's lines may take
const Length least_letter_leading = Length::points(20); ///< rows of seats closer than this have small letters
constexpr double film_seat = 5, empty_seat = 1.3;
constexpr double rule_drop = 6.5;    ///< points below a baseline, where entries are two rows high
constexpr double close_size = 9.5;   ///< points: entries one row high

class SectionPlate {
public:
    SectionPlate(Desk& desk, std::size_t page, StructureId parent, const Section& section,
                 const std::vector<std::uint32_t>& first_pages)
        : desk_(desk), plate_(desk, page, parent), section_(section), first_pages_(first_pages), frame_(plate_.frame()),
          last_(std::min(section.last, static_cast<std::uint32_t>(desk.edition.pieces.size()))),
          paper_(desk.types().type(Element::section_title, {}).paint) {}

    void set() {
        plate_.ground();
        title();
        const Length head = plate_.row(head_row);
        const std::string films = films_said(desk_.words, count_films());
        const Length free = frame_.width - plate_.width_of(films, Element::section_fact) - desk_.grid();
        plate_.paragraph(plate_.shortened(section_.extent, Element::section_fact, free), Element::section_fact, frame_, head);
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
        const ChartLook look{plate_.ink(), paper_, [letter](const ChartLabel&) { return WordLook(letter); }};
        const StructureId figure = plate_.figure(months_said(desk_, "chart-days", section_.months));
        plate_.chart(draw_seats(statistics.days, rows, spec), frame_.x, plate_.row(seats_row) + spec.rise, look, figure);
        return seats_row + static_cast<int>((spec.leading * steps).units / desk_.grid().units) + 3;
    }

    std::string page_of(std::uint32_t piece) const {
        if (piece >= first_pages_.size() || first_pages_[piece] >= desk_.composition.pages.size()) return {};
        return desk_.composition.pages[first_pages_[piece]].label;
    }

    /// Two rows each, or one and a half; two columns of a row each when they are many, cut where they are more.
    void entries(int first_row, int last_row) {
        const auto count = static_cast<int>(last_ - section_.first);
        const int rows = last_row - first_row + 1;
        const StructureId list = plate_.add(StructureRole::list);
        const Length half = desk_.grid() / 2;
        if (count * 2 <= rows) return ruled(list, desk_.grid() * 2, last_row);
        if (count * 3 <= rows * 2) return ruled(list, half * 3, last_row);
        close(list, first_row, rows);
    }

    void ruled(StructureId list, Length pitch, int last_row) {
        const Length rule_below = Length::points(rule_drop) - (desk_.grid() * 2 - pitch) / 4;
        Length y = plate_.row(last_row) - pitch * static_cast<std::int64_t>(last_ - section_.first - 1);
        plate_.rule(frame_, y - pitch + rule_below, desk_.style().hairline, paper_);
        for (std::uint32_t piece = section_.first; piece < last_; ++piece) {
            entry(list, piece, frame_, y, Element::section_entry, {Element::section_folio, Setting::ranged_right});
            plate_.rule(frame_, y + rule_below, desk_.style().hairline, paper_);
            y += pitch;
        }
    }

    void close(StructureId list, int first_row, int rows) {
        const Length gutter = desk_.page().gutter;
        const Column left{frame_.x, (frame_.width - gutter) / 2};
        const Column right{left.x + left.width + gutter, left.width};
        const Length size = Length::points(close_size);
        const WordLook words = WordLook(Element::section_entry).sized(size);
        const WordLook folio = WordLook(Element::section_folio, Setting::ranged_right).sized(size);
        auto count = static_cast<int>(last_ - section_.first);
        const bool cut = count > rows * 2;
        if (cut) count = rows * 2 - 1;
        const int in_column = std::min(rows, (count + (cut ? 1 : 0) + 1) / 2);
        const int from = first_row + rows - in_column;
        plate_.rule(frame_, plate_.row(from) - desk_.grid() * 3 / 2, desk_.style().hairline, paper_);
        for (int i = 0; i < count; ++i) {
            const Column& column = (i < in_column) != desk_.right_to_left() ? left : right;
            entry(list, section_.first + static_cast<std::uint32_t>(i), column, plate_.row(from + i % in_column), words, folio);
        }
        if (cut) plate_.paragraph("…", words, desk_.right_to_left() ? left : right, plate_.row(from + in_column - 1));
    }

    void entry(StructureId list, std::uint32_t piece, const Column& column, Length y, const WordLook& words,
               const WordLook& folio) {
        const std::string page = page_of(piece);
        const Length free = column.width - plate_.width_of(page, folio) - desk_.grid();
        const Piece& of = desk_.edition.pieces[piece];
        const StructureId body =
            desk_.structure.add(desk_.structure.add(list, StructureRole::list_item), StructureRole::list_body);
        plate_.lines(plate_.shortened(of.title.value, words, free), words.leading_to(piece_anchor(of.key)), column, y, body);
        plate_.lines(page, folio, column, y, body);
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
    SectionPlate(desk, page, parent, section, first_pages).set();
}

} // namespace halfstar::layout
