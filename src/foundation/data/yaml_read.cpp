#include "foundation/base/strings.h"
#include "foundation/data/syntaxes.h"
#include "foundation/data/yaml_parse.h"
#include "foundation/data/yaml_recovery.h"

#include <algorithm>

namespace halfstar {
namespace {

/// The text with spaces for control characters, which yaml-cpp would take for other encodings or for the
/// text's end. Every byte keeps its place.
std::string without_controls(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F) c = ' ';
    }
    return out;
}

/// Tabs that indent as single spaces: members indented alike stay so, and every byte keeps its place.
std::string with_tabs_as_spaces(std::string_view text) {
    std::string out(text);
    bool indents = true;
    for (char& c : out) {
        if (c == '\t' && indents) c = ' ';
        indents = c == '\n' || (indents && c == ' ');
    }
    return out;
}

bool says_nothing(std::string_view text) {
    const std::vector<std::string_view> lines = split(text, '\n');
    return std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
        const std::string_view words = trim(line);
        return words.empty() || words.starts_with('#');
    });
}

/// The value as a map; anything else is no front matter.
Value as_map(Value value, Span whole, std::string_view text, Diagnostics& diagnostics) {
    if (value.members()) return value;
    if (!says_nothing(text)) {
        Span first = whole;
        first.end = first.begin + static_cast<std::uint32_t>(std::min(text.find('\n'), text.size()));
        diagnostics.report(Code::broken_front_matter, first, {"no 'key: value' lines"});
    }
    return {Members{}, whole, {}};
}

} // namespace

Value read_yaml(std::string_view text, Span where, Diagnostics& diagnostics) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        where.begin += static_cast<std::uint32_t>(mark.size());
    }
    const Span whole{where.source, where.begin, where.begin + static_cast<std::uint32_t>(text.size())};
    std::string clean = without_controls(text);
    yaml::Attempt attempt = yaml::parse(clean, whole);
    if (attempt.fault) {
        std::string spaced = with_tabs_as_spaces(clean);
        if (spaced != clean) {
            attempt = yaml::parse(spaced, whole);
            clean = std::move(spaced);
        }
    }
    if (attempt.fault) return {yaml::recover(clean, whole, *attempt.fault, diagnostics), whole, {}};
    diagnostics.append(std::move(attempt.diagnostics));
    return as_map(attempt.value.value_or(Value{}), whole, text, diagnostics);
}

} // namespace halfstar
