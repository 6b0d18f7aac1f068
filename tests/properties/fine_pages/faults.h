// What a reader would mark on typeset pages: lines that leave their column, widows, orphans, headings at a
// foot, words parted by the turn of a leaf, lines of text that do not register with those of the page behind. Read from the pages alone, so that what made them
// is not trusted to count its own mistakes.
#pragma once

#include <halfstar/pages.h>
#include <halfstar/style.h>

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar::testing {

enum class FaultKind : std::uint8_t { overfull, widow, orphan, parted_word, stranded_heading, off_grid, runt };

struct Fault {
    FaultKind kind = FaultKind::overfull;
    std::uint32_t page = 0; ///< from 0
    std::string words;      ///< of the line at which it is seen
};

const char* name_of(FaultKind kind);

/// Whether it is a right-hand page; the first is.
inline bool is_recto(std::uint32_t page) { return page % 2 == 0; }

/// The pages of a document with what is needed to judge them.
struct TypesetPages {
    std::vector<Page> pages;
    const StructureTree* structure = nullptr;
    PageSpec spec;
    Length indent; ///< of a paragraph's first line
};

/// A line of a paragraph or a heading: what stands on one baseline of one page.
struct SetLine {
    std::uint32_t page = 0;
    Length baseline;
    Length left, right; ///< of the ink; spaces at the end do not count
    std::string words;
    Length size; ///< of the type that begins it
};

/// A paragraph or heading of the text columns and its lines, from the first to the last.
struct SetBlock {
    StructureId id = 0;
    StructureRole role = StructureRole::paragraph;
    std::vector<SetLine> lines;
};

/// The author's paragraphs and headings in the order in which they are met on the pages. Side columns, tables, notes,
/// artifacts and words that the program sets are no blocks.
std::vector<SetBlock> blocks_of(const TypesetPages& typeset);

/// Whether it begins in the page's text column.
bool is_in_text_column(const TypesetPages& typeset, std::uint32_t page, const GlyphRun& run);

/// All faults, in the order of the blocks.
/// - overfull: ink that begins in the text column and ends further right of it than a sign may hang;
/// - widow, orphan: a paragraph of several lines with one alone on its last or first page;
/// - parted word: a line at the foot of a recto that ends in a hyphen, so that the leaf must be turned to read on;
/// - stranded heading: a heading with none of the author's words and no picture below it on its page;
/// - runt: a last line shorter than the indent of the line that may follow it;
/// - off grid: a line of a paragraph of the text itself, no part of a quote or a list, whose baseline is on no row. Rows
///   are the same on all pages, so lines on them register on both sides of a leaf and across a spread.
std::vector<Fault> faults_of(const TypesetPages& typeset);

} // namespace halfstar::testing
