#include "spoil.h"

#include <algorithm>
#include <utility>

namespace halfstar::testing {

namespace {

bool stands_on(const Item& item, Length baseline) {
    const auto* run = std::get_if<GlyphRun>(&item.node);
    return run != nullptr && run->origin.y == baseline;
}

void remove_line(TypesetPages& typeset, const SetLine& line) {
    auto& items = typeset.pages[line.page].items;
    items.erase(std::remove_if(items.begin(), items.end(), [&](const Item& i) { return stands_on(i, line.baseline); }),
                items.end());
}

void push_right(TypesetPages& typeset, const SetLine& line) {
    for (Item& item : typeset.pages[line.page].items)
        if (stands_on(item, line.baseline)) std::get<GlyphRun>(item.node).origin.x += Length::points(20);
}

/// A paragraph that begins at the foot of a recto and goes on overleaf.
const SetBlock* turned(const std::vector<SetBlock>& blocks) {
    const auto found = std::find_if(blocks.begin(), blocks.end(), [](const SetBlock& block) {
        const std::uint32_t first = block.lines.front().page;
        return block.role == StructureRole::paragraph && is_recto(first) && first + 1 == block.lines.back().page;
    });
    return found == blocks.end() ? nullptr : &*found;
}

/// Takes away all but one of a paragraph's lines on its first or its last page.
bool leave_one(TypesetPages& typeset, FaultKind kind) {
    const std::vector<SetBlock> blocks = blocks_of(typeset);
    const SetBlock* block = turned(blocks);
    if (block == nullptr) return false;
    const SetLine& kept = kind == FaultKind::orphan ? block->lines.front() : block->lines.back();
    for (const SetLine& line : block->lines)
        if (line.page == kept.page && line.baseline != kept.baseline) remove_line(typeset, line);
    return true;
}

/// Sets a hyphen behind the last line before the page is turned.
bool part_word(TypesetPages& typeset) {
    const std::vector<SetBlock> blocks = blocks_of(typeset);
    const SetBlock* block = turned(blocks);
    if (block == nullptr) return false;
    const SetLine* foot = nullptr;
    for (const SetLine& line : block->lines)
        if (line.page == block->lines.front().page) foot = &line;
    for (Item& item : typeset.pages[foot->page].items)
        if (stands_on(item, foot->baseline)) std::get<GlyphRun>(item.node).text += "\u00AD";
    return true;
}

/// Takes away all that stands below the first heading within a text.
bool strand_heading(TypesetPages& typeset) {
    for (const SetBlock& block : blocks_of(typeset)) {
        if (block.role != StructureRole::heading) continue;
        const SetLine& line = block.lines.back();
        auto& items = typeset.pages[line.page].items;
        items.erase(std::remove_if(items.begin(), items.end(),
                                   [&](const Item& item) {
                                       const auto* run = std::get_if<GlyphRun>(&item.node);
                                       if (run != nullptr) return run->origin.y > line.baseline;
                                       return std::holds_alternative<PictureItem>(item.node);
                                   }),
                    items.end());
        return true;
    }
    return false;
}

bool overfill(TypesetPages& typeset) {
    const std::vector<SetBlock> blocks = blocks_of(typeset);
    const auto full = std::find_if(blocks.begin(), blocks.end(), [](const SetBlock& block) {
        return block.role == StructureRole::paragraph && block.lines.size() > 2;
    });
    if (full == blocks.end()) return false;
    push_right(typeset, full->lines[1]);
    return true;
}

/// Leaves a glyph of a paragraph's last line.
bool shorten_end(TypesetPages& typeset) {
    const std::vector<SetBlock> blocks = blocks_of(typeset);
    const auto full = std::find_if(blocks.begin(), blocks.end(), [](const SetBlock& block) {
        return block.role == StructureRole::paragraph && block.lines.size() > 2;
    });
    if (full == blocks.end()) return false;
    const SetLine& line = full->lines.back();
    bool first = true;
    auto& items = typeset.pages[line.page].items;
    std::erase_if(items, [&](const Item& item) { return stands_on(item, line.baseline) && !std::exchange(first, false); });
    for (Item& item : items)
        if (stands_on(item, line.baseline)) std::get<GlyphRun>(item.node).glyphs.resize(1);
    return true;
}

bool shift_off_grid(TypesetPages& typeset) {
    const std::vector<SetBlock> blocks = blocks_of(typeset);
    const SetBlock* block = turned(blocks);
    if (block == nullptr) return false;
    const SetLine& line = block->lines.front();
    for (Item& item : typeset.pages[line.page].items)
        if (stands_on(item, line.baseline)) std::get<GlyphRun>(item.node).origin.y += typeset.spec.grid / 2;
    return true;
}

} // namespace

std::optional<TypesetPages> spoilt(TypesetPages typeset, FaultKind kind) {
    bool done = false;
    switch (kind) {
    case FaultKind::overfull: done = overfill(typeset); break;
    case FaultKind::widow:
    case FaultKind::orphan: done = leave_one(typeset, kind); break;
    case FaultKind::parted_word: done = part_word(typeset); break;
    case FaultKind::off_grid: done = shift_off_grid(typeset); break;
    case FaultKind::runt: done = shorten_end(typeset); break;
    case FaultKind::stranded_heading: done = strand_heading(typeset); break;
    }
    if (!done) return std::nullopt;
    return typeset;
}

} // namespace halfstar::testing
