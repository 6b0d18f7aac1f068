// Breaking a galley into columns or pages: lines and blocks with heights, what must stay together, and
// the notes that belong at the foot. Optimal over the whole galley by demerits, like paragraphs (Plass, "Optimal
// pagination techniques for automatic typesetting systems", 1981); which way each paragraph is set, a line shorter
// or longer, is chosen along with the pages. Pure.
#pragma once

#include <halfstar/base.h>

#include <cstdint>
#include <span>
#include <vector>

namespace halfstar::breaking {

/// One thing stacked downwards: a line, or a block that is not split (a figure, a table row).
struct Slab {
    Length height;              ///< what it takes with what stands above it on the same page
    Length space_before;        ///< vanishes at a page's head
    Length head;                ///< what is set again above it where it opens a page
    std::int32_t penalty = 0;   ///< cost of ending a page after it; `forbidden` keeps it with the next, `forced` ends
    std::uint32_t notes = 0;    ///< so many more lines of the galley's notes belong to its page
    bool on_grid = false;       ///< its foot stands on a row, wherever what is above it ends
    bool hyphen = false;        ///< ends in a hyphen: not at a page's foot if it can be helped
    std::uint32_t source = 0;   ///< the caller's own index
};

/// A line of a note. All notes of a galley are one strip, in the order of their references.
struct NoteLine {
    Length height;        ///< with the space above it
    bool opens = false;   ///< begins a note
    bool may_part = true; ///< what follows may stand on the next page
};

/// Another way to set slabs [first, last) of a galley: so many slabs for those. It brings as many notes.
struct Alternative {
    std::uint32_t first = 0, last = 0;
    std::vector<Slab> slabs; ///< at least one
    std::int64_t demerits = 0;
};

/// A page that lacks q ten-thousandths of its height costs q^2 / 100 demerits (a line of forty: 625), and the
/// square of the penalty at its foot (less it, if negative). The last page, and a page that ends at a forced
/// break, lack nothing. Pages are numbered from 0, `columns` of them stand side by side on one leaf's side, and of
/// each `level_with` in a row, the first of which has number -`level_first`, neighbours are to end level: where one
/// lacks q more than the other this costs `uneven_weight` q^2 / 100, but no more than `uneven_limit`. Notes reach
/// down to the foot. What does not fit comes before all demerits: first the least overrun in all, then the
/// fewest forbidden breaks, then demerits.
/// Height of page i is `heights[min(i, last)]`; `foot_rule` is taken once by a page that has notes. Notes that have
/// no room beside the lines that refer to them go on on the next page, as many of their lines as fit standing here.
struct PageMeasures {
    std::vector<Length> heights;
    Length grid; ///< of rows; 0: none
    Length foot_rule;
    std::vector<NoteLine> notes;
    std::uint32_t pending_notes = 0; ///< lines of them that were left by what comes before
    std::int64_t short_last_page_demerits = 10000; ///< a last page, if not the first, with less than `last_page_minimum`
    Length last_page_minimum;                      ///< in each of its columns
    std::int64_t hyphen_demerits = 40000;          ///< a page whose last line ends in a hyphen
    std::int64_t turn_hyphen_demerits = 0;         ///< the same where the next page is not seen beside it, on top of that
    std::int64_t parted_note_demerits = 4'000'000;
    std::int64_t sheet_demerits = 0; ///< a page, or all columns that stand side by side, behind the first
    std::uint32_t columns = 1;
    std::uint32_t level_with = 1, level_first = 0; ///< `level_with` is a multiple of `columns`, or 1
    std::int64_t uneven_weight = 20, uneven_limit = 40000;
};

struct PageBreak {
    std::uint32_t first = 0, last = 0; ///< slabs [first, last) of the galley with the chosen alternatives in it
    std::uint32_t first_note = 0, last_note = 0; ///< lines of notes at its foot
    Length used;                       ///< height of slabs and notes
    Length overfull;                   ///< > 0: how far it exceeds the page
    std::int64_t demerits = 0;         ///< with those of the alternatives that begin on it
};

struct Pages {
    std::vector<PageBreak> breaks;
    std::vector<std::uint32_t> chosen; ///< alternatives, in order
};

/// Never empty for a non-empty galley. Each page takes at least one slab, but for those at the end that have
/// nothing but what is left of notes. Alternatives stand in the galley's order; those of the same slabs in a row.
Pages break_pages(std::span<const Slab> galley, std::span<const Alternative> alternatives,
                  const PageMeasures& measures);
std::vector<PageBreak> break_pages(std::span<const Slab> galley, const PageMeasures& measures);

} // namespace halfstar::breaking
