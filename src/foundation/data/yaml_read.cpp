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

/// The bytes of white space at the beginning of `text` that YAML takes for words: a tab, a no-break space, and what has
/// no width. 0 for anything else.
std::size_t odd_space(std::string_view text) {
    for (const std::string_view odd : {"\t", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\xAF"})
        if (text.starts_with(odd)) return odd.size();
    return 0;
}

struct Spaced {
    std::string text;
    std::optional<std::size_t> first; ///< where the first odd space stood
};

/// Odd spaces that indent, or follow the colon of a key, as plain spaces: members indented alike stay so, and every
/// byte keeps its place.
Spaced with_plain_spaces(std::string_view text) {
    Spaced spaced{std::string(text), std::nullopt};
    bool spaces = true, keyed = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t odd = spaces ? odd_space(text.substr(at)) : 0;
        if (odd > 0) {
            std::fill_n(spaced.text.begin() + static_cast<std::ptrdiff_t>(at), odd, ' ');
            if (!spaced.first) spaced.first = at;
            at += odd - 1;
            continue;
        }
        const char c = text[at];
        if (c == '\n') keyed = false;
        spaces = c == '\n' || (spaces && c == ' ') || (c == ':' && !keyed);
        keyed = keyed || c == ':';
    }
    return spaced;
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

bool is_map(const yaml::Attempt& attempt) { return attempt.value && attempt.value->members() != nullptr; }

void report_spaces(std::string_view text, std::size_t at, Span whole, Diagnostics& diagnostics) {
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Span line{whole.source, whole.begin + static_cast<std::uint32_t>(begin),
                    whole.begin + static_cast<std::uint32_t>(end)};
    diagnostics.report(Code::broken_front_matter, line, {"tabs or no-break spaces where plain ones are needed"},
                       {"it was read as: " + plain_spaces(text.substr(begin, end - begin))});
}

} // namespace

Value read_yaml(std::string_view text, Span where, Diagnostics& diagnostics, Tolerance tolerance) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        where.begin += static_cast<std::uint32_t>(mark.size());
    }
    const Span whole{where.source, where.begin, where.begin + static_cast<std::uint32_t>(text.size())};
    std::string clean = without_controls(text);
    yaml::Attempt attempt = yaml::parse(clean, whole, tolerance);
    if (const Spaced spaced = with_plain_spaces(clean); spaced.first && !is_map(attempt)) {
        yaml::Attempt again = yaml::parse(spaced.text, whole, tolerance);
        const bool helped = !again.fault || !attempt.fault || again.fault->offset != attempt.fault->offset;
        if (helped && tolerance == Tolerance::front_matter) report_spaces(text, *spaced.first, whole, diagnostics);
        attempt = std::move(again);
        clean = spaced.text;
    }
    if (tolerance == Tolerance::front_matter && !attempt.fault && !is_map(attempt) && !says_nothing(text))
        attempt.fault = yaml::Fault{Code::broken_front_matter, 0, "no 'key: value' lines"};
    if (attempt.fault) return {yaml::recover(clean, whole, *attempt.fault, tolerance, diagnostics), whole, {}};
    diagnostics.append(std::move(attempt.diagnostics));
    return as_map(attempt.value.value_or(Value{}), whole, text, diagnostics);
}

} // namespace halfstar
