// The opener of a section in its other form: the name turned upwards along the page and as high as it, its films pasted
// beside it on strips, and the months as bars.
#include "typeset/layout/plate_section_turned.h"

#include "typeset/layout/plate.h"
#include "typeset/layout/statements.h"
#include "typeset/layout/strip.h"

#include "design/drawing/paths.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double name_share = 0.58;   ///< of the ground's width, that the name takes at most
constexpr double leading = 0.84;     ///< of the name's size, where it takes two lines
const Length margin = Length::points(12);
const Length largest_strip = Length::points(40), largest_fact = Length::points(44), smallest_strip = Length::points(11);
constexpr double fact_step = 0.96;   ///< of a fact's size, to the line above it
constexpr double strip_step = 1.45;  ///< of a strip's size, from one to the next
constexpr double month_rows = 2;     ///< that a month takes
const Length film_bar = Length::points(11), empty_day = Length::points(2.5);
constexpr double bar_share = 0.8;    ///< of a day's width

class TurnedSection {
public:
    TurnedSection(Desk& desk, std::size_t page, StructureId parent, const Section& section,
                  const std::vector<std::uint32_t>& first_pages)
        : desk_(desk), plate_(desk, page, parent), section_(section), first_pages_(first_pages),
          ground_(plate_.ground_rect()), paper_(desk.types().type(Element::section_title, {}).paint),
          last_(std::min(section.last, static_cast<std::uint32_t>(desk.edition.pieces.size()))) {}

    void set() {
        plate_.ground();
        const Length name = title();
        const Length left = ground_.x + margin * 2 + name;
        beside_ = {left, ground_.right() - margin - left};
        entries(facts(months(ground_.bottom() - margin)));
    }

private:
    /// The height of its letters, which stand along the left edge.
    Length title() {
        TitleRoom room;
        room.width = ground_.height - margin * 2;
        room.height = ground_.width.scaled(name_share);
        room.largest = desk_.spec(Element::section_title).size;
        room.lines = 2;
        room.leading = leading;
        room.edges = TitleEdges::ink;
        FittedTitle fitted = fit_title(desk_, section_.title, Element::section_title, room);
        const Length high = fitted.height +
                            fitted.line_height() * (static_cast<std::int64_t>(std::max<std::size_t>(fitted.lines, 1)) - 1);
        plate_.upward_title(std::move(fitted), 1, {ground_.x + margin, ground_.bottom() - margin});
        return high;
    }

    /// Above `foot`; where they begin.
    Length months(Length foot) {
        const Statistics& statistics = desk_.edition.statistics;
        bool any = false;
        for (const int month : section_.months)
            for (const std::uint8_t day : statistics.days[static_cast<std::size_t>(month - 1)]) any = any || day > 0;
        const Length step = desk_.grid().scaled(month_rows);
        const Length high = step * static_cast<std::int64_t>(section_.months.size());
        if (!any || high > ground_.height / 2) return foot;
        Chart chart;
        chart.size = {beside_.width, high};
        Length y{};
        for (const int month : section_.months) add_month(chart, month, y += step);
        chart.baseline = {};
        ChartLook look{paper_, paper_, [](const ChartLabel&) { return WordLook(Element::cover_seat); }};
        plate_.chart(chart, beside_.x, foot - high, look,
                     plate_.figure(months_said(desk_, "chart-days", section_.months)));
        return foot - high - desk_.grid();
    }

    /// Its name, and a block for each day on the line below, high where there was a film.
    void add_month(Chart& chart, int month, Length foot) {
        const Statistics& statistics = desk_.edition.statistics;
        const int length = month_length(month, statistics.first_year, statistics.last_year, statistics.days);
        const Length pitch = beside_.width / 31;
        for (int day = 0; day < length; ++day) {
            const bool film = statistics.days[static_cast<std::size_t>(month - 1)][static_cast<std::size_t>(day)] > 0;
            const Length wide = film ? pitch.scaled(bar_share) : empty_day, high = film ? film_bar : empty_day;
            const Rect bar{pitch * day + (pitch - wide) / 2, foot - high, wide, high};
            chart.shapes.push_back({rectangle_path(bar), ChartRole::ink});
        }
        chart.labels.push_back({desk_.words.months[static_cast<std::size_t>(month - 1)],
                                {{}, foot - film_bar - desk_.grid() / 4},
                                ChartLabel::Align::left,
                                ChartLabel::Kind::row,
                                false});
    }

    std::uint32_t count_films() const {
        std::uint32_t films = 0;
        for (std::uint32_t i = section_.first; i < last_; ++i)
            films += static_cast<std::uint32_t>(desk_.edition.pieces[i].works.size());
        return films;
    }

    /// How many films and when, above what begins at `foot`; where the room above them ends.
    Length facts(Length foot) {
        Length y = foot - desk_.grid();
        for (const std::string& words : {films_said(desk_.words, count_films()), section_.extent}) {
            if (words.empty()) continue;
            const WordLook look =
                plate_.fitted(words, WordLook(Element::section_fact).sized(largest_fact), beside_.width);
            plate_.paragraph(words, look, beside_, y);
            y -= look.size->scaled(fact_step);
        }
        return y - desk_.grid();
    }

    std::string page_of(std::uint32_t piece) const {
        if (piece >= first_pages_.size() || first_pages_[piece] >= desk_.composition.pages.size()) return {};
        return desk_.composition.pages[first_pages_[piece]].label;
    }

    /// From the head down to `foot`, a strip each; what does not fit is told by an ellipsis.
    void entries(Length foot) {
        const StructureId list = plate_.add(StructureRole::list);
        const auto count = static_cast<std::int64_t>(last_ - std::min(section_.first, last_));
        if (count == 0) return;
        const Length room = foot - ground_.y - margin;
        const Length size =
            std::clamp(room.scaled(1 / strip_step) / count, smallest_strip, largest_strip);
        const Length step = size.scaled(strip_step);
        Length y = ground_.y + margin * 3 / 2 + size;
        for (std::int64_t i = 0; i < count; ++i, y += step) {
            const bool cut = i + 1 < count && y + step > foot;
            entry(section_.first + static_cast<std::uint32_t>(i), size, y, list, static_cast<std::size_t>(i));
            if (cut) return void(plate_.paragraph("…", WordLook(Element::section_entry).sized(size), beside_, y + step));
        }
    }

    /// Its title on the strip, and its page behind it.
    void entry(std::uint32_t piece, Length size, Length y, StructureId list, std::size_t index) {
        const Piece& of = desk_.edition.pieces[piece];
        const StructureId body =
            desk_.structure.add(desk_.structure.add(list, StructureRole::list_item), StructureRole::list_body);
        const std::string page = page_of(piece);
        const Length page_size = std::min(size, desk_.spec(Element::section_folio).size);
        const WordLook number = WordLook(Element::section_folio, Setting::ranged_right).sized(page_size);
        const Length room = beside_.width - plate_.width_of(page, number) - desk_.grid() / 2;
        WordLook look = WordLook(Element::section_entry).painted(plate_.ink()).leading_to(piece_anchor(of.key)).sized(size);
        std::string words = of.title.value;
        // Long titles are set smaller, and cut only when that would be too small to read.
        const Length words_room = room - size.scaled(0.4);
        look = plate_.fitted(words, look, words_room);
        Length own = look.size.value_or(size);
        if (own < smallest_strip) {
            own = smallest_strip;
            words = plate_.shortened(words, look.sized(own), words_room);
            own = plate_.fitted(words, look.sized(own), words_room).size.value_or(own); // one long word, on small paper
        }
        set_strip(plate_, words, look, {{beside_.x, y}, own, index}, {paper_}, body);
        plate_.lines(page, number, beside_, y, body);
    }

    Desk& desk_;
    Plate plate_;
    const Section& section_;
    const std::vector<std::uint32_t>& first_pages_;
    Rect ground_;
    Paint paper_;
    std::uint32_t last_; ///< one behind the section's last piece
    Column beside_;      ///< what the name leaves
};

} // namespace

void set_turned_section(Desk& desk, std::size_t page, StructureId parent, const Section& section,
                        const std::vector<std::uint32_t>& first_pages) {
    TurnedSection(desk, page, parent, section, first_pages).set();
}

} // namespace halfstar::layout
