#include "typeset/layout/strip.h"

#include "typeset/items.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace halfstar::layout {

namespace {

const Length edge_thickness = Length::points(1.5);

// Parts of the size.
constexpr double inset = 0.18, above = 0.98, below_line = 0.14;
constexpr double corner_off = 0.05;  ///< the furthest that a corner is off
constexpr double steepest = 0.028;   ///< the tangent of the largest turn

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

Length strip_rise(Length words, Length size) {
    return size.scaled(above + corner_off) + strip_width(words, size).scaled(steepest);
}

std::int32_t strip_turn(std::size_t index) { return cuts[index % std::size(cuts)].turn; }

Shape strip_shape(const StripPlace& place, Length words, const StripPaper& paper) {
    const Cut& cut = cuts[place.index % std::size(cuts)];
    Shape shape{strip_path(place.at.x, strip_width(words, place.size), place.at.y, place.size, cut.corners), paper.paint,
                paper.edge, paper.edge ? edge_thickness : Length{}};
    return std::get<Shape>(swung(Item{std::move(shape), 0}, place.at, cut.turn).node);
}

Point strip_words_at(const StripPlace& place) {
    // The words turn about the same point as their strip.
    Item origin{Anchor{{}, {place.at.x + place.size.scaled(inset), place.at.y}}, 0};
    return std::get<Anchor>(swung(std::move(origin), place.at, strip_turn(place.index)).node).at;
}

std::pair<std::string, std::string> in_halves(const std::string& words) {
    std::size_t best = std::string::npos;
    const auto off = [&](std::size_t at) { return std::max(at * 2, words.size()) - std::min(at * 2, words.size()); };
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1))
        if (best == std::string::npos || off(at) < off(best)) best = at;
    if (best == std::string::npos) return {words, {}};
    return {words.substr(0, best), words.substr(best + 1)};
}

void set_strip(Plate& plate, const std::string& words, const WordLook& look, const StripPlace& place,
               const StripPaper& paper, StructureId below) {
    const WordLook sized = look.sized(place.size);
    plate.shapes({strip_shape(place, plate.width_of(words, sized), paper)});
    plate.turned_line(words, sized, strip_words_at(place), strip_turn(place.index), below);
}

} // namespace halfstar::layout
