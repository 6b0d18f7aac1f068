// Pictures that stand alone: scaled to their column, whole, with the caption below them.
#include "typeset/layout/blocks.h"

#include "design/style/load.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

constexpr int least_resolution = 96; ///< pixels an inch: a small picture is not blown up to the column
constexpr double tallest_share = 0.5; ///< of a page

Path frame_of(const Rect& rect) {
    const auto line = [](Length x, Length y) { return PathStep{PathStep::Kind::line, {{x, y}, {}, {}}}; };
    return {PathStep{PathStep::Kind::move, {{rect.x, rect.y}, {}, {}}}, line(rect.right(), rect.y),
            line(rect.right(), rect.bottom()), line(rect.x, rect.bottom()), PathStep{PathStep::Kind::close, {}}};
}

/// A picture that could not be had: a frame with its words.
void set_frame(Desk& desk, Galley& galley, const Block& block, const Image& image, const Surroundings& around,
               StructureId figure) {
    const Length inset = desk.grid();
    const std::string words = image.alternative.empty() ? image.url : image.alternative;
    SetText text = text_of(desk, writer_of(desk, words, Element::caption), Element::caption,
                           around.column.width - inset * 2);
    text.span = block.span;
    const Composed composed = compose(desk, std::move(text), figure);
    const auto rows = static_cast<std::int64_t>(composed.lines);
    GalleyEntry& entry = add_entry(galley, desk.grid() * (rows + 2));
    const Length top = -desk.grid() * (rows + 1);
    const Rect rect{around.column.x, top, around.column.width, desk.grid() * (rows + 1)};
    Shape shape{frame_of(rect), std::nullopt, paint_of(desk.style(), 0), desk.style().hairline};
    entry.items.push_back({std::move(shape), 0});
    if (rows > 0)
        entry.lines.push_back({composed.text, 0, static_cast<std::uint32_t>(rows),
                               {around.column.x + inset, top + desk.grid() + desk.grid() / 4}, desk.grid()});
}

} // namespace

Size fitted_picture(const Picture& picture, Length width, Length tallest) {
    const auto pixels_wide = static_cast<std::int64_t>(std::max(1u, picture.width));
    const auto pixels_high = static_cast<std::int64_t>(std::max(1u, picture.height));
    Length wide = std::min(width, Length::points(72) * pixels_wide / least_resolution);
    if (wide * 5 > width * 4) wide = width; // nearly the column's width is the column's width
    Length high = wide * pixels_high / pixels_wide;
    if (tallest.units > 0 && high > tallest) {
        high = tallest;
        wide = high * pixels_wide / pixels_high;
    }
    return {std::max(wide, Length{1}), std::max(high, Length{1})};
}

void set_figure(Desk& desk, Galley& galley, const Block& block, const Figure& figure, const Surroundings& around) {
    leave_room(galley, desk.grid() / 2);
    const std::size_t begin = galley.entries.size();
    const StructureId parent = desk.structure.add(around.parent, StructureRole::figure);
    desk.structure.set_alternative(parent, figure.image.alternative);
    if (figure.image.picture && *figure.image.picture < desk.piece.pictures.size()) {
        const Picture& picture = desk.piece.pictures[*figure.image.picture];
        const Size size = fitted_picture(picture, around.column.width, around.tallest.scaled(tallest_share));
        GalleyEntry& entry = add_entry(galley, half_rows(desk, size.height + desk.grid() / 2));
        Length x = around.column.x;
        if (desk.right_to_left()) x += around.column.width - size.width;
        entry.items.push_back({picture_item(desk, *figure.image.picture, {x, -size.height, size.width, size.height}),
                               desk.structure.add_leaf(parent)});
        entry.standing = Standing::free;
    } else {
        set_frame(desk, galley, block, figure.image, around, parent);
    }
    if (!figure.caption.empty()) {
        keep_with_next(galley);
        SetText text = text_of(desk, writer_of(desk, figure.caption, Element::caption), Element::caption,
                               around.column.width);
        text.ordinal = figure.caption_ordinal;
        text.span = block.span;
        const StructureId caption = desk.structure.add(parent, StructureRole::caption);
        const Composed composed = compose(desk, std::move(text), caption);
        const std::size_t first = galley.entries.size();
        add_text(desk, galley, composed, around.column.x, desk.grid());
        for (std::size_t i = first; i + 1 < galley.entries.size(); ++i)
            galley.entries[i].slab.penalty = breaking::forbidden;
    }
    if (around.nesting == 0) galley.entries[begin].floats = static_cast<std::uint32_t>(galley.entries.size() - begin);
    leave_room(galley, desk.grid());
}

} // namespace halfstar::layout
