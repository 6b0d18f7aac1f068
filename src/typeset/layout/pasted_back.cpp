// The back cover where display is pasted up: strips in a frame that tell the reader to do it too, tickets of the best
// and the worst film of the issue, half a star, and the small print.
#include "typeset/layout/pasted_plates.h"

#include "typeset/items.h"
#include "typeset/layout/statements.h"
#include "typeset/layout/strip.h"

#include "design/drawing/paths.h"
#include "design/drawing/stars.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

const Length inset = Length::points(16), frame_thickness = Length::points(1.5);
const Length line_size = Length::points(52), last_size = Length::points(66);
const Length ticket_width = Length::points(158), ticket_height = Length::points(74), ticket_edge = Length::points(2);
const Length ticket_inset = Length::points(16), ticket_size = Length::points(44), smallest_title = Length::points(18);
const Length hole_radius = Length::points(3), hole_pitch = Length::points(11);
constexpr int holes = 6;
const Length star_radius = Length::points(34), star_outline = Length::points(2.5);
constexpr std::int32_t ticket_turns[] = {-3000, 4000}; ///< thousandths of a degree, anticlockwise

// Parts of the frame's height, from its head, where things stand whatever the trim.
constexpr double first_line = 0.125, first_ticket = 0.17, second_line = 0.45, second_ticket = 0.485;

class PastedBack {
public:
    PastedBack(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), plate_(desk, page, parent), statistics_(desk.edition.statistics), frame_(pasted_frame(desk)),
          paper_(paper_paint(desk)) {}

    void set() {
        outline();
        line("back-film", {frame_.x + inset, at(first_line)}, 2, Setting::ragged);
        // Two tickets and the lines between them need their height; small paper goes without.
        const bool roomy = frame_.height >= ticket_height * 6;
        if (roomy) ticket(statistics_.best, {frame_.x + inset * 5 / 2, at(first_ticket)}, 0);
        line("back-another", {frame_.right() - inset / 2, at(second_line)}, 1, Setting::ranged_right);
        if (roomy) ticket(statistics_.worst, {frame_.right() - inset * 2 - ticket_width, at(second_ticket)}, 1);
        const std::vector<std::string> small = said_small();
        const Length foot = frame_.bottom() - inset - small_height(small);
        last_lines(foot);
        small_print_from(foot, small);
    }

private:
    Length at(double share) const { return frame_.y + frame_.height.scaled(share); }

    void outline() {
        const Length half = frame_thickness / 2;
        const Rect middle{frame_.x + half, frame_.y + half, frame_.width - frame_thickness,
                          frame_.height - frame_thickness};
        plate_.shapes({Shape{rectangle_path(middle), std::nullopt, plate_.ink(), frame_thickness}});
    }

    WordLook words_on_ink() const { return WordLook(Element::cover_text).painted(paper_); }

    /// A strip of the frame's width at most; its left or right end at `place`.
    void line(std::string_view key, Point place, std::size_t index, Setting setting) {
        const std::string words(desk_.words.word(key));
        const WordLook look = plate_.fitted(words, words_on_ink().sized(line_size), frame_.width - inset * 4);
        const Length size = *look.size;
        if (setting == Setting::ranged_right) place.x -= strip_width(plate_.width_of(words, look), size);
        set_strip(plate_, words, look, {place, size, index}, {plate_.ink()}, plate_.add(StructureRole::paragraph));
    }

    /// Where and when it was seen.
    std::string admission(const Piece& piece) const {
        const Date* day = day_of(piece);
        const std::string& house = piece.venue.empty() ? desk_.edition.place : piece.venue;
        return joined({house, day != nullptr ? desk_.words.long_date(*day) : std::string()}, ", ");
    }

    /// The first is white, the second black.
    void ticket(const std::vector<WorkReference>& films, Point corner, std::size_t index) {
        const Work* work = first_work(desk_.edition, films);
        if (work == nullptr) return;
        const Paint ink = index == 0 ? plate_.ink() : paper_, paper = index == 0 ? paper_ : plate_.ink();
        draw_ticket(corner, index, paper);
        const StructureId below = plate_.add(StructureRole::paragraph);
        const Length room = ticket_width - ticket_inset * 3 / 2;
        WordLook look = plate_.fitted(work->title.value, words_on_ink().sized(ticket_size).painted(ink), room);
        if (*look.size < smallest_title) look = look.sized(smallest_title);
        const std::string title = plate_.shortened(work->title.value, look, room);
        turned(title, look, corner, {ticket_inset, ticket_height.scaled(0.6)}, index, below);
        const WordLook small = WordLook(Element::box_name).painted(ink);
        turned(plate_.shortened(admission(desk_.edition.pieces[films.front().piece]), small, room), small, corner,
               {ticket_inset, ticket_height.scaled(0.86)}, index, plate_.add(StructureRole::paragraph));
    }

    void draw_ticket(Point corner, std::size_t index, Paint paper) {
        std::vector<Shape> shapes;
        shapes.push_back({rectangle_path({corner.x, corner.y, ticket_width, ticket_height}), paper, plate_.ink(), ticket_edge});
        for (int hole = 0; hole < holes; ++hole) {
            const Point centre{corner.x, corner.y + Length::points(10) + hole_pitch * hole};
            shapes.push_back({circle_path(centre, hole_radius), paper_, plate_.ink(), ticket_edge});
        }
        for (Shape& shape : shapes)
            plate_.shapes({std::get<Shape>(swung(Item{std::move(shape), 0}, corner, ticket_turns[index]).node)});
    }

    void turned(const std::string& words, const WordLook& look, Point corner, Point from, std::size_t index,
                StructureId below) {
        if (words.empty()) return;
        const Item origin{Anchor{{}, {corner.x + from.x, corner.y + from.y}}, 0};
        const Point start = std::get<Anchor>(swung(origin, corner, ticket_turns[index]).node).at;
        plate_.turned_line(words, look, start, ticket_turns[index], below);
    }

    /// What the issue says of itself.
    std::vector<std::string> said_small() const {
        std::vector<std::string> said = {joined({desk_.edition.title, desk_.edition.subtitle}, ": ")};
        said.front() = joined({said.front(), issue_number(desk_), issue_month(desk_), desk_.edition.price}, ", ");
        for (std::string& words : small_print(desk_)) said.push_back(std::move(words));
        return said;
    }

    Column small_column() const { return {frame_.x + inset, frame_.width - inset * 2}; }
    WordLook small_look() const { return WordLook(Element::back_text).painted(plate_.ink()); }

    Length small_height(const std::vector<std::string>& said) const {
        return desk_.spec(Element::back_text).leading *
               static_cast<std::int64_t>(lines_of(said, small_column().width, small_look()));
    }

    void small_print_from(Length y, const std::vector<std::string>& said) {
        const Length step = desk_.spec(Element::back_text).leading;
        for (const std::string& words : said)
            y += step * static_cast<std::int64_t>(plate_.paragraph(words, small_look(), small_column(), y + step));
    }

    std::size_t lines_of(const std::vector<std::string>& said, Length width, const WordLook& look) const {
        std::size_t lines = 0;
        for (const std::string& words : said)
            lines += static_cast<std::size_t>(plate_.width_of(words, look).units / width.scaled(0.96).units) + 1;
        return lines;
    }

    /// "Now start a zine." on two strips, and the star beside them, above `foot`.
    void last_lines(Length foot) {
        const std::string words(desk_.words.word("back-zine"));
        const auto [first, second] = in_halves(words);
        Length size = last_size;
        const Length room = frame_.width - inset * 2 - star_radius * 2;
        for (const std::string& half : {first, second})
            if (!half.empty()) size = std::min(size, *plate_.fitted(half, words_on_ink().sized(last_size), room).size);
        const Length last = foot - size.scaled(0.4);
        const Length step = second.empty() ? Length{} : size;
        set_strip(plate_, first, words_on_ink(), {{frame_.x + inset, last - step}, size, 4}, {plate_.ink()},
                  plate_.add(StructureRole::paragraph));
        if (!second.empty())
            set_strip(plate_, second, words_on_ink(), {{frame_.x + inset * 6, last}, size, 3}, {plate_.ink()},
                      plate_.add(StructureRole::paragraph));
        StarSpec spec;
        spec.radius = star_radius;
        spec.pitch = star_radius * 2;
        spec.outline = star_outline;
        const Length left = frame_.right() - inset - star_width(star_radius);
        plate_.shapes(draw_stars(left, last - star_radius.scaled(0.5), 2, 1, spec, plate_.ink()));
    }

    Desk& desk_;
    Plate plate_;
    const Statistics& statistics_;
    Rect frame_;
    Paint paper_;
};

} // namespace

void set_pasted_back(Desk& desk, std::size_t page, StructureId parent) { PastedBack(desk, page, parent).set(); }

} // namespace halfstar::layout
