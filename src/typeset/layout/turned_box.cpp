#include "typeset/layout/turned_box.h"

#include "design/style/load.h"
#include "typeset/items.h"
#include "typeset/layout/blocks.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

// Shares of a row.
constexpr double above_frame = 0.5; ///< clear of the letters that hang from the line before
constexpr double below_line = 0.3;  ///< letters hang so far from the last line
constexpr double above_letters = 0.3; ///< of the first line's own row, above its letters
constexpr double padding = 0.5;

bool is_box(const Galley& box, Length height, Length tallest) {
    if (height > tallest) return false;
    return std::none_of(box.entries.begin(), box.entries.end(), [](const GalleyEntry& entry) {
        return entry.outline || std::any_of(entry.items.begin(), entry.items.end(), [](const Item& item) {
                   return std::holds_alternative<PictureItem>(item.node);
               });
    });
}

Path frame_path(Rect frame) {
    using Kind = PathStep::Kind;
    const Length right = frame.x + frame.width, bottom = frame.y + frame.height;
    return {{Kind::move, {{frame.x, frame.y}}}, {Kind::line, {{right, frame.y}}}, {Kind::line, {{right, bottom}}},
            {Kind::line, {{frame.x, bottom}}},  {Kind::close, {}}};
}

/// A line the right way up, in words of ours.
void add_label(Desk& desk, Galley& galley, Column column, const char* word, Element element) {
    const std::string words(desk.words.word(word));
    SetText text = text_of(desk, writer_of(desk, words, element), element, column.width);
    text.setting = Setting::ragged;
    add_text(desk, galley, compose_artifact(desk, std::move(text)), column.x, desk.grid());
    keep_with_next(galley);
}

/// On pages of its own, the right way up.
void add_upright(Galley& galley, Galley box) {
    if (box.entries.empty()) return;
    // What announces it stays with it.
    std::size_t first = galley.entries.size();
    while (first > 0 && galley.entries[first - 1].slab.penalty == breaking::forbidden) --first;
    if (first > 0) galley.entries[first - 1].slab.penalty = breaking::forced;
    const auto heads = static_cast<std::uint32_t>(galley.heads.size());
    std::move(box.heads.begin(), box.heads.end(), std::back_inserter(galley.heads));
    box.entries.front().slab.space_before += std::exchange(galley.pending, Length{});
    for (GalleyEntry& entry : box.entries) {
        entry.slab.source = static_cast<std::uint32_t>(galley.entries.size());
        if (entry.head) *entry.head += heads;
        galley.entries.push_back(std::move(entry));
    }
    galley.entries.back().slab.penalty = breaking::forced;
}

} // namespace

Column inside_frame(const Desk& desk, Column column) {
    const Length by = desk.grid().scaled(padding);
    return {column.x + by, column.width - by * 2};
}

void add_turned(Desk& desk, Galley& galley, Galley box, Column column, Length tallest, Announced announced) {
    const Length grid = desk.grid(), content = box.height();
    const Length ink = content + grid.scaled(below_line - above_letters);
    const Length frame_height = ink + grid.scaled(padding * 2);
    const Length height = whole_rows(desk, frame_height + grid.scaled(above_frame));
    if (box.entries.empty()) return;
    if (!is_box(box, height, tallest)) {
        add_label(desk, galley, column, "spoiler", Element::heading_3);
        return add_upright(galley, std::move(box));
    }
    if (announced == Announced::by_nobody) add_label(desk, galley, column, "spoiler-turned", Element::note);
    const Rect frame{column.x, grid.scaled(above_frame) - height, column.width, height - grid.scaled(above_frame)};
    const Point centre{frame.x + frame.width / 2, frame.y + frame.height / 2};
    GalleyEntry& entry = add_entry(galley, height);
    Shape outline;
    outline.path = frame_path(frame);
    outline.stroke = paint_of(desk.style(), 0);
    outline.stroke_width = desk.style().hairline;
    entry.items.push_back({std::move(outline), 0});
    Length y = frame.y + (frame.height - ink) / 2 - grid.scaled(above_letters);
    for (GalleyEntry& inside : box.entries) {
        y += inside.slab.space_before + inside.slab.height;
        for (PlacedLines lines : inside.lines) {
            lines.at = {lines.at.x, lines.at.y + y};
            lines.turned_about = centre;
            entry.lines.push_back(lines);
        }
        for (Item& item : inside.items) entry.items.push_back(turned(moved(std::move(item), {{}, y}), centre));
        entry.notes.insert(entry.notes.end(), inside.notes.begin(), inside.notes.end());
    }
}

} // namespace halfstar::layout
