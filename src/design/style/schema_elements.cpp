// The elements of a style: how words look, by what they are.
#include "design/style/schema_parts.h"

#include "design/style/inherit.h"
#include "design/style/rows.h"
#include "design/style/schema.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace halfstar {
namespace {

using namespace style_rows;

constexpr std::array<std::string_view, element_count> names_of_elements = {
    "text", "title", "long-title", "year", "day", "month", "occasion", "credit", "byline", "epigraph",
    "epigraph-source", "drop-cap", "lead-in", "pull-quote", "heading-1", "heading-2", "heading-3", "quote",
    "quote-source", "list-label", "note", "note-mark", "caption", "table", "table-head", "code", "code-block",
    "summary", "running-head", "running-section", "folio", "band", "band-strong", "speaker",
    "question", "entry-rank", "entry-title", "entry-year", "showing-day", "showing-hour", "showing-house", "box-heading", "box-label",
    "box-name", "foot", "cover-title", "cover-text", "cover-fact", "cover-line", "cover-seat", "cover-caption",
    "contents-heading", "contents-entry", "contents-person", "contents-folio", "section-title", "section-fact",
    "section-entry", "section-folio", "chart-heading", "chart-note", "chart-count", "chart-label", "chart-row",
    "chart-day", "index-entry", "index-folio", "back-line", "back-text",
};
constexpr std::array<std::string_view, 4> letter_cases = {"as-written", "small-caps", "all-small-caps", "upper"};
constexpr std::array<std::string_view, 4> settings = {"justified", "ragged", "centred", "ranged-right"};

/// Everything after the size may count in ems of it, so it is the first row.
void element_size(TextSpec& spec, const Value& value, Reading& reading) {
    take(read_length(value, reading), spec.size);
    spec.leading = spec.size.scaled(1.3);
    reading.em = spec.size;
}
void tracking(TextSpec& spec, const Value& value, Reading& reading) {
    take(read_tracking(value, reading), spec.tracking);
}
void features(TextSpec& spec, const Value& value, Reading& reading) {
    take(read_features(value, reading), spec.features);
}
constexpr Row<TextSpec> element_rows[] = {
    {"like", followed<TextSpec>},
    {"size", element_size},
    {"leading", length<&TextSpec::leading>},
    {"family", text<&TextSpec::family>},
    {"weight", whole<&TextSpec::weight, 1, 1000>},
    {"italic", flag<&TextSpec::italic>},
    {"tracking", tracking},
    {"case", choice<&TextSpec::letter_case, letter_cases>},
    {"features", features},
    {"colour", colour<&TextSpec::colour>},
    {"setting", choice<&TextSpec::setting, settings>},
};

/// The member of the uppermost sheet that has it, or null.
const Value* find_own(Sheets sheets, std::string_view name) {
    for (const Members* sheet : sheets)
        if (const Value* own = find_member(*sheet, name)) return own;
    return nullptr;
}

TextSpec read_element(Sheets sheets, std::size_t index, Span elements_span, Reading& reading) {
    const std::string_view name = names_of_elements[index];
    const Value* own = find_own(sheets, name);
    TextSpec spec;
    const auto fault = [&](Span span, std::string_view what) {
        reading.fault(span, "the element '" + std::string(name) + "' " + std::string(what));
    };
    if (own == nullptr) return fault(elements_span, "is not set"), spec;
    read_layers<TextSpec>(spec, element_rows, layers_of(sheets, name, "element", reading), reading);
    if (!reading.faultless) return spec; // what is absent may be what could not be read
    if (spec.family.empty()) fault(own->key_span, "has no family");
    if (spec.size == Length{} || spec.leading == Length{}) fault(own->key_span, "has no size");
    return spec;
}

void check_names(const Members& elements, Reading& reading) {
    for (const auto& [name, member] : elements)
        if (std::find(names_of_elements.begin(), names_of_elements.end(), name) == names_of_elements.end())
            reading.unknown(member.key_span, "element", name, element_names());
}

} // namespace

/// A size in ems counts the size of the text, which is read first for that.
Elements read_elements(Sheets sheets, Span span, Reading& reading) {
    for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet) check_names(**sheet, reading);
    Elements elements;
    reading.em = {};
    Length text_size;
    for (std::size_t i = 0; i < element_count; ++i) {
        elements[i] = read_element(sheets, i, span, reading);
        if (i == 0) text_size = elements[i].size == Length{} ? Length::points(10) : elements[i].size;
        reading.em = text_size;
    }
    return elements;
}

std::vector<std::string> element_keys() {
    std::vector<std::string> keys;
    add_keys(keys, "elements.NAME.", element_rows);
    return keys;
}

std::vector<std::string> element_names() { return {names_of_elements.begin(), names_of_elements.end()}; }

} // namespace halfstar
