// Words of a piece lifted out of it: large, over the whole column, between two rules.
#include "typeset/layout/blocks.h"

#include "design/style/load.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

constexpr double above_capitals = 0.75, below_baseline = 0.75; ///< of the grid, to the rules

/// Across the column; `y` counts from the entry's lower edge.
void add_rule(const Desk& desk, GalleyEntry& entry, const Column& column, Length y) {
    entry.items.push_back({Rule{{column.x, y, column.width, desk.style().hairline}, paint_of(desk.style(), 0)}, 0});
}

} // namespace

/// It stays whole, and has rows of its own at both ends, so that its rules have room at a page's head and foot too.
void BlockSetter::pull_quote(const Block& block, const Quote& quote, const Surroundings& around) {
    Surroundings inside = around;
    inside.element = Element::pull_quote;
    ++inside.nesting;
    inside.parent = desk_.structure.add(around.parent, StructureRole::block_quote);
    leave_room(galley_, desk_.grid() / 2);
    indent_ = Indent::none;
    const std::size_t first = galley_.entries.size(), paragraphs = paragraphs_.size();
    for (const Block& each : quote.blocks) {
        set(each, inside);
        indent_ = Indent::none;
    }
    source(block, quote, inside);
    // Of other lengths its lines would not know that they stay together, nor where the rules are.
    paragraphs_.resize(paragraphs);
    if (galley_.entries.size() == first) return;
    GalleyEntry& head = galley_.entries[first];
    const Length rise = cap_height(desk_, Element::pull_quote) + desk_.grid().scaled(above_capitals);
    head.slab.height = std::max(head.slab.height, rise) + desk_.grid();
    add_rule(desk_, head, around.column, -rise);
    keep_with_next(galley_);
    GalleyEntry& foot = add_entry(galley_, desk_.grid());
    foot.standing = Standing::free;
    add_rule(desk_, foot, around.column, -desk_.grid() + desk_.grid().scaled(below_baseline));
    for (std::size_t i = first; i + 1 < galley_.entries.size(); ++i) galley_.entries[i].slab.penalty = breaking::forbidden;
    leave_room(galley_, desk_.grid() / 2);
}

} // namespace halfstar::layout
