#include "typeset/breaking/paragraph.h"

#include <algorithm>

namespace halfstar::breaking {

namespace {

constexpr std::int64_t one = 65536;

/// a * b / c to the nearest unit, for c > 0; halves away from zero.
std::int64_t proportion(std::int64_t a, std::int64_t b, std::int64_t c) {
    while (c > (std::int64_t{1} << 31)) { // keeps the product within 64 bits for any length
        b /= 2;
        c /= 2;
    }
    const std::int64_t whole = a / c * b;
    const std::int64_t rest = a % c * b;
    return whole + (rest >= 0 ? rest + c / 2 : rest - c / 2) / c;
}

enum class Direction : std::uint8_t { wider, narrower };

/// What the elements of one line can give in one direction.
struct Supply {
    Direction direction = Direction::wider;
    std::int64_t boxes = 0; ///< width of the boxes that can expand
    std::int64_t glue = 0;  ///< stretch or shrink of all glue

    std::int64_t of(const Element& element) const {
        return std::max<std::int64_t>(direction == Direction::wider ? element.stretch.units : element.shrink.units, 0);
    }
};

std::int64_t end_width(std::span<const Element> elements, const Line& line) {
    if (line.break_at >= elements.size() || elements[line.break_at].kind != PieceKind::penalty) return 0;
    return elements[line.break_at].width.units;
}

// The hyphen at the line's end is drawn with the word before it.
bool hyphen_expands(std::span<const Element> elements, const Line& line, const Supply& supply) {
    return line.last > line.first && supply.of(elements[line.last - 1]) > 0;
}

Supply supply_of(std::span<const Element> elements, const Line& line, std::int64_t slack) {
    Supply supply;
    supply.direction = slack < 0 ? Direction::narrower : Direction::wider;
    for (const Element& element : elements.subspan(line.first, line.last - line.first)) {
        const std::int64_t give = supply.of(element);
        if (element.kind == PieceKind::glue) supply.glue += give;
        if (element.kind == PieceKind::box && give > 0) supply.boxes += element.width.units;
    }
    if (hyphen_expands(elements, line, supply)) supply.boxes += end_width(elements, line);
    return supply;
}

// By how much of 65536 the boxes are drawn wider or narrower.
std::int64_t expansion_of(const Supply& supply, std::int64_t slack, const Expansion& expansion) {
    if (supply.boxes <= 0 || slack == 0) return 0;
    const std::int64_t limit = slack > 0 ? expansion.out : expansion.in;
    const std::int64_t most = supply.boxes * std::max<std::int64_t>(limit, 0) / 1000;
    std::int64_t taken = proportion(slack < 0 ? -slack : slack, expansion.share, 1000);
    // glue gives no more than its shrink; and without glue the boxes give all they can
    const std::int64_t rest = (slack < 0 ? -slack : slack) - taken;
    if (supply.glue <= 0 || (slack < 0 && rest > supply.glue)) taken += rest - std::max<std::int64_t>(supply.glue, 0);
    taken = std::clamp<std::int64_t>(taken, 0, most);
    const std::int64_t parts = proportion(taken, one, supply.boxes);
    return slack < 0 ? -parts : parts;
}

// Gives `slack` to the glue in proportion, each share rounded so that all of them add up.
void fill_glue(std::span<const Element> elements, const Line& line, const Supply& supply, std::int64_t slack,
               std::vector<Length>& widths) {
    std::int64_t so_far = 0, given = 0;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        if (elements[i].kind != PieceKind::glue) continue;
        so_far += supply.of(elements[i]);
        const std::int64_t due = proportion(slack, so_far, supply.glue);
        widths[i - line.first] += Length{due - given};
        given = due;
    }
}

// Draws the boxes that can expand wider by `parts` of 65536, or narrower.
void expand(std::span<const Element> elements, const Line& line, const Supply& supply, std::int64_t parts,
            Justification& result) {
    result.scale = static_cast<std::int32_t>(one + parts);
    for (std::uint32_t i = line.first; i < line.last; ++i) {
        const bool expands = elements[i].kind == PieceKind::box && supply.of(elements[i]) > 0;
        if (expands) result.widths[i - line.first] += Length{proportion(elements[i].width.units, parts, one)};
    }
    if (hyphen_expands(elements, line, supply))
        result.end_width += Length{proportion(result.end_width.units, parts, one)};
}

std::int64_t set_width(const Justification& line) {
    std::int64_t total = line.end_width.units;
    for (const Length width : line.widths) total += width.units;
    return total;
}

} // namespace

Justification justify(std::span<const Element> elements, const Line& line, Length measure,
                      const Expansion& expansion) {
    Justification result;
    const bool empty = line.first >= line.last;
    const std::int64_t hang_left = empty ? 0 : elements[line.first].hang_left.units;
    std::int64_t hang_right = empty ? 0 : elements[line.last - 1].hang_right.units;
    if (end_width(elements, line) != 0) hang_right = elements[line.break_at].hang_right.units;
    result.start = Length{-hang_left};
    result.widths.reserve(line.last - line.first);
    for (std::uint32_t i = line.first; i < line.last; ++i)
        result.widths.push_back(elements[i].kind == PieceKind::penalty ? Length{} : elements[i].width);
    result.end_width = Length{end_width(elements, line)};
    const std::int64_t target = measure.units + hang_left + hang_right;
    const std::int64_t slack = target - set_width(result);
    if (line.flush && slack != 0) {
        const Supply supply = supply_of(elements, line, slack);
        expand(elements, line, supply, expansion_of(supply, slack, expansion), result);
        std::int64_t rest = target - set_width(result);
        if (slack < 0) rest = std::max(rest, -supply.glue);
        if (supply.glue > 0) fill_glue(elements, line, supply, rest, result.widths);
    }
    result.remainder = Length{set_width(result) - target};
    return result;
}

} // namespace halfstar::breaking
