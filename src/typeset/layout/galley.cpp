#include "typeset/layout/galley.h"

#include <algorithm>

namespace halfstar::layout {

Length Galley::height() const {
    Length sum{};
    for (const GalleyEntry& entry : entries) sum += entry.slab.space_before + entry.slab.height;
    return sum;
}

GalleyEntry& add_entry(Galley& galley, Length height) {
    GalleyEntry entry;
    entry.slab.height = height;
    entry.slab.space_before = galley.pending;
    entry.slab.source = static_cast<std::uint32_t>(galley.entries.size());
    galley.pending = Length{};
    galley.entries.push_back(std::move(entry));
    return galley.entries.back();
}

void add_lines(Galley& galley, const std::vector<breaking::Line>& lines, std::uint32_t text, Length x,
               Length leading) {
    const std::size_t count = lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        GalleyEntry& entry = add_entry(galley, leading);
        entry.standing = Standing::free;
        const auto line = static_cast<std::uint32_t>(i);
        entry.lines.push_back({text, line, line + 1, {x, {}}, leading});
        entry.slab.hyphen = lines[i].hyphenated;
        const bool orphan = i == 0 && count > 1;
        const bool widow = i + 2 == count;
        if (orphan || widow) entry.slab.penalty = breaking::forbidden;
    }
}

void keep_with_next(Galley& galley) {
    if (!galley.entries.empty()) galley.entries.back().slab.penalty = breaking::forbidden;
}

void leave_room(Galley& galley, Length room) { galley.pending = std::max(galley.pending, room); }

} // namespace halfstar::layout
