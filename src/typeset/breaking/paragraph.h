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
/// `forbidden`. Glue at a line's start and end vanishes. Forced penalties behind the last box change
/// nothing; two in a row before it make an empty line (first == last). A line hangs by its last box, or by
/// the penalty at which it ends if that has a width.
struct Element {
    PieceKind kind = PieceKind::box;
    Length width;              ///< box: its width; glue: natural; penalty: of the hyphen it would set
    Length stretch, shrink;    ///< glue; for boxes: how far expansion may widen and narrow them
    Length hang_left;          ///< box: how far it hangs out of the measure when it starts a line
    Length hang_right;         ///< box, penalty: how far it hangs out when it ends one
    std::int32_t penalty = 0;  ///< penalty: -10000 forces, 10000 forbids
    bool hyphen = false;       ///< penalty: a line that ends here ends in a hyphen: the one it sets, or the word's own
    std::uint32_t source = 0;  ///< the caller's own index
};

inline constexpr std::int32_t forbidden = 10000;
inline constexpr std::int32_t forced = -10000;

/// Measure of line i is `lines[min(i, last)]`: its indent from the left edge and its width.
struct LineShape {
    Length indent;
    Length width;
    friend bool operator==(const LineShape&, const LineShape&) = default;
};

enum class Setting : std::uint8_t { justified, ragged };

/// Whether the ways that are a line shorter and longer are wanted beside the best. In paragraphs of more than
/// 1000 possible breaks (100 where lines looser than 10 are needed) they are the best of those that never stray
/// more than 2 lines from the best so far.
enum class Variants : std::uint8_t { best_alone, looser_and_tighter };

/// How far boxes may be drawn wider and narrower, and which part of a line's slack they take.
struct Expansion {
    std::int32_t share = 350; ///< thousandths of the slack
    std::int32_t out = 15;    ///< thousandths of a box's width
    std::int32_t in = 12;
};

/// A line with slack s (measure less natural width), stretch g of its glue and b of its boxes has the ratio
/// s / (g + b) while that is at most 1, then (s - b) / g: expansion has an end, glue has none. A tight line has
/// s / (shrink of both). Badness is 100 |ratio|^3, demerits (10 + badness)^2 plus the square of the penalty
/// (less it, if negative), plus what stands here. Lines that end a paragraph or at a forced break are not
/// stretched and have badness 0. Lines are tight (ratio < -0.5), middling (to 0.5), loose (to 1) or very loose;
/// `contrast_demerits` are for neighbours two or more classes apart. Ragged lines have 100000 (s / measure)^2
/// for their badness's square, and know no contrast.
struct Measures {
    std::vector<LineShape> shapes; ///< at least one
    Setting setting = Setting::justified;
    std::int64_t hyphen_demerits = 9000;
    std::int64_t hyphen_pair_demerits = 20000;
    std::int64_t short_last_line_demerits = 9000;
    std::int64_t runt_demerits = 150000;        ///< last line shorter than `runt`
    std::int64_t last_hyphen_demerits = 4000;   ///< last line but one ends in a hyphen
    std::int64_t contrast_demerits = 5000;      ///< tight line beside a loose one
    std::int64_t river_demerits = 0;            ///< each line of a river from its fourth on
    std::int32_t last_line_minimum = 220;       ///< thousandths of the measure
    Length runt;                                ///< as short as the indent that may follow; zero: none is too short
    int hyphens_in_a_row = 2;                   ///< at most; 0: none at all; over 9: any number
    std::vector<std::int32_t> tolerances = {2000, 4000, 8000, 60000}; ///< thousandths of stretch, tried in turn
    Variants variants = Variants::looser_and_tighter;
    Expansion expansion; ///< by which lines will be justified: where their gaps will stand
};

struct Line {
    std::uint32_t first = 0; ///< index of the first element that is set
    std::uint32_t last = 0;  ///< index one behind the last element that is set
    std::uint32_t break_at = 0; ///< index of the glue or penalty at which it ends; elements.size() for the end
    std::int32_t ratio = 0;  ///< thousandths: > 0 of stretch used, < 0 of shrink used
    Length natural;          ///< width before justification, hanging taken off
    Length overfull;         ///< > 0: how far it exceeds its measure even when shrunk
    bool hyphenated = false;
    bool flush = true;       ///< brought to its measure; false: ragged, or the end of a paragraph or forced line
};

/// One way to set the paragraph: looseness -1, 0 or +1 lines from the best.
struct Breaks {
    std::vector<Line> lines;
    std::int64_t demerits = 0;
    int looseness = 0;
};

/// Where the best way has rivers, ways round them are looked for: without one of the breaks beside which they
/// run, then without another, as long as a way is found that costs less with its rivers. That is near the best,
/// not surely the best: in how many lines a gap goes on, no two neighbours know.
///
/// Where no tolerance will do, lines may be as loose as they like and any number may end in hyphens; the
/// least total overrun comes first, then the demerits. An overfull line ends at the first break at which it
/// cannot be mended any more.
///
/// The best breaks, and beside them those one line shorter and longer where they exist within the
/// tolerance. The first is the best. Never empty for a non-empty paragraph: what cannot fit is overfull.
std::vector<Breaks> break_paragraph(std::span<const Element> elements, const Measures& measures);

/// A line with its slack given away. `start + sum(widths) + (the hyphen's width) - remainder` is the measure
/// plus what hangs out of it on the right, exactly.
struct Justification {
    Length start;               ///< of the first element from the measure's left edge: minus what hangs
    std::vector<Length> widths; ///< of elements [line.first, line.last); a penalty inside the line is 0
    Length end_width;           ///< of the hyphen that the break sets, scaled as the boxes are
    std::int32_t scale = 65536; ///< horizontal scale of the boxes that can expand, 65536 is 1
    Length remainder;           ///< < 0: what the line lacks for want of glue; > 0: what it exceeds its measure by
};

/// Distributes a line's slack: boxes that carry stretch (or, in a tight line, shrink) take `share` of it as
/// one scale, within `in` and `out`; glue takes the rest in proportion to its stretch or shrink, to the last
/// unit. Where the glue's shrink is used up, the boxes give what they still can. A line that is not `flush`
/// keeps its natural widths.
Justification justify(std::span<const Element> elements, const Line& line, Length measure,
                      const Expansion& expansion);

} // namespace halfstar::breaking
