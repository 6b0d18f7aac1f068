// What whoever prints a file asks of it, as data: targets/NAME.yaml, or a file of the user's own. docs/targets.md explains
// every key. A file that is made for a target keeps its rules; a preflight says which rules the pages themselves break.
#pragma once

#include "base.h"
#include "inks.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace halfstar {

/// From so many pages on, what a page keeps free at the binding.
struct GutterRow {
    std::uint32_t pages = 0;
    Length margin;
    friend bool operator==(const GutterRow&, const GutterRow&) = default;
};

/// A cover printed in one piece: back, spine and front beside each other.
struct WrapRules {
    Length bleed;                       ///< beyond all four edges
    Length safe;                        ///< words stay so far inside the trim
    Length caliper;                     ///< of one page, half a leaf: what it adds to the spine
    Length boards;                      ///< what the cover itself adds
    std::uint32_t words_from = 0;       ///< pages from which the spine carries words
    Length words_clear;                 ///< from words on the spine to its folds
    Size barcode;                       ///< of the white box for it; 0: none is drawn
    Length barcode_edge;                ///< from the box to the trim and to the spine
    bool apart = true;                  ///< a file of its own: the inside has neither front nor back
};

struct Target {
    std::string name, description;
    std::string as_of;                  ///< the day on which the sources said so: "2026-11-28"
    std::vector<std::string> sources;   ///< addresses
    Length bleed;                       ///< beyond the trim
    bool bleed_at_fold = true;          ///< at the inner edge as well
    bool boxes = true;                  ///< TrimBox and BleedBox are said
    bool marks = false;                 ///< crop, fold and registration marks may stand beside the pages
    bool imposition = false;            ///< pages may come on sheets
    Inks inks;
    int least_pixels_per_inch = 0;      ///< of a picture at its size; 0: any
    bool annotations = false;           ///< and structure: the file may be one to be read on screens
    bool outline = false;
    bool metadata = true;
    bool transparency = false;
    bool fonts_embedded = true;
    std::uint32_t least_pages = 1, most_pages = 0, page_multiple = 1; ///< most 0: any number
    std::vector<Size> trims;            ///< lying or upright as they are; empty: any
    Length safe;                        ///< words stay so far inside the trim
    std::vector<GutterRow> gutter;      ///< by number of pages, rising
    Length least_line;                  ///< the thinnest line that prints
    std::optional<WrapRules> cover;
};

/// What pages of an issue of so many keep free at the binding.
Length gutter_of(const Target& target, std::uint32_t pages);

/// The rules that hold for the target's cover in one piece, which it must have: its own margins, one page, any trim.
Target rules_of_cover(const Target& target);

/// The trim of the target that is the same to a millimetre, or none.
std::optional<Size> trim_of(const Target& target, Size trim);

} // namespace halfstar
