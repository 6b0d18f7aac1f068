// A cover made with scissors: the title as wide as its black ground, a picture in coarse dots below it, number and
// subtitle on strips across its corners, and the best films of the issue at the foot.
#include "typeset/layout/pasted_plates.h"

#include "typeset/layout/contact_sheet.h"
#include "typeset/layout/cropped_picture.h"
#include "typeset/layout/statements.h"
#include "typeset/layout/strip.h"

#include "design/drawing/paths.h"
#include "design/pictures/drawn.h"
#include "design/pictures/screen.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

const Length inset = Length::points(10);       ///< from the ground's edge to what stands on it
const Length title_rise = Length::points(14);  ///< from the ground's upper edge to the title's ink
const Length below_title = Length::points(12);
const Length tallest_title = Length::points(210), least_picture = Length::points(90);
const Length above_films = Length::points(16), below_films = Length::points(19);
const Length strip_size = Length::points(30);
const Length overhang = Length::points(4);     ///< of a strip's corner over the ground's edge
constexpr double strip_share = 0.62;           ///< of the ground's width, that a strip takes at most
constexpr double least_strip = 0.7;           ///< of its size, below which its words take two
constexpr double slant = 0.028;               ///< of its width, that the first strip rises
constexpr double covered = 0.06;              ///< of the title's letters, that it may cover
constexpr double title_share = 0.4;           ///< of the ground's height, that the title takes at most
constexpr double title_leading = 0.8;          ///< of its size: capitals alone
constexpr double dots_wider = 1.1;             ///< than in pictures on other pages
const Length drawn_dots = Length::points(4.2); ///< of what the program draws, where a style screens no pictures
const Length sheet_gap = Length::points(4);    ///< between the frames of a contact sheet
constexpr std::size_t film_lines = 2;
constexpr const char* between_films = " / ";

/// The best films with a poster first, then the order of the issue.
const Piece* with_poster(const Edition& edition) {
    const auto has_poster = [](const Piece& piece) {
        return piece.poster && piece.poster->picture && *piece.poster->picture < piece.pictures.size();
    };
    for (const WorkReference& film : edition.statistics.best)
        if (film.piece < edition.pieces.size() && has_poster(edition.pieces[film.piece])) return &edition.pieces[film.piece];
    const auto found = std::find_if(edition.pieces.begin(), edition.pieces.end(), has_poster);
    return found == edition.pieces.end() ? nullptr : &*found;
}

/// The titles that a cover names: what was rated highest, and the one that was rated lowest.
std::vector<std::string> named_films(const Edition& edition) {
    std::vector<std::string> titles;
    const auto name = [&](const WorkReference& film) {
        if (film.piece >= edition.pieces.size() || film.work >= edition.pieces[film.piece].works.size()) return;
        titles.push_back(edition.pieces[film.piece].works[film.work].title.value);
    };
    for (const WorkReference& film : edition.statistics.best) name(film);
    for (const WorkReference& film : edition.statistics.worst) name(film);
    if (titles.empty())
        for (const Piece& piece : edition.pieces) titles.push_back(piece.title.value);
    return titles;
}

class PastedCover {
public:
    PastedCover(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), page_(page), plate_(desk, page, parent), ground_(pasted_frame(desk)), paper_(paper_paint(desk)),
          frame_{ground_.x + inset, ground_.width - inset * 2} {}

    void set() {
        if (desk_.edition.cover.picture) return set_over_picture();
        plate_.shapes({Shape{rectangle_path(ground_), plate_.ink(), std::nullopt, {}}});
        const Length top = title() + below_title;
        const Length bottom = films_top();
        if (bottom - top >= least_picture) picture({frame_.x, top, frame_.width, bottom - top});
        strips(top, bottom);
        films(ground_.bottom() - below_films, desk_.spec(Element::cover_text).leading);
    }

private:
    /// The picture over the whole ground, of which black blocks are left under the title and under the films.
    void set_over_picture() {
        std::vector<PageContent>& contents = desk_.composition.pages[page_].contents;
        set_cropped(desk_, page_, plate_.parent(), cover_picture(desk_), ground_);
        const std::size_t block = contents.size();
        plate_.shapes({Shape{{}, plate_.ink(), std::nullopt, {}}});
        const Length top = title() + below_title;
        std::get<Shape>((*std::get<KeptItem>(contents[block])).node).path =
            rectangle_path({ground_.x, ground_.y, ground_.width, top - ground_.y});
        const Length bottom = films_top();
        plate_.shapes({Shape{rectangle_path({ground_.x, bottom, ground_.width, ground_.bottom() - bottom}), plate_.ink(),
                             std::nullopt, {}}});
        strips(top, bottom);
        films(ground_.bottom() - below_films, desk_.spec(Element::cover_text).leading);
    }

    /// Where the room of the picture ends and that of the films begins.
    Length films_top() const {
        const TextSpec& spec = desk_.spec(Element::cover_text);
        return ground_.bottom() - below_films - spec.leading * (film_lines - 1) - spec.size - above_films / 2;
    }

    /// The baseline of its last line.
    Length title() {
        TitleRoom room;
        room.width = frame_.width;
        room.height = std::min(tallest_title, ground_.height.scaled(title_share));
        room.largest = tallest_title / 7 * 10;
        room.leading = title_leading;
        room.edges = TitleEdges::ink;
        FittedTitle fitted = fit_title(desk_, desk_.edition.title, Element::cover_title, room);
        letters_ = fitted.height;
        const Length first = ground_.y + title_rise + fitted.height;
        return plate_.title(std::move(fitted), 1, frame_, first);
    }

    /// It fills the room, which is seen through where the picture is larger.
    void picture(const Rect& room) {
        if (desk_.edition.cover.kind == CoverKind::posters &&
            set_contact_sheet(desk_, page_, plate_.parent(), room, sheet_gap))
            return;
        const Length pitch = (desk_.style().screen.units > 0 ? desk_.style().screen : drawn_dots).scaled(dots_wider);
        const Piece* piece = with_poster(desk_.edition);
        if (piece == nullptr) {
            const Size size{room.width, room.height};
            return plate_.picture(screened(drawn_auditorium(size), pitch, size), room, room, title_words());
        }
        const Picture& poster = piece->pictures[*piece->poster->picture];
        const Rect whole = covering(poster, room);
        const std::string& said = piece->poster->alternative.empty() ? piece->title.value : piece->poster->alternative;
        plate_.picture(screened(poster, pitch, {whole.width, whole.height}), whole, room, said);
    }

    std::string title_words() const { return joined({desk_.edition.title, desk_.edition.subtitle}, ": "); }

    /// One across the title's feet, of which it leaves enough to be read; one across the picture's lower corner, or two
    /// where its words would be too small.
    void strips(Length top, Length bottom) {
        const std::string count = films_said(desk_.words, desk_.edition.statistics.films);
        const std::string films = desk_.edition.statistics.films > 0 ? count : std::string();
        const std::string first = joined({issue_number(desk_), films}, ": ");
        const Length rise = plate_.width_of(first, strip_look(first)).scaled(slant);
        const Length lower = std::max(Length{}, rise - letters_.scaled(covered));
        strip(first, {ground_.x + overhang / 2, top + strip_size.scaled(0.6) + lower}, 0, Setting::ragged);
        const std::string& words = desk_.edition.subtitle;
        const Length y = bottom - strip_size.scaled(0.5), x = ground_.right() + overhang;
        if (*strip_look(words).size >= strip_size.scaled(least_strip)) return strip(words, {x, y}, 1, Setting::ranged_right);
        const auto [above, below] = in_halves(words);
        strip(above, {x - inset * 2, y - strip_look(above).size->scaled(1.15)}, 1, Setting::ranged_right);
        strip(below, {x, y}, 1, Setting::ranged_right);
    }

    WordLook strip_look(const std::string& words) const {
        return plate_.fitted(words, WordLook(Element::cover_text).sized(strip_size).painted(plate_.ink()),
                             ground_.width.scaled(strip_share));
    }

    void strip(const std::string& words, Point at, std::size_t index, Setting setting) {
        if (words.empty()) return;
        const WordLook look = strip_look(words);
        const Length size = *look.size;
        if (setting == Setting::ranged_right) at.x -= strip_width(plate_.width_of(words, look), size);
        set_strip(plate_, words, look, {at, size, index}, {paper_, plate_.ink()}, plate_.add(StructureRole::paragraph));
    }

    /// As many as stand on two lines, and the month and the price at their ends.
    void films(Length foot, Length step) {
        const std::vector<std::string> ends = {issue_month(desk_), desk_.edition.price};
        std::vector<std::string> titles = named_films(desk_.edition);
        for (std::size_t line = 0; line < film_lines; ++line) {
            const Length baseline = foot - step * static_cast<std::int64_t>(film_lines - 1 - line);
            const WordLook end(Element::cover_text, Setting::ranged_right);
            const Length room = frame_.width - plate_.width_of(ends[line], end) - inset * 2;
            plate_.paragraph(taken(titles, room), Element::cover_text, {frame_.x, room + inset}, baseline);
            plate_.paragraph(ends[line], end, frame_, baseline);
        }
    }

    /// Those that have room on a line; they are taken off the list.
    std::string taken(std::vector<std::string>& titles, Length room) const {
        std::vector<std::string> line, later;
        for (std::string& title : titles) {
            line.push_back(title);
            if (plate_.width_of(joined(line, between_films), Element::cover_text) <= room) continue;
            line.pop_back();
            later.push_back(std::move(title));
        }
        titles = std::move(later);
        return joined(line, between_films);
    }

    Desk& desk_;
    std::size_t page_;
    Plate plate_;
    Rect ground_;
    Paint paper_;
    Column frame_;
    Length letters_; ///< the height of the title's
};

} // namespace

Rect pasted_frame(const Desk& desk) {
    const PageSpec& page = desk.page();
    return {page.outer, page.outer, page.trim.width - page.outer * 2, page.trim.height - page.outer * 2};
}

Paint paper_paint(const Desk& desk) { return desk.types().type(Element::cover_text, {}).paint; }

void set_pasted_cover(Desk& desk, std::size_t page, StructureId parent) { PastedCover(desk, page, parent).set(); }

} // namespace halfstar::layout
