#include "read/front_matter.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/data/syntaxes.h"
#include "read/toml.h"

#include <algorithm>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_key = 60; // code points

struct Line {
    std::size_t begin = 0, end = 0; ///< without its LF
    std::size_t next = 0;
};

Line line_at(std::string_view text, std::size_t begin) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    return {begin, end, std::min(end + 1, text.size())};
}

std::string_view words_of(std::string_view text, const Line& line) {
    return text.substr(line.begin, line.end - line.begin);
}

bool is_fence(std::string_view line, std::string_view fence) {
    return line.starts_with(fence) && trim_unicode(line.substr(fence.size())).empty();
}

/// Whether a line begins with a key and its mark: `movie title: Stalker`, `year = 1979`.
bool is_key_line(std::string_view line, char mark) {
    if (line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '-') return false;
    if (mark == '=' && line[0] == '[') return true;
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos || at == 0 || utf8::count(line.substr(0, at)) > longest_key) return false;
    return mark == '=' || at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
}

/// The first line of `inside` that is neither empty nor a comment.
std::string_view first_words(std::string_view inside) {
    for (std::size_t at = 0; at < inside.size();) {
        const Line line = line_at(inside, at);
        const std::string_view words = words_of(inside, line);
        if (!trim_unicode(words).empty() && words[0] != '#') return words;
        at = line.next;
    }
    return {};
}

FrontMatterPlace fenced(std::string_view text, std::size_t begin, FrontMatterSyntax syntax, SourceId source,
                        Diagnostics& diagnostics) {
    const std::string_view fence = syntax == FrontMatterSyntax::yaml ? "---" : "+++";
    const char mark = syntax == FrontMatterSyntax::yaml ? ':' : '=';
    const Line open = line_at(text, begin);
    const auto place = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
    for (std::size_t at = open.next; at < text.size();) {
        const Line line = line_at(text, at);
        const std::string_view words = words_of(text, line);
        if (is_fence(words, fence) || (syntax == FrontMatterSyntax::yaml && is_fence(words, "..."))) {
            const std::string_view first = first_words(text.substr(open.next, line.begin - open.next));
            if (!first.empty() && !is_key_line(first, mark)) return {};
            return {syntax, place(open.next), place(line.begin), place(line.next)};
        }
        at = line.next;
    }
    const Line second = line_at(text, open.next);
    if (open.next < text.size() && is_key_line(words_of(text, second), mark))
        diagnostics.report(Code::broken_front_matter, {source, place(open.begin), place(open.end)},
                           {"no line closes it"}, {"end the front matter with a line of '" + std::string(fence) + "'"});
    return {};
}

/// The offset after the brace that closes the one at `begin`, or 0.
std::size_t closing_brace(std::string_view text, std::size_t begin) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = begin; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && text[i] == '{')
            ++depth;
        else if (!quoted && text[i] == '}' && --depth == 0)
            return i + 1;
    }
    return 0;
}

/// JSON between braces, the closing one followed by nothing on its line. `{{< ... >}}` and `{% ... %}` are
/// other programs' marks.
FrontMatterPlace braced(std::string_view text, std::size_t begin) {
    const std::size_t first = text.find_first_not_of(" \t\n", begin + 1);
    if (first == std::string_view::npos || text[first] != '"') return {};
    const std::size_t end = closing_brace(text, begin);
    if (end == 0) return {};
    const Line rest = line_at(text, end);
    if (!trim(words_of(text, rest)).empty()) return {};
    if (!read_json(text.substr(begin, end - begin), Span{})) return {};
    return {FrontMatterSyntax::json, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
            static_cast<std::uint32_t>(rest.next)};
}

Members members_of(Value value) {
    auto* members = std::get_if<Members>(&value.node);
    return members == nullptr ? Members{} : std::move(*members);
}

} // namespace

FrontMatterPlace find_front_matter(std::string_view text, SourceId source, Diagnostics& diagnostics) {
    const std::size_t begin = text.find_first_not_of('\n');
    if (begin == std::string_view::npos) return {};
    const std::string_view first = words_of(text, line_at(text, begin));
    if (is_fence(first, "---")) return fenced(text, begin, FrontMatterSyntax::yaml, source, diagnostics);
    if (is_fence(first, "+++")) return fenced(text, begin, FrontMatterSyntax::toml, source, diagnostics);
    if (first.starts_with('{')) return braced(text, begin);
    return {};
}

Members read_front_matter(std::string_view text, const FrontMatterPlace& place, SourceId source,
                          Diagnostics& diagnostics) {
    const std::string_view inside = text.substr(place.begin, place.end - place.begin);
    const Span where{source, place.begin, place.end};
    switch (place.syntax) {
    case FrontMatterSyntax::none:
        return {};
    case FrontMatterSyntax::yaml:
        return members_of(read_yaml(inside, where, diagnostics));
    case FrontMatterSyntax::toml:
        return read_toml(inside, where, diagnostics);
    case FrontMatterSyntax::json: {
        auto value = read_json(inside, where);
        return value ? members_of(std::move(*value)) : Members{};
    }
    }
    return {};
}

} // namespace halfstar::reading
