// A rating as it is drawn: stars, of as many as its scale has, or a letter in the display face; and the
// words that say it aloud.
#include "typeset/layout/opener.h"

#include "design/drawing/stars.h"
#include "design/style/load.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

constexpr double letter_size = 20, words_size = 11; ///< points

/// A letter, or words as they were written.
void set_written(Desk& desk, Strip& strip, const Rating& rating, Point at, StructureId parent) {
    const Piece* piece = &desk.piece;
    const double size = rating.is_counted() ? letter_size : words_size;
    const TextWriter write = [piece, size, written = rating.written](const TypeCase& types) {
        Type type = TypeCase::resized(types.type(Element::day, piece->language), Length::points(size));
        type.paint = paint_of(types.style(), types.page().stars.colour);
        RichTextWriter writer(types, Element::day, piece->language);
        writer.add(written, type, RichTextWriter::Origin::source);
        return writer.take();
    };
    SetText text = text_of(desk, write, Element::day, columns_of(desk, 0).side.width);
    text.setting = Setting::ragged;
    const Composed composed = compose(desk, std::move(text), parent);
    if (!desk.right_to_left()) at.x -= left_bearing(desk, composed.measured->rich);
    strip.put(PageColumn::side, composed, at, desk.grid());
}

} // namespace

Drawn drawn_of(const Rating& rating) {
    if (rating.best != 300 && rating.best != 400) return {std::clamp(rating.quarter_stars(), 0, 20), 5};
    const int stars = rating.best / 100;
    return {std::clamp((rating.value * 4 + 50) / 100, 0, stars * 4), stars};
}

void put_stars(Desk& desk, Strip& strip, const Rating& rating, const StarsPlace& place, StructureId parent) {
    const Drawn drawn = drawn_of(rating);
    strip.contents.emplace_back(place.column, PlacedStars{place.stars, static_cast<std::uint8_t>(drawn.quarters),
                                                          static_cast<std::uint8_t>(drawn.stars), StarLook::page, desk.variant});
    const std::string spoken = desk.words.spoken_rating(rating);
    SetText text = text_of(desk, writer_of(desk, spoken, Element::box_name), Element::box_name, place.width);
    text.setting = place.setting;
    text.visibility = Visibility::invisible;
    strip.put(place.column, compose(desk, std::move(text), parent), place.words, desk.grid());
}

void set_rating(Desk& desk, Strip& strip, const Rating& rating, Point at, StructureId parent) {
    if (rating.form != RatingForm::number) {
        set_written(desk, strip, rating, at, parent);
        return;
    }
    const StarSpec& spec = desk.page().stars;
    const Drawn stars = drawn_of(rating);
    const Length width = columns_of(desk, 0).side.width;
    Length left = at.x;
    if (desk.right_to_left()) left += width - stars_width(stars.quarters, stars.stars, spec);
    const Length centre = at.y - desk.spec(Element::text).size.scaled(0.36);
    put_stars(desk, strip, rating, {PageColumn::side, {left, centre}, at, width, Setting::ragged}, parent);
}

} // namespace halfstar::layout
