#include "typeset/layout/set_text.h"

#include "foundation/unicode/text.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

breaking::Measures measures_of(const SetText& text, const LineSpec& spec) {
    breaking::Measures measures;
    measures.shapes = text.shapes;
    measures.setting =
        text.setting == Setting::justified ? breaking::Setting::justified : breaking::Setting::ragged;
    measures.hyphen_demerits = spec.hyphen_demerits;
    measures.hyphen_pair_demerits = spec.hyphen_pair_demerits;
    measures.river_demerits = spec.river_demerits;
    measures.expansion = {spec.expansion_share, spec.expansion_out, spec.expansion_in};
    measures.last_line_minimum = spec.last_line_minimum;
    measures.runt = spec.indent;
    measures.hyphens_in_a_row = spec.hyphens_in_a_row;
    return measures;
}

constexpr double display_from = 1.3; ///< sizes of running text
constexpr std::int32_t torn = 4000; ///< thousandths of stretch

/// Lines with holes in them, because of words that cannot be parted: better ragged.
bool is_torn(const breaking::Breaks& breaks) {
    return std::any_of(breaks.lines.begin(), breaks.lines.end(),
                       [](const breaking::Line& line) { return line.flush && line.ratio > torn; });
}

/// Larger than what is read: a title, whose lines need not be full.
bool is_display(const RichText& rich, const TypeCase& types) {
    return !rich.types.empty() && rich.types.front().font.size > types.spec(Element::text).size.scaled(display_from);
}

/// A length in points with two decimals, for messages.
std::string in_points(Length length) {
    const std::int64_t hundredths = (length.units * 100 + Length::per_point / 2) / Length::per_point;
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

/// Takes the best way out; the others keep what they cost more than it.
std::vector<breaking::Line> take_best(std::vector<breaking::Breaks>& ways) {
    if (ways.empty()) return {};
    const breaking::Breaks best = std::move(ways.front());
    ways.erase(ways.begin());
    for (breaking::Breaks& way : ways) way.demerits -= best.demerits;
    return best.lines;
}

} // namespace

ComposingStick::ComposingStick(const TypeCase& types, const FontBook& fonts)
    : types_(types), shaper_(fonts, types.style().fallback_families), tools_{&shaper_, &hyphenator_} {}

MeasuredText ComposingStick::measure(const SetText& text) {
    Measuring measuring;
    measuring.setting = text.setting;
    measuring.hyphenation = text.hyphenation;
    measuring.line_height = text.line_height;
    if (text.wide_words == WideWords::parted)
        for (const breaking::LineShape& shape : text.shapes)
            if (measuring.narrowest.units == 0 || shape.width < measuring.narrowest)
                measuring.narrowest = shape.width;
    RichText rich = text.write(types_of(text));
    if (text.setting != Setting::justified && is_display(rich, types_of(text))) measuring.ends = LineEnds::phrases;
    return measure_text(std::move(rich), types_.style().lines, measuring, tools_);
}

std::vector<breaking::Breaks> ComposingStick::break_text(const SetText& text, const MeasuredText& measured) const {
    if (measured.elements.empty()) return {};
    return breaking::break_paragraph(measured.elements, measures_of(text, types_.style().lines));
}

MeasuredText ComposingStick::compose(SetText& text, Diagnostics& diagnostics) {
    MeasuredText measured = measure(text);
    std::vector<breaking::Breaks> ways = break_text(text, measured);
    if (!ways.empty() && is_torn(ways.front())) {
        text.setting = Setting::ragged;
        text.hyphenation = Hyphenation::off;
        measured = measure(text);
        ways = break_text(text, measured);
    }
    text.lines = take_best(ways);
    other_ways_ = std::move(ways);
    for (const char32_t missing : shaper_.take_missing())
        diagnostics.report(Code::missing_glyph, text.span, {unicode::character_name(missing)});
    report(text, diagnostics);
    return measured;
}

void ComposingStick::report(const SetText& text, Diagnostics& diagnostics) {
    Length worst{};
    for (const breaking::Line& line : text.lines) worst = std::max(worst, line.overfull);
    // A hundredth of a point is rounding, not a fault that anyone could see.
    if (worst > Length::points(0.01)) diagnostics.report(Code::overfull_line, text.span, {in_points(worst)});
}

LineEnd ComposingStick::set(const SetText& text, const MeasuredText& measured, std::size_t line, Point left,
                            std::uint32_t first_picture, std::vector<Item>& items) {
    const breaking::LineShape& shape = text.shape(line);
    LinePlace place;
    place.left = {left.x + shape.indent, left.y};
    place.width = shape.width;
    place.setting = text.setting;
    place.line_height = text.line_height;
    place.leaves = text.leaves.empty() ? nullptr : &text.leaves;
    place.piece = text.piece;
    place.ordinal = text.ordinal;
    place.offset = text.offset;
    place.first_references = &text.first_references;
    place.visibility = text.visibility;
    place.first_picture = first_picture;
    place.hairline = types_.style().hairline;
    place.accent = types_.accent();
    return set_line(measured, text.lines[line], place, types_.style().lines, tools_, faces_, items);
}

Length ComposingStick::width_of(const MeasuredText& measured) const {
    Length width{};
    for (const breaking::Element& element : measured.elements)
        if (element.kind != breaking::PieceKind::penalty) width += element.width;
    return width;
}

void add_slots(SetText& text, const RichText& rich, StructureBuilder& structure, StructureId parent) {
    text.leaves.clear();
    text.leaves.reserve(rich.slots.size());
    for (const Slot& slot : rich.slots) {
        const StructureId above = slot.parent < 0 ? parent : text.leaves[static_cast<std::size_t>(slot.parent)];
        const StructureId id = structure.add(above, slot.role);
        structure.set_language(id, slot.language);
        structure.set_alternative(id, slot.alternative);
        text.leaves.push_back(id);
    }
}

} // namespace halfstar::layout
