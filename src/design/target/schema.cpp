#include "design/target/schema.h"

#include "design/style/rows.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace halfstar {
namespace {

using namespace style_rows;

constexpr int any_number = 100000;
constexpr std::array<std::string_view, 5> processes = {"rgb", "gray", "cmyk", "black", "plates"};
constexpr std::array<std::string_view, 2> screenings = {"dots", "diffusion"};

template <auto member> void count(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    if (const auto number = read_whole(value, 0, any_number, reading)) owner.*member = static_cast<std::uint32_t>(*number);
}
template <auto member> void size(OwnerOf<member>& owner, const Value& value, Reading& reading) {
    take(read_trim(value, reading), owner.*member);
}

/// A day as 2026-11-28.
void as_of(Target& target, const Value& value, Reading& reading) {
    const auto text = read_text(value, reading);
    if (!text) return;
    bool is_day = text->size() == 10;
    for (std::size_t i = 0; is_day && i < 10; ++i)
        is_day = i == 4 || i == 7 ? (*text)[i] == '-' : (*text)[i] >= '0' && (*text)[i] <= '9';
    if (is_day) target.as_of = *text;
    else reading.fault(value.span, "'" + *text + "' is not a day", {"days are written 2026-11-28"});
}

void trims(Target& target, const Value& value, Reading& reading) {
    target.trims.clear();
    if (value.scalar() != nullptr && value.scalar()->text == "any") return;
    if (value.list() == nullptr) return reading.fault(value.span, "a list of trims, or any, is expected here");
    for (const Value& item : *value.list())
        if (const auto trim = read_trim(item, reading)) target.trims.push_back(*trim);
}

/// Numbers of pages and the margin from there on.
void gutter(Target& target, const Value& value, Reading& reading) {
    if (value.members() == nullptr) return reading.fault(value.span, "numbers of pages with margins are expected here");
    target.gutter.clear();
    for (const Member& row : *value.members()) {
        std::uint32_t pages = 0;
        const char* const end = row.first.data() + row.first.size();
        const auto parsed = std::from_chars(row.first.data(), end, pages);
        if (parsed.ec != std::errc() || parsed.ptr != end) reading.fault(row.second.key_span, "'" + row.first + "' is no number of pages");
        else if (const auto margin = read_length(row.second, reading)) target.gutter.push_back({pages, *margin});
    }
    std::sort(target.gutter.begin(), target.gutter.end(), [](const GutterRow& a, const GutterRow& b) { return a.pages < b.pages; });
}

constexpr Row<Inks> colour_rows[] = {
    {"process", choice<&Inks::process, processes>},
    {"plates", texts<&Inks::plates>},
    {"profile", followed<Inks>},
    {"cap", whole<&Inks::cap, 1, 100>},
    {"screening", [](Inks& inks, const Value& value, Reading& reading) { choice<&Halftone::screening, screenings>(inks.halftone, value, reading); }},
    {"lines-per-inch", [](Inks& inks, const Value& value, Reading& reading) { whole<&Halftone::lines_per_inch, 10, 300>(inks.halftone, value, reading); }},
    {"angle", [](Inks& inks, const Value& value, Reading& reading) { whole<&Halftone::angle, 0, 359>(inks.halftone, value, reading); }},
    {"pixels-per-inch", [](Inks& inks, const Value& value, Reading& reading) { whole<&Halftone::pixels_per_inch, 72, 2400>(inks.halftone, value, reading); }},
};
constexpr Row<Target> picture_rows[] = {
    {"wanted", [](Target& target, const Value& value, Reading& reading) { whole<&Inks::picture_pixels_per_inch, 0, 2400>(target.inks, value, reading); }},
    {"least", whole<&Target::least_pixels_per_inch, 0, 2400>},
};
constexpr Row<WrapRules> cover_rows[] = {
    {"bleed", length<&WrapRules::bleed>},
    {"safe", length<&WrapRules::safe>},
    {"caliper", length<&WrapRules::caliper>},
    {"boards", length<&WrapRules::boards>},
    {"words-from", count<&WrapRules::words_from>},
    {"words-clear", length<&WrapRules::words_clear>},
    {"barcode", size<&WrapRules::barcode>},
    {"barcode-edge", length<&WrapRules::barcode_edge>},
    {"apart", flag<&WrapRules::apart>},
};

void cover(Target& target, const Value& value, Reading& reading) {
    target.cover.emplace();
    read_rows<WrapRules>(*target.cover, cover_rows, value, reading);
    if (target.cover->caliper == Length{}) reading.fault(value.key_span, "a cover needs the caliper of a page");
}

constexpr Row<Target> target_rows[] = {
    {"extends", followed<Target>},
    {"description", text<&Target::description>},
    {"as-of", as_of},
    {"sources", texts<&Target::sources>},
    {"bleed", length<&Target::bleed>},
    {"bleed-at-fold", flag<&Target::bleed_at_fold>},
    {"boxes", flag<&Target::boxes>},
    {"marks", flag<&Target::marks>},
    {"imposition", flag<&Target::imposition>},
    {"colour", group<&Target::inks, colour_rows>},
    {"pictures", same_owner<Target, picture_rows>},
    {"annotations", flag<&Target::annotations>},
    {"outline", flag<&Target::outline>},
    {"metadata", flag<&Target::metadata>},
    {"transparency", flag<&Target::transparency>},
    {"fonts-embedded", flag<&Target::fonts_embedded>},
    {"least-pages", count<&Target::least_pages>},
    {"most-pages", count<&Target::most_pages>},
    {"page-multiple", count<&Target::page_multiple>},
    {"trims", trims},
    {"safe", length<&Target::safe>},
    {"gutter", gutter},
    {"least-line", length<&Target::least_line>},
    {"cover", cover},
};

} // namespace

Target read_target(const Value& value, Reading& reading) {
    Target target;
    read_rows<Target>(target, target_rows, value, reading);
    if (!reading.faultless) return target;
    if (target.as_of.empty()) reading.fault(value.span, "a target needs the day 'as-of' which it is right");
    if (target.inks.process == Process::plates && target.inks.plates.empty())
        reading.fault(value.find("colour")->key_span, "the process 'plates' needs plates");
    if (target.page_multiple == 0) target.page_multiple = 1;
    return target;
}

std::vector<std::string> target_keys() {
    std::vector<std::string> keys;
    add_keys(keys, "", target_rows);
    add_keys(keys, "colour.", colour_rows);
    add_keys(keys, "pictures.", picture_rows);
    add_keys(keys, "cover.", cover_rows);
    return keys;
}

} // namespace halfstar
