// The galley: everything that stands in the text column in one long strip, before it is cut into pages.
// An entry is a line, or a block that is not split; its height is what the page breaker sees.
#pragma once

#include "typeset/breaking/pages.h"
#include "typeset/layout/composition.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace halfstar::layout {

/// Whether an entry's baseline stands on a row of the grid, wherever what is above it ends.
enum class Standing : std::uint8_t { free, on_grid };

/// What an entry shows: places count from the entry's left end (the text column's) and its lower edge,
/// which is a baseline for lines.
struct GalleyEntry {
    breaking::Slab slab;
    Standing standing = Standing::on_grid;
    std::vector<Item> grounds; ///< under the lines
    std::vector<PlacedLines> lines;
    std::vector<Item> items;
    std::vector<std::uint32_t> notes; ///< referred to here, to be set at the page's foot
    /// A table's head that is set again when this entry opens a page: index into Galley::heads.
    std::optional<std::uint32_t> head;
    std::uint32_t floats = 0; ///< > 0: this and so many entries in all may stand later, at a page's head
    bool credits = false; ///< belongs to the credits, which end their galley and stand at a page's foot
    bool opens_note = false;
    bool closes = false; ///< its last word is the body's: the end mark follows
    std::optional<std::uint32_t> outline; ///< the entry of the outline that leads here
};

/// A head that is repeated: artifacts of this height, places as in an entry.
struct RepeatedHead {
    Length height;
    std::vector<PlacedLines> lines;
    std::vector<Item> items;
};

struct Galley {
    std::vector<GalleyEntry> entries;
    std::vector<RepeatedHead> heads;
    /// The strip's height if it were never cut.
    Length height() const;
    /// Room before the next entry, beyond what is there.
    Length pending;
};

/// Paragraphs whose lines are in the galley, so that they can be exchanged for others: text, and its first
/// and one-behind-last entries.
struct GalleyText {
    std::uint32_t text = 0;
    std::uint32_t first = 0, last = 0;
    std::vector<breaking::Breaks> other_ways = {}; ///< with the demerits that they have beyond those of the lines there
};

/// Adds an entry; room that is pending stands before it.
GalleyEntry& add_entry(Galley& galley, Length height);
/// Adds the lines of a text, with no widow and no orphan.
void add_lines(Galley& galley, const std::vector<breaking::Line>& lines, std::uint32_t text, Length x, Length leading);
/// The last entry stays with what follows.
void keep_with_next(Galley& galley);
/// At least `room` before the next entry.
void leave_room(Galley& galley, Length room);

} // namespace halfstar::layout
