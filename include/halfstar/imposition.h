// How pages are placed on sheets of paper, so that they read in order once the sheets are printed, folded, cut and
// bound. The trim of the pages follows from scheme and sheet; pages are never scaled.
#pragma once

#include "base.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

enum class Scheme : std::uint8_t {
    booklet,    ///< two pages a side, all sheets nested, folded once, stapled through the fold
    signatures, ///< the same in several nests, sewn or glued side by side
    quarter,    ///< four pages a side: cut across, the lower halves laid into the upper ones, then as a booklet
    mini8,      ///< eight pages on one side of a sheet, folded with one cut
    mini16,     ///< sixteen pages on both sides of a sheet, folded three times and cut open at the head
    perfect,    ///< two pages a side, cut in the middle, one stack laid on the other, glued at the back
};

/// Whether a scheme folds each sheet into a book of its own.
constexpr bool is_mini(Scheme scheme) { return scheme == Scheme::mini8 || scheme == Scheme::mini16; }

/// How a printer turns a sheet over between its sides.
enum class Flip : std::uint8_t {
    short_edge,
    long_edge,
    by_hand, ///< it does not: all fronts come first, then all backs from the last sheet to the first
};

/// What is drawn on the sheets beside the pages.
struct SheetMarks {
    bool crop = false, fold = false, staple = false, registration = false;
    bool any() const { return crop || fold || staple || registration; }
};

struct Imposition {
    Scheme scheme = Scheme::booklet;
    std::uint32_t signature = 16; ///< pages in a nest of `signatures`; a multiple of 4
    std::optional<Size> paper;    ///< none: the one that the style's page is made for
    Flip flip = Flip::short_edge;
    Length caliper;               ///< a sheet's thickness, by which each nested sheet's pages move to the fold; 0: none do
    SheetMarks marks;
    bool cover_apart = false; ///< the first and last two pages come on a sheet of their own, before the others
    bool test_sheet = false;  ///< the first sheet shows where each page is to come, and which way up
    bool fold_guide = false;  ///< a sheet before all others says how to fold
};

/// "booklet", "signature:24", "mini8": what the command line takes. None: what is wrong with it.
Result<Imposition> scheme_of_words(std::string_view words);
/// A4, A3, A5, Letter, Legal, Tabloid, or WxH with units (297x210mm, 8.5x11in); lying on its long edge. Case is no matter.
Result<Size> paper_of_words(std::string_view words);
/// "A4" for a paper that has a name, however it lies, else "297 x 210 mm".
std::string name_of_paper(Size paper);

/// The paper as the scheme lays it: on its long edge, but for `quarter`.
Size laid(Scheme scheme, Size paper);
/// What a page of the scheme measures on that paper.
Size trim_on(Scheme scheme, Size paper);
/// The paper that pages of this trim make: A4 or Letter where less than 2 mm are left of a page, else just what they take.
Size paper_for(Scheme scheme, Size trim);
/// To a multiple of how many pages an issue is filled up.
std::uint32_t multiple_of(Scheme scheme);

} // namespace halfstar
