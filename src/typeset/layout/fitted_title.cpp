#include "typeset/layout/fitted_title.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr int refinements = 6;               ///< halvings of the last step between sizes
constexpr double strange_height = 0.88, strange_depth = 0.3; ///< of the size: letters of another face

TextWriter title_writer(const Desk& desk, const std::string& words, Element element, Length size) {
    return [language = desk.piece.language, direction = desk.piece.direction, words, element,
            size](const TypeCase& types) {
        RichTextWriter writer(types, element, language);
        writer.set_direction(direction);
        writer.add(words, TypeCase::resized(types.type(element, language), size), RichTextWriter::Origin::source);
        return writer.take();
    };
}

/// Height and depth of the ink; of letters that the face has not, as much as other scripts take.
void measure_ink(const RichText& rich, FittedTitle& title) {
    if (rich.text.empty() || rich.stretches.empty()) return;
    const Type& type = rich.types[rich.stretches.front().type];
    if (type.font.face == nullptr) return;
    const int units = std::max(1, type.font.face->metrics().units_per_em);
    for (const char32_t letter : utf8::to_utf32(rich.text)) {
        const std::uint32_t glyph = type.font.face->glyph(letter);
        const auto extents = type.font.face->extents(glyph);
        if (glyph == 0) {
            title.height = std::max(title.height, type.font.size.scaled(strange_height));
            title.depth = std::max(title.depth, type.font.size.scaled(strange_depth));
        } else if (extents) {
            title.height = std::max(title.height, type.font.size * extents->top / units);
            title.depth = std::max(title.depth, type.font.size * -extents->bottom / units);
        }
    }
}

/// Whether the title fits at this size; its lines and its bearing are then known.
bool fits(Desk& desk, FittedTitle& title, const TitleRoom& room) {
    const SharedText measured = desk.stick.measure(title.text);
    measure_ink(measured->rich, title);
    title.bearing = desk.right_to_left() ? Length{} : left_bearing(desk, measured->rich);
    if (room.edges == TitleEdges::ink)
        title.text.shapes.front().width = room.width + title.bearing + right_bearing(desk, measured->rich);
    const auto ways = desk.stick.break_text(title.text, *measured);
    title.lines = ways.empty() ? 0 : ways.front().lines.size();
    if (ways.empty()) return true;
    Length over{};
    for (const breaking::Line& line : ways.front().lines) over = std::max(over, line.overfull);
    return over.units <= 0 && title.lines <= room.lines &&
           title.line_height() * static_cast<std::int64_t>(title.lines) <= room.height;
}

FittedTitle at_size(Desk& desk, const std::string& words, Element element, const TitleRoom& room, Length size) {
    FittedTitle title;
    title.size = size;
    title.leading = room.leading;
    title.text = text_of(desk, title_writer(desk, words, element, size), element, room.width);
    title.text.setting = Setting::ragged;
    title.text.wide_words = size > room.whole_words ? WideWords::kept : WideWords::parted;
    return title;
}

/// Between a size that fits and one that does not, nearer to the largest that fits.
FittedTitle refined(Desk& desk, const std::string& words, Element element, const TitleRoom& room, FittedTitle fitting) {
    Length too_large = fitting.size.scaled(1 / room.step);
    for (int i = 0; i < refinements; ++i) {
        FittedTitle between = at_size(desk, words, element, room, (fitting.size + too_large) / 2);
        if (fits(desk, between, room)) fitting = std::move(between);
        else too_large = between.size;
    }
    return fitting;
}

} // namespace

FittedTitle fit_title(Desk& desk, const std::string& words, Element element, const TitleRoom& room) {
    for (Length size = room.largest;; size = size.scaled(room.step)) {
        FittedTitle title = at_size(desk, words, element, room, size);
        const bool fitting = fits(desk, title, room);
        if (fitting && size < room.largest && room.edges == TitleEdges::ink)
            return refined(desk, words, element, room, std::move(title));
        if (fitting || size <= room.smallest) return title;
    }
}

} // namespace halfstar::layout
