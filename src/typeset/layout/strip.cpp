#include "typeset/layout/strip.h"

#include "typeset/items.h"

#include <array>
#include <iterator>
#include <utility>

namespace halfstar::layout {

namespace {

// Parts of the size.
constexpr double inset = 0.18, above = 0.98, below_line = 0.14;

/// How askew a strip is: its turn in thousandths of a degree, anticlockwise, and how far its corners are off, in
/// thousandths of the size, from the left upper one clockwise.
struct Cut {
    std::int32_t turn;
    std::array<int, 4> corners;
};
constexpr Cut cuts[] = {
    {1600, {40, -30, 20, -50}}, {-1100, {-20, 50, -40, 30}}, {900, {30, 20, -50, 40}},
    {-1600, {-50, -20, 30, 20}}, {1200, {20, -50, 40, -30}}, {-700, {50, 30, -20, -40}},
};

Path strip_path(Length left, Length width, Length baseline, Length size, const std::array<int, 4>& off) {
    using Kind = PathStep::Kind;
    const auto part = [&](int thousandths) { return size * thousandths / 1000; };
    const Length top = baseline - size.scaled(above), bottom = baseline + size.scaled(below_line), right = left + width;
    return {{Kind::move, {{left, top + part(off[0])}, {}, {}}},
            {Kind::line, {{right, top + part(off[1])}, {}, {}}},
            {Kind::line, {{right + part(off[3]), bottom + part(off[2])}, {}, {}}},
            {Kind::line, {{left + part(off[2]), bottom + part(off[3])}, {}, {}}},
            {Kind::close, {}}};
}

} // namespace

Length strip_width(Length words, Length size) { return words + size.scaled(inset * 2); }
Length strip_height(Length size) { return size.scaled(above + below_line); }

void set_strip(Plate& plate, const std::string& words, const WordLook& look, Length size, Point at, std::size_t index,
               Paint paper, StructureId below) {
    const Cut& cut = cuts[index % std::size(cuts)];
    const WordLook sized = look.sized(size);
    const Length width = strip_width(plate.width_of(words, sized), size);
    Item strip{Shape{strip_path(at.x, width, at.y, size, cut.corners), paper, std::nullopt, {}}, 0};
    strip = swung(std::move(strip), at, cut.turn);
    plate.shapes({std::get<Shape>(strip.node)});
    // The words turn about the same point as their strip.
    Item origin{Anchor{{}, {at.x + size.scaled(inset), at.y}}, 0};
    plate.turned_line(words, sized, std::get<Anchor>(swung(std::move(origin), at, cut.turn).node).at, cut.turn, below);
}

} // namespace halfstar::layout
