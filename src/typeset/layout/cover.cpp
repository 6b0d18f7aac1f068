// The cover: one solid colour, the title as large as it will go, who wrote it, and the rating in stars; a
// collection lists its films. It is drawn from what the edition says: no picture is needed.
#include "typeset/layout/layout.h"

#include "typeset/layout/centred_plates.h"
#include "typeset/layout/contact_sheet.h"
#include "typeset/layout/cropped_picture.h"
#include "typeset/layout/fitted_title.h"
#include "typeset/layout/plate.h"
#include "typeset/layout/statements.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar {

namespace layout {

namespace {

const Length cover_width = Length::points(432), cover_height = Length::points(648);
const Length cover_margin = Length::points(36);
const Length grid = Length::points(13);
constexpr int head_row = 0, title_row = 2, foot_row = 42;
constexpr std::size_t most_title_lines = 6;
constexpr int most_films = 12; ///< that are named; a longer list ends in an ellipsis

PageSpec cover_page(const Style& style) {
    PageSpec page;
    page.name = "cover";
    page.trim = {cover_width, cover_height};
    page.grid = grid;
    page.first_baseline = grid * 4;
    page.rows = foot_row + 1;
    page.inner = page.outer = cover_margin;
    if (style.pages.empty()) return page;
    page.stars = style.pages.front().stars;
    page.axis = style.pages.front().axis;
    return page;
}

struct Film {
    std::string title, by;
};

/// On the axis: a review with its director and author, or a collection as an issue has it.
void set_on_axis(Desk& desk) {
    desk.composition.pages.emplace_back();
    desk.composition.pages.front().label = "1";
    const StructureId parent = desk.structure.add(0, StructureRole::article);
    if (desk.edition.pieces.size() != 1 || desk.edition.cover.picture) return set_centred_cover(desk, 0, parent);
    const Piece& piece = desk.piece;
    CoverWords words;
    words.title = piece.title.value;
    if (const std::string names = joined(directors_of(piece), ", "); !names.empty())
        words.line = std::string(desk.words.word("directed-by")) + " " + names;
    if (piece.works.size() == 1 && piece.works.front().year) words.caption = std::to_string(*piece.works.front().year);
    words.fact = joined(piece.authors, ", ");
    if (const Date* day = day_of(piece)) words.day = desk.words.long_date(*day);
    set_framed_cover(desk, 0, parent, words);
}

class CoverSetter {
public:
    explicit CoverSetter(Desk& desk) : desk_(desk), parent_(desk.structure.add(0, StructureRole::article)) {
        desk.composition.pages.emplace_back();
        page().label = "1";
        column_ = {cover_margin, cover_width - cover_margin * 2};
        white_ = desk.types().type(Element::cover_text, {}).paint;
    }

    void set() {
        const bool pictured = desk_.edition.cover.picture.has_value();
        if (pictured) set_cropped(desk_, 0, parent_, cover_picture(desk_), {{}, {}, cover_width, cover_height});
        page().contents.emplace_back(Item{Rule{{{}, {}, cover_width, cover_height}, ground_of(desk_.types())}, 0});
        const std::size_t ground = page().contents.size() - 1;
        const bool one = desk_.edition.pieces.size() == 1;
        const Length below = title(one ? desk_.piece.title.value : desk_.edition.title);
        if (pictured) over_picture(below, ground);
        else if (one) review();
        else if (!contact_sheet(below)) collection(below);
    }

private:
    ComposedPage& page() { return desk_.composition.pages.front(); }

    Composed line(const std::string& words, Setting setting, int weight, StructureRole role) {
        const Piece* piece = &desk_.piece;
        const TextWriter write = [piece, words, weight](const TypeCase& types) {
            Type type = types.type(Element::cover_text, piece->language);
            RichTextWriter writer(types, Element::cover_text, piece->language);
            writer.add(words, weight >= 700 ? types.styled(type, TextStyle::strong) : type,
                       RichTextWriter::Origin::source);
            return writer.take();
        };
        SetText text = text_of(desk_, write, Element::cover_text, column_.width);
        text.setting = setting;
        return compose(desk_, std::move(text), desk_.structure.add(parent_, role));
    }

    void put_line(const std::string& words, Length baseline, Setting setting, int weight) {
        if (words.empty()) return;
        put(page(), line(words, setting, weight, StructureRole::paragraph), {column_.x, baseline},
            desk_.spec(Element::cover_text).leading);
    }

    /// The largest size in which whole words fill at most the upper half; the baseline of its last line.
    Length title(const std::string& words) {
        TitleRoom room;
        room.width = column_.width;
        room.height = cover_height * 5 / 9;
        room.largest = desk_.spec(Element::cover_title).size;
        room.lines = most_title_lines;
        FittedTitle fitted = fit_title(desk_, words, Element::cover_title, room);
        if (fitted.lines == 0) return row_at(desk_.page(), title_row);
        const StructureId heading = desk_.structure.add(parent_, StructureRole::heading);
        desk_.structure.set_level(heading, 1);
        const Composed composed = compose(desk_, std::move(fitted.text), heading);
        const Length first = row_at(desk_.page(), title_row) + fitted.size.scaled(0.70);
        put(page(), composed, {column_.x - fitted.bearing, first}, fitted.line_height());
        return first + fitted.line_height() * static_cast<std::int64_t>(std::max<std::size_t>(composed.lines, 1) - 1);
    }

    void review() {
        const std::vector<Work>& works = desk_.piece.works;
        const Length head = row_at(desk_.page(), head_row), foot = row_at(desk_.page(), foot_row);
        put_line(joined(desk_.piece.authors, ", "), head, Setting::ragged, 700);
        if (works.size() == 1 && works.front().year)
            put_line(std::to_string(*works.front().year), head, Setting::ranged_right, 400);
        const std::vector<std::string> directors = directors_of(desk_.piece);
        if (!directors.empty())
            put_line(std::string(desk_.words.word("directed-by")) + " " + joined(directors, ", "), foot, Setting::ragged, 400);
        const bool rated = works.size() == 1 && works.front().rating;
        if (rated && works.front().rating->value.form == RatingForm::number) stars(works.front().rating->value, foot);
        else mark(foot);
    }

    /// Stars over the whole measure.
    void stars(const Rating& rating, Length foot) {
        const Drawn drawn = drawn_of(rating);
        StarSpec spec;
        spec.pitch = column_.width * 10 / (drawn.stars * 10 - 1);
        spec.radius = spec.pitch.scaled(0.9 / 1.902);
        spec.outline = Length::points(1.5);
        const Length centre = foot - grid * 5 / 2 - spec.radius;
        for (Shape& shape : draw_stars(column_.x, centre, drawn.quarters, drawn.stars, spec, white_))
            page().contents.emplace_back(Item{std::move(shape), 0});
        SetText text = text_of(desk_, writer_of(desk_, desk_.words.spoken_rating(rating), Element::cover_text),
                               Element::cover_text, column_.width);
        text.setting = Setting::ragged;
        text.visibility = Visibility::invisible;
        put(page(), compose(desk_, std::move(text), desk_.structure.add(parent_, StructureRole::paragraph)),
            {column_.x, centre}, grid);
    }

    /// One half star, large.
    void mark(Length foot) {
        StarSpec spec;
        spec.radius = Length::points(75);
        spec.pitch = spec.radius * 2;
        spec.outline = Length::points(1.5);
        const Length centre = foot - grid * 5 / 2 - spec.radius;
        for (Shape& shape : draw_stars(column_.x, centre, 2, 1, spec, white_))
            page().contents.emplace_back(Item{std::move(shape), 0});
    }

    std::vector<Film> films() const {
        std::vector<Film> films;
        for (const Piece& piece : desk_.edition.pieces) {
            Film film{piece.title.value, {}};
            if (piece.works.size() == 1 && piece.works.front().year) film.by = std::to_string(*piece.works.front().year);
            films.push_back(std::move(film));
        }
        return films;
    }

    /// The ground ends below the subtitle, and the picture is seen.
    void over_picture(Length below, std::size_t ground) {
        const Edition& edition = desk_.edition;
        if (!edition.subtitle.empty()) put_line(edition.subtitle, below + grid * 2, Setting::ragged, 400);
        const Length foot = below + grid * (edition.subtitle.empty() ? 2 : 4);
        std::get<Rule>((*std::get<KeptItem>(page().contents[ground])).node).rect.height = foot;
    }

    /// Where that was asked for and there are pictures.
    bool contact_sheet(Length below) {
        const Edition& edition = desk_.edition;
        const Length top = below + grid * (edition.subtitle.empty() ? 2 : 4);
        const Rect room{column_.x, top, column_.width, cover_height - cover_margin - top};
        if (edition.cover.kind != CoverKind::posters || !set_contact_sheet(desk_, 0, parent_, room, grid / 3)) return false;
        if (!edition.subtitle.empty()) put_line(edition.subtitle, below + grid * 2, Setting::ragged, 400);
        return true;
    }

    /// The films, a rule between them, the last above the foot.
    void collection(Length below) {
        const Length head = row_at(desk_.page(), head_row), foot = row_at(desk_.page(), foot_row);
        const Edition& edition = desk_.edition;
        put_line(edition.publisher.empty() ? edition.editor : edition.publisher, head, Setting::ragged, 700);
        if (edition.date && edition.date->year > 0)
            put_line(desk_.words.long_date(*edition.date), head, Setting::ranged_right, 400);
        if (!edition.subtitle.empty()) put_line(edition.subtitle, below + grid * 2, Setting::ragged, 400);
        std::vector<Film> list = films();
        const Length pitch = grid * 2;
        const auto room = std::max<std::int64_t>(1, (foot - below - grid * 4).units / pitch.units);
        const auto most = static_cast<std::size_t>(std::min<std::int64_t>(room, most_films));
        const bool cut = list.size() > most;
        if (cut) list.resize(most - (most > 1 ? 1 : 0));
        if (cut) list.push_back({"…", {}});
        Length y = foot - pitch * static_cast<std::int64_t>(list.size() - 1);
        for (const Film& film : list) {
            rule(y - grid * 3 / 2);
            put_line(shortened(film.title), y, Setting::ragged, 400);
            put_line(film.by, y, Setting::ranged_right, 700);
            y += pitch;
        }
    }

    /// A title that leaves room for its year on one line.
    std::string shortened(const std::string& words) {
        SetText text = text_of(desk_, writer_of(desk_, words, Element::cover_text), Element::cover_text, column_.width);
        if (desk_.stick.width_of(*desk_.stick.measure(text)) < column_.width * 5 / 6) return words;
        std::string shorter = words;
        while (!shorter.empty()) {
            const std::size_t space = shorter.find_last_of(' ');
            if (space == std::string::npos) break;
            shorter.resize(space);
            text.write = writer_of(desk_, shorter + " …", Element::cover_text);
            if (desk_.stick.width_of(*desk_.stick.measure(text)) < column_.width * 5 / 6) return shorter + " …";
        }
        return words;
    }

    void rule(Length y) {
        page().contents.emplace_back(Item{Rule{{column_.x, y, column_.width, desk_.style().hairline}, white_}, 0});
    }

    Desk& desk_;
    StructureId parent_;
    Column column_;
    Paint white_;
};

} // namespace

} // namespace layout

std::unique_ptr<PagedDocument> lay_out_cover(const Edition& edition, const Style& style, const Foundry& foundry,
                                             Diagnostics& diagnostics) {
    using namespace layout;
    static const Piece none;
    const Piece& first = edition.pieces.empty() ? none : edition.pieces.front();
    auto document = std::make_unique<ComposedDocument>(style, cover_page(style), foundry);
    Composition composition;
    composition.trim = {cover_width, cover_height};
    composition.info.title = edition.pieces.size() == 1 ? first.title.value : edition.title;
    composition.info.authors = first.authors;
    composition.info.language = edition.language;
    for (std::uint32_t i = 0; edition.cover.kind != CoverKind::type && i < edition.pieces.size(); ++i)
        composition.take_pictures(i, edition.pieces[i].pictures);
    if (edition.cover.picture) composition.take_pictures(edition.front_index(), {*edition.cover.picture});
    StructureBuilder structure;
    Desk desk{document->stick(), composition, structure, edition, first, 0, locale_for(edition.language),
              document->diagnostics()};
    if (desk.page().axis == Axis::centre) set_on_axis(desk);
    else CoverSetter(desk).set();
    composition.structure = structure.take();
    document->keep(std::move(composition));
    diagnostics.append(std::exchange(document->diagnostics(), {}));
    return document;
}

} // namespace halfstar
