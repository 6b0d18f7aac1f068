// A zine's cover: one solid colour, the title over the whole width, and the year as an auditorium in which
// every row is a month, every seat a day, and every light a film. Where the days tell no such story the films
// are named, or one star stands for all of them.
#include "typeset/layout/plates.h"

#include "typeset/layout/centred_plates.h"
#include "typeset/layout/contact_sheet.h"
#include "typeset/layout/cropped_picture.h"
#include "typeset/layout/pasted_plates.h"
#include "typeset/layout/plate.h"
#include "typeset/layout/statements.h"

#include "design/drawing/stars.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int head_row = -2, seats_row = 12, last_seats_row = 34, caption_row = 38;
constexpr double title_top = 51;      ///< points: the upper edge of its ink, from the trim
constexpr double title_tallest = 150; ///< points that its lines may take, or one line of the title's own leading
constexpr double least_drop = 24, drop = 0.2, drop_below_ink = 16; ///< of the subtitle: points, of the size, points
constexpr double seats_drop = 50;     ///< points from the subtitle to the first row of seats
constexpr double own_rows = 36, own_height = 595; ///< of the page that these are drawn for: rows behind the first, points

constexpr double sheet_drop = 20, sheet_gap = 4; ///< points: from the last line to a contact sheet, between its frames
constexpr double picture_below = 18;  ///< points from the last line to a picture that fills the page

/// The month whose row names the issue: 3 for "Row C"; 0: none.
int naming_month(const std::string& title) {
    if (title.empty() || (title.size() > 1 && title[title.size() - 2] != ' ')) return 0;
    const char last = title.back();
    return last >= 'A' && last <= 'L' ? last - 'A' + 1 : 0;
}

std::uint32_t films_on_days(const Statistics& statistics) {
    std::uint32_t films = 0;
    for (const auto& month : statistics.days)
        for (const std::uint8_t day : month) films += day;
    return films;
}

class CoverPlate {
public:
    CoverPlate(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), page_(page), plate_(desk, page, parent), frame_(plate_.cover_frame()),
          down_(std::min(1.0, desk.page().trim.height.to_points() / own_height)),
          rows_(std::min(1.0, (desk.page().rows - 1) / own_rows)) {
        paper_ = desk.types().type(Element::cover_text, {}).paint;
    }

    void set() {
        const IssueCover& cover = desk_.edition.cover;
        if (cover.picture) set_cropped(desk_, page_, plate_.parent(), cover_picture(desk_), full_frame(desk_));
        const std::size_t ground = contents().size();
        plate_.ground();
        const Length subtitle = title();
        plate_.paragraph(issue_number(desk_), Element::cover_fact, frame_, row(head_row));
        plate_.paragraph(issue_month(desk_), {Element::cover_fact, Setting::ranged_right}, frame_,
                         row(head_row));
        const std::size_t lines = plate_.paragraph(desk_.edition.subtitle, Element::cover_line, frame_, subtitle);
        const Length below = subtitle + desk_.spec(Element::cover_line).leading *
                                            static_cast<std::int64_t>(std::max<std::size_t>(lines, 1) - 1);
        if (cover.picture) return end_ground(ground, below + points(picture_below));
        const Length top = below + points(sheet_drop), foot = desk_.page().trim.height - plate_.cover_frame().x;
        const Rect sheet{frame_.x, top, frame_.width, foot - top};
        if (cover.kind == CoverKind::posters && set_contact_sheet(desk_, page_, plate_.parent(), sheet, points(sheet_gap)))
            return;
        const Statistics& statistics = desk_.edition.statistics;
        if (statistics.first_year > 0 && statistics.first_year == statistics.last_year && films_on_days(statistics) > 0)
            auditorium(below);
        else if (!list(below)) star(below);
    }

private:
    std::vector<PageContent>& contents() { return desk_.composition.pages[page_].contents; }

    /// The ground that was set as content `ground` reaches no further down than `foot`: below it the picture is seen.
    void end_ground(std::size_t ground, Length foot) {
        Item& item = *std::get<KeptItem>(contents()[ground]);
        Rule& rule = std::get<Rule>(item.node);
        rule.rect.height = std::min(rule.rect.height, foot - rule.rect.y);
    }

    /// A row of the page that all is drawn for, on a page that has fewer.
    Length row(int row) const { return plate_.row(0) + desk_.grid().scaled(row < 0 ? row : row * rows_); }
    /// So many points on that page.
    Length points(double points) const { return Length::points(points * down_); }

    /// Where the subtitle goes.
    Length title() {
        TitleRoom room;
        room.width = frame_.width;
        room.height = std::max(points(title_tallest), desk_.spec(Element::cover_title).leading);
        room.largest = desk_.spec(Element::cover_title).size;
        room.leading = 0.9;
        room.edges = TitleEdges::ink;
        room.whole_words = points(14);
        FittedTitle fitted = fit_title(desk_, desk_.edition.title, Element::cover_title, room);
        const Length first = points(title_top) + fitted.height;
        const Length below = std::max({points(least_drop), fitted.size.scaled(drop),
                                       fitted.depth + points(drop_below_ink)});
        return plate_.title(std::move(fitted), 1, frame_, first) + below;
    }

    void auditorium(Length subtitle) {
        const Statistics& statistics = desk_.edition.statistics;
        SeatSpec spec;
        spec.width = frame_.width;
        const Length first = std::max(row(seats_row), subtitle + points(seats_drop));
        spec.leading = (row(last_seats_row) - first) / 11;
        spec.rise = points(2.5);
        spec.marked_rise = points(4.3);
        const int naming = naming_month(desk_.edition.title);
        std::vector<SeatRow> rows;
        std::vector<int> months;
        for (int month = 1; month <= 12; ++month) {
            const int length = month_length(month, statistics.first_year, statistics.last_year, statistics.days);
            rows.push_back({month, length, std::string(1, static_cast<char>('A' + month - 1)), month == naming});
            months.push_back(month);
        }
        const Paint dark = plate_.ink_on_ground(paper_);
        ChartLook look{dark, paper_, [&, dark](const ChartLabel& label) {
                           return label.marked ? WordLook(Element::cover_fact).painted(dark)
                                               : WordLook(Element::cover_seat);
                       }};
        const StructureId figure = plate_.figure(months_said(desk_, "chart-days", months));
        plate_.chart(draw_seats(statistics.days, rows, spec), frame_.x, first + spec.rise, look, figure);
        plate_.paragraph(Locale::fill(desk_.words.word("seats"), {std::to_string(films_on_days(statistics))}),
                         Element::cover_caption, frame_, row(caption_row));
    }

    /// The films with a rule between them, the last above the foot; false when they are too many.
    bool list(Length subtitle) {
        const auto films = static_cast<std::int64_t>(desk_.edition.pieces.size());
        const Length pitch = desk_.grid() * 2, foot = row(caption_row);
        const Length first = foot - pitch * (films - 1);
        if (films == 0 || first < subtitle + points(seats_drop)) return false;
        const StructureId list = plate_.add(StructureRole::list);
        Length y = first;
        for (const Piece& piece : desk_.edition.pieces) {
            plate_.rule(frame_, y - desk_.grid() * 3 / 2, desk_.style().hairline, paper_);
            const StructureId item = desk_.structure.add(list, StructureRole::list_item);
            plate_.lines(plate_.shortened(piece.title.value, Element::cover_line, frame_.width), Element::cover_line,
                         frame_, y, desk_.structure.add(item, StructureRole::list_body));
            y += pitch;
        }
        return true;
    }

    /// One half star as wide as the frame, and how many films it stands for.
    void star(Length subtitle) {
        const Statistics& statistics = desk_.edition.statistics;
        const Length foot = row(caption_row) - desk_.grid() * 2;
        StarSpec spec;
        spec.radius = std::min(frame_.width.scaled(1 / 1.902),
                               (foot - subtitle - desk_.grid() * 2).scaled(1 / 1.81));
        spec.pitch = spec.radius * 2;
        spec.outline = Length::points(1.5);
        plate_.shapes(draw_stars(frame_.x, foot - spec.radius.scaled(0.81), 2, 1, spec, paper_));
        std::string caption = films_said(desk_.words, statistics.films);
        if (const std::string years = years_said(statistics); !years.empty())
            caption += ", " + Locale::fill(desk_.words.word("seen-in"), {years});
        if (statistics.films > 0)
            plate_.paragraph(caption, Element::cover_caption, frame_, row(caption_row));
    }

    Desk& desk_;
    std::size_t page_;
    Plate plate_;
    Column frame_;
    double down_, rows_;
    Paint paper_;
};

} // namespace

void set_cover_plate(Desk& desk, std::size_t page, StructureId parent) {
    if (desk.page().axis == Axis::centre) set_centred_cover(desk, page, parent);
    else if (desk.page().display == Display::pasted) set_pasted_cover(desk, page, parent);
    else CoverPlate(desk, page, parent).set();
}

} // namespace halfstar::layout
