// Breaking a paragraph into lines by total fit: boxes, glue and penalties, demerits over the whole
// paragraph (Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11,
// 1981). Pure: it knows no font, no tree, no page. All widths are Length.
#pragma once

#include <halfstar/base.h>

#include <cstdint>
#include <span>
#include <vector>

namespace halfstar::breaking {

enum class PieceKind : std::uint8_t { box, glue, penalty };

/// One element of a paragraph. A line may end at glue that follows a box, and at a penalty below
/// `forbidden`. Glue at a line's start and end vanishes.
struct Element {
    PieceKind kind = PieceKind::box;
    Length width;              ///< box: its width; glue: natural; penalty: of the hyphen it would set
    Length stretch, shrink;    ///< glue; for boxes: how far expansion may widen and narrow them
    Length hang_left;          ///< box: how far it hangs out of the measure when it starts a line
    Length hang_right;         ///< box, penalty: how far it hangs out when it ends one
    std::int32_t penalty = 0;  ///< penalty: -10000 forces, 10000 forbids
    bool hyphen = false;       ///< penalty: breaking here sets a hyphen
    std::uint32_t source = 0;  ///< the caller's own index
};

inline constexpr std::int32_t forbidden = 10000;
inline constexpr std::int32_t forced = -10000;

/// Measure of line i is `lines[min(i, last)]`: its indent from the left edge and its width.
struct LineShape {
    Length indent;
    Length width;
};

enum class Setting : std::uint8_t { justified, ragged };

struct Measures {
    std::vector<LineShape> shapes; ///< at least one
    Setting setting = Setting::justified;
    std::int64_t hyphen_demerits = 9000;
    std::int64_t hyphen_pair_demerits = 20000;
    std::int64_t short_last_line_demerits = 9000;
    std::int64_t last_hyphen_demerits = 4000;   ///< last line but one ends in a hyphen
    std::int64_t contrast_demerits = 5000;      ///< tight line beside a loose one
    std::int32_t last_line_minimum = 220;       ///< thousandths of the measure
    int hyphens_in_a_row = 2;
    std::vector<std::int32_t> tolerances = {2000, 4000, 8000, 60000}; ///< thousandths of stretch, tried in turn
};

struct Line {
    std::uint32_t first = 0; ///< index of the first element that is set
    std::uint32_t last = 0;  ///< index one behind the last element that is set
    std::uint32_t break_at = 0; ///< index of the glue or penalty at which it ends; elements.size() for the end
    std::int32_t ratio = 0;  ///< thousandths: > 0 of stretch used, < 0 of shrink used
    Length natural;          ///< width before justification, hanging taken off
    Length overfull;         ///< > 0: how far it exceeds its measure even when shrunk
    bool hyphenated = false;
};

/// One way to set the paragraph: looseness -1, 0 or +1 lines from the best.
struct Breaks {
    std::vector<Line> lines;
    std::int64_t demerits = 0;
    int looseness = 0;
};

/// The best breaks, and beside them those one line shorter and longer where they exist within the
/// tolerance. The first is the best. Never empty for a non-empty paragraph: what cannot fit is overfull.
std::vector<Breaks> break_paragraph(std::span<const Element> elements, const Measures& measures);

} // namespace halfstar::breaking
