#include "design/style/schema.h"

#include "design/style/rows.h"
#include "design/style/schema_parts.h"

#include <algorithm>
#include <array>

namespace halfstar {
namespace {

using namespace style_rows;

constexpr std::array<std::string_view, 4> filler_names = {"ratings", "quotes", "stills", "notes"};

/// Characters and the part of an em by which they hang.
template <auto member>
void hanging(LineSpec& lines, const Value& value, Reading& reading) {
    if (value.members() == nullptr) return reading.fault(value.span, "characters with numbers are expected here");
    (lines.*member).clear();
    for (const auto& [characters, part] : *value.members())
        if (const auto thousandths = read_whole(part, 0, 1000, reading))
            (lines.*member).emplace_back(characters, *thousandths);
}
constexpr Row<LineSpec> line_rows[] = {
    {"indent", length<&LineSpec::indent>},
    {"stretch", whole<&LineSpec::stretch, 0, 5000>},
    {"shrink", whole<&LineSpec::shrink, 0, 1000>},
    {"expansion-out", whole<&LineSpec::expansion_out, 0, 50>},
    {"expansion-in", whole<&LineSpec::expansion_in, 0, 50>},
    {"expansion-share", whole<&LineSpec::expansion_share, 0, 1000>},
    {"hyphen-demerits", whole<&LineSpec::hyphen_demerits, 0, 1000000>},
    {"hyphen-pair-demerits", whole<&LineSpec::hyphen_pair_demerits, 0, 1000000>},
    {"river-demerits", whole<&LineSpec::river_demerits, 0, 1000000>},
    {"last-line-minimum", whole<&LineSpec::last_line_minimum, 0, 1000>},
    {"hyphens-in-a-row", whole<&LineSpec::hyphens_in_a_row, 0, 10>},
    {"hang-right", hanging<&LineSpec::hang_right>},
    {"hang-left", hanging<&LineSpec::hang_left>},
};

void colour_value(StyleColour& colour, const Value& value, Reading& reading) {
    read_colour_value(value, colour, reading);
}
constexpr Row<StyleColour> colour_rows[] = {
    {"value", colour_value},
    {"spot", text<&StyleColour::spot>},
};

/// The ink of text comes first, wherever it stands.
void colours(Style& style, const Value& value, Reading& reading) {
    if (value.members() == nullptr) return reading.fault(value.span, "names with colours are expected here");
    for (const auto& [name, member] : *value.members()) {
        StyleColour colour;
        colour.name = name;
        if (member.members() != nullptr)
            read_rows<StyleColour>(colour, colour_rows, member, reading);
        else
            read_colour_value(member, colour, reading);
        style.colours.insert(name == "ink" ? style.colours.begin() : style.colours.end(), colour);
    }
    reading.colours = style.colours;
}

void elements(Style& style, const Value& value, Reading& reading) {
    if (value.members() == nullptr) return reading.fault(value.span, "elements are expected here");
    const Members* const sheets[] = {value.members()};
    style.elements = read_elements(sheets, value.span, reading);
    reading.elements = value.members();
}

/// Each once; none at all leaves what must be filled up blank.
void fillers(Style& style, const Value& value, Reading& reading) {
    if (value.list() == nullptr) return reading.fault(value.span, "a list is expected here");
    style.fillers.clear();
    for (const Value& item : *value.list())
        if (const auto index = read_choice(item, filler_names, reading)) {
            const auto filler = static_cast<Filler>(*index);
            if (std::find(style.fillers.begin(), style.fillers.end(), filler) == style.fillers.end())
                style.fillers.push_back(filler);
        }
}
constexpr Row<CopyfitSpec> copyfit_rows[] = {
    {"pages", whole<&CopyfitSpec::pages, 0, 16>},
    {"lines", whole<&CopyfitSpec::lines, 0, 20>},
    {"run-on", flag<&CopyfitSpec::run_on>},
};

constexpr Row<Style> end_mark_rows[] = {
    {"radius", length<&Style::end_mark_radius>},
    {"colour", colour<&Style::end_mark_colour>},
};
constexpr Row<LeaderSpec> leader_rows[] = {
    {"radius", length<&LeaderSpec::radius>},
    {"pitch", length<&LeaderSpec::pitch>},
    {"clear-left", length<&LeaderSpec::clear_left>},
    {"clear-right", length<&LeaderSpec::clear_right>},
    {"numbers-before", length<&LeaderSpec::numbers_before>},
};
constexpr Row<Style> picture_rows[] = {
    {"screen", length<&Style::screen>},
};
constexpr Row<Style> ebook_rows[] = {
    {"embedded-faces", flag<&Style::embedded_faces>},
};
constexpr Row<Style> rule_rows[] = {
    {"hairline", length<&Style::hairline>},
    {"main", length<&Style::rule>},
    {"short", length<&Style::short_rule>},
    {"short-length", length<&Style::short_rule_length>},
};
/// Colours before what is coloured, elements before the ems that count in them.
constexpr Row<Style> rows_of_style[] = {
    {"extends", followed<Style>},
    {"description", text<&Style::description>},
    {"colours", colours},
    {"elements", elements},
    {"lines", group<&Style::lines, line_rows>},
    {"end-mark", same_owner<Style, end_mark_rows>},
    {"rules", same_owner<Style, rule_rows>},
    {"leaders", group<&Style::leaders, leader_rows>},
    {"pictures", same_owner<Style, picture_rows>},
    {"fillers", fillers},
    {"copyfit", group<&Style::copyfit, copyfit_rows>},
    {"ebook", same_owner<Style, ebook_rows>},
    {"links-as-notes", flag<&Style::links_as_notes>},
    {"fallback-families", texts<&Style::fallback_families>},
    {"pages", read_pages},
    {"variants", read_variants},
};

} // namespace

Style read_style(const Value& value, Reading& reading) {
    Style style;
    read_rows<Style>(style, rows_of_style, value, reading);
    if (!reading.faultless) return style;
    if (style.colours.empty() || style.colours.front().name != "ink")
        reading.fault(value.span, "a style needs the colour 'ink'");
    if (reading.elements == nullptr) reading.fault(value.span, "a style needs elements");
    if (style.pages.empty()) reading.fault(value.span, "a style needs at least one page");
    return style;
}

std::vector<std::string> style_keys() {
    std::vector<std::string> keys;
    add_keys(keys, "", rows_of_style);
    add_keys(keys, "colours.NAME.", colour_rows);
    add_keys(keys, "lines.", line_rows);
    add_keys(keys, "end-mark.", end_mark_rows);
    add_keys(keys, "rules.", rule_rows);
    add_keys(keys, "leaders.", leader_rows);
    add_keys(keys, "pictures.", picture_rows);
    add_keys(keys, "copyfit.", copyfit_rows);
    add_keys(keys, "ebook.", ebook_rows);
    for (const std::vector<std::string>& part : {element_keys(), page_keys()}) keys.insert(keys.end(), part.begin(), part.end());
    return keys;
}

} // namespace halfstar
