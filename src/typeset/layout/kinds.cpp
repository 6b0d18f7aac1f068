// What interviews, lists and listings consist of: turns that begin with their speaker, films at their rank,
// and showings by day.
#include "typeset/layout/blocks.h"

#include "typeset/layout/opener.h"
#include "design/drawing/stars.h"
#include "design/style/load.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

/// Words of a paragraph behind those of who says them.
TextWriter spoken_writer(const Desk& desk, const Inlines& speaker, const Inlines& words, Element element) {
    const Piece* piece = &desk.piece;
    const Inlines* who = &speaker;
    const Inlines* what = &words;
    return [piece, who, what, element, links = desk.links](const TypeCase& types) {
        RichTextWriter writer(types, element, piece->language);
        writer.set_pictures(piece->pictures);
        writer.set_piece_links(links);
        writer.set_direction(piece->direction);
        writer.add_before(*who, Element::speaker);
        writer.add(*what);
        return writer.take();
    };
}

/// A film's title with its year.
TextWriter entry_writer(const Desk& desk, const Inlines& title, const std::optional<int>& year) {
    const Piece* piece = &desk.piece;
    const Inlines* words = &title;
    return [piece, words, year, links = desk.links](const TypeCase& types) {
        RichTextWriter writer(types, Element::entry_title, piece->language);
        writer.set_piece_links(links);
        writer.set_direction(piece->direction);
        writer.add(*words);
        if (year)
            writer.add("\u00A0" + std::to_string(*year), types.type(Element::entry_year, piece->language),
                       RichTextWriter::Origin::generated);
        return writer.take();
    };
}

/// A showing's film, its house, and what else is said.
TextWriter showing_writer(const Desk& desk, const Showing& showing) {
    const Piece* piece = &desk.piece;
    const Showing* one = &showing;
    return [piece, one, links = desk.links](const TypeCase& types) {
        const Screening& screening = piece->screenings[one->screening];
        const std::optional<int>& year = piece->listed[screening.film].year;
        const auto ours = RichTextWriter::Origin::generated;
        RichTextWriter writer(types, Element::text, piece->language);
        writer.set_pictures(piece->pictures);
        writer.set_piece_links(links);
        writer.set_direction(piece->direction);
        writer.add(one->title);
        if (year) writer.add(" (" + std::to_string(*year) + ")", Element::text, ours);
        if (!screening.venue.empty()) {
            writer.add(" · ", Element::text, ours);
            writer.add(screening.venue, Element::showing_house, ours);
        }
        if (!one->words.empty()) {
            writer.add(" · ", Element::text, ours);
            writer.add(one->words);
        }
        return writer.take();
    };
}

bool same_day(const Date& a, const Date& b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

} // namespace

// ---- interviews ----

void BlockSetter::dialogue(const Dialogue& dialogue, const Surroundings& around) {
    for (const Turn& one : dialogue.turns) {
        // A question and its answers belong together.
        if (one.voice == Voice::question || &one == &dialogue.turns.front()) leave_room(galley_, desk_.grid());
        turn(one, around);
    }
    leave_room(galley_, desk_.grid());
}

/// The first paragraph begins with who speaks; what is no paragraph stands under the speaker's own line.
void BlockSetter::turn(const Turn& turn, const Surroundings& around) {
    Surroundings inside = around;
    if (turn.voice == Voice::question && around.element == Element::text) inside.element = Element::question;
    indent_ = Indent::none;
    static const Inlines nothing;
    const auto* first = turn.blocks.empty() ? nullptr : std::get_if<Paragraph>(&turn.blocks.front().node);
    const Inlines& words = first == nullptr ? nothing : first->inlines;
    Block opening;
    opening.ordinal = first == nullptr ? turn.speaker_ordinal : turn.blocks.front().ordinal;
    opening.span = turn.span;
    paragraph(opening, spoken_writer(desk_, turn.speaker, words, inside.element), inside);
    for (std::size_t i = first == nullptr ? 0 : 1; i < turn.blocks.size(); ++i) set(turn.blocks[i], inside);
}

// ---- lists ----

void BlockSetter::ranking(const Ranking& ranking, const Surroundings& around) {
    const bool ranked = std::any_of(ranking.entries.begin(), ranking.entries.end(),
                                    [](const Entry& entry) { return !entry.rank.empty(); });
    const Length indent = ranked ? desk_.grid() * 2 : Length{};
    const StructureId list = desk_.structure.add(around.parent, StructureRole::list);
    desk_.structure.node(list).ordered = ranked;
    Surroundings inside = around;
    inside.parent = list;
    for (const Entry& one : ranking.entries) {
        leave_room(galley_, desk_.grid());
        entry(one, inside, indent);
    }
    leave_room(galley_, desk_.grid());
}

void BlockSetter::entry(const Entry& entry, const Surroundings& around, Length indent) {
    const Work& film = desk_.piece.listed[entry.film];
    const StructureId item = desk_.structure.add(around.parent, StructureRole::list_item);
    const StarSpec stars = star_spec(desk_.types(), StarLook::list);
    const bool drawn = film.rating && film.rating->value.form == RatingForm::number;
    const Drawn rating = drawn ? drawn_of(film.rating->value) : Drawn{};
    const Length gap = desk_.grid() / 2;
    const Length taken = drawn ? stars_width(rating.quarters, rating.stars, stars) + gap : Length{};
    Surroundings inside = around;
    inside.column = indented(desk_, around.column, indent);
    ++inside.nesting;
    const std::size_t first = galley_.entries.size();

    Composed rank;
    if (!entry.rank.empty()) {
        SetText mark = text_of(desk_, writer_of(desk_, entry.rank, Element::entry_rank), Element::entry_rank, indent * 2);
        mark.setting = desk_.right_to_left() ? Setting::ranged_right : Setting::ragged;
        mark.span = entry.span;
        rank = compose(desk_, std::move(mark), desk_.structure.add(item, StructureRole::label));
    }
    inside.parent = desk_.structure.add(item, StructureRole::list_body);
    SetText text = text_of(desk_, entry_writer(desk_, entry.title, film.year), Element::entry_title,
                           inside.column.width - taken);
    text.ordinal = entry.title_ordinal;
    text.span = entry.span;
    const StructureId title = desk_.structure.add(inside.parent, StructureRole::paragraph);
    const Composed composed = compose(desk_, std::move(text), title);
    const bool leftwards = desk_.right_to_left();
    add_text(desk_, galley_, composed, inside.column.x + (leftwards ? taken : Length{}), desk_.grid());
    if (galley_.entries.size() == first) add_entry(galley_, desk_.grid());
    for (std::size_t i = first; i < galley_.entries.size(); ++i) galley_.entries[i].slab.penalty = breaking::forbidden;
    if (rank.lines > 0) {
        const Length x = leftwards ? around.column.x + around.column.width - indent * 2 : around.column.x;
        auto& lines = galley_.entries[first].lines;
        lines.insert(lines.begin(), {rank.text, 0, 1, {x, {}}, desk_.grid()});
    }
    if (film.rating) entry_rating(film.rating->value, composed, inside, stars);
    entry_credit(film, inside);
    indent_ = Indent::none;
    set(entry.blocks, inside);
}

/// Behind the title's last line: stars, and the words that say them; or the grade.
void BlockSetter::entry_rating(const Rating& rating, const Composed& title, const Surroundings& around,
                               const StarSpec& stars) {
    GalleyEntry& line = galley_.entries.back();
    const bool drawn = rating.form == RatingForm::number;
    const std::string words = drawn ? desk_.words.spoken_rating(rating) : rating.written;
    SetText text = text_of(desk_, writer_of(desk_, words, Element::entry_year), Element::entry_year, around.column.width);
    text.setting = Setting::ragged;
    if (drawn) text.visibility = Visibility::invisible;
    const Composed said = compose(desk_, std::move(text), desk_.structure.add(around.parent, StructureRole::paragraph));
    const Length gap = desk_.grid() / 2;
    Length x = around.column.x;
    if (title.lines > 0) {
        const LineEnd end = ends_of(desk_, title, title.lines - 1);
        x += desk_.right_to_left() ? Length{} : end.right + gap;
    }
    line.lines.push_back({said.text, 0, std::min<std::uint32_t>(1, static_cast<std::uint32_t>(said.lines)), {x, {}}, desk_.grid()});
    if (!drawn) return;
    const Drawn of = drawn_of(rating);
    const Length centre = -desk_.spec(Element::text).size.scaled(0.36);
    for (Shape& shape : draw_stars(x, centre, of.quarters, of.stars, stars, paint_of(desk_.style(), stars.colour)))
        line.items.push_back({std::move(shape), 0});
}

void BlockSetter::entry_credit(const Work& film, const Surroundings& around) {
    std::vector<std::string> directors;
    for (const Credit& credit : film.credits)
        if (credit.role == Role::director) directors.push_back(credit.name);
    if (directors.empty()) return;
    const std::string words = std::string(desk_.words.word("directed-by")) + " " + joined(directors, ", ");
    SetText text = text_of(desk_, writer_of(desk_, words, Element::credit), Element::credit, around.column.width);
    text.setting = Setting::ragged;
    const StructureId parent = desk_.structure.add(around.parent, StructureRole::paragraph);
    add_text(desk_, galley_, compose(desk_, std::move(text), parent), around.column.x, desk_.grid());
    keep_with_next(galley_);
}

// ---- listings ----

void BlockSetter::showings(const Showings& showings, const Surroundings& around) {
    const Length gap = desk_.grid();
    Length hours;
    for (const Showing& one : showings.showings) {
        const std::string& hour = desk_.piece.screenings[one.screening].date.time;
        const SetText text = text_of(desk_, writer_of(desk_, hour, Element::showing_hour), Element::showing_hour, {});
        if (!hour.empty()) hours = std::max(hours, desk_.stick.width_of(*desk_.stick.measure(text)) + gap);
    }
    const Date* day = nullptr;
    StructureId list = 0;
    for (const Showing& one : showings.showings) {
        const Date& date = desk_.piece.screenings[one.screening].date;
        if (day == nullptr || !same_day(*day, date)) {
            showing_day(date, around);
            list = desk_.structure.add(around.parent, StructureRole::list);
        }
        day = &date;
        showing(one, around, hours, list);
    }
    leave_room(galley_, desk_.grid());
}

void BlockSetter::showing_day(const Date& date, const Surroundings& around) {
    SetText text = text_of(desk_, writer_of(desk_, desk_.words.weekday_date(date), Element::showing_day),
                           Element::showing_day, around.column.width);
    const StructureId parent = desk_.structure.add(around.parent, StructureRole::paragraph);
    leave_room(galley_, desk_.grid());
    add_text(desk_, galley_, compose(desk_, std::move(text), parent), around.column.x, desk_.grid());
    keep_with_next(galley_);
}

void BlockSetter::showing(const Showing& showing, const Surroundings& around, Length hours, StructureId list) {
    const Screening& screening = desk_.piece.screenings[showing.screening];
    const StructureId item = desk_.structure.add(list, StructureRole::list_item);
    Composed hour;
    if (!screening.date.time.empty()) {
        SetText mark = text_of(desk_, writer_of(desk_, screening.date.time, Element::showing_hour), Element::showing_hour,
                               around.column.width);
        if (desk_.right_to_left()) mark.setting = Setting::ranged_right;
        hour = compose(desk_, std::move(mark), desk_.structure.add(item, StructureRole::label));
    }
    const Column column = indented(desk_, around.column, hours);
    SetText text = text_of(desk_, showing_writer(desk_, showing), Element::text, column.width);
    text.setting = Setting::ragged;
    text.ordinal = showing.title_ordinal;
    text.span = showing.span;
    const std::size_t first = galley_.entries.size();
    const StructureId body = desk_.structure.add(item, StructureRole::list_body);
    add_text(desk_, galley_, compose(desk_, std::move(text), body), column.x, desk_.grid());
    if (galley_.entries.size() == first) add_entry(galley_, desk_.grid());
    if (hour.lines > 0)
        galley_.entries[first].lines.insert(galley_.entries[first].lines.begin(),
                                            {hour.text, 0, 1, {around.column.x, {}}, desk_.grid()});
}

} // namespace halfstar::layout
