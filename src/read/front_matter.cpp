#include "read/front_matter.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/data/syntaxes.h"
#include "read/text_lines.h"
#include "read/unfenced.h"

#include <algorithm>
#include <optional>

namespace halfstar::reading {

namespace {

constexpr std::size_t longest_key = 60; // code points

constexpr std::string_view hyphens = "---", pluses = "+++";

/// Three or more of the fence's character, and for the opening one the name of a syntax: `---`, `----`, `--- yaml`.
bool is_fence(std::string_view line, std::string_view fence) {
    if (!line.starts_with(fence)) return false;
    return is_blank(line.substr(std::min(line.find_first_not_of(fence[0]), line.size())));
}

/// The syntax that an opening fence names or stands for.
FrontMatterSyntax syntax_of_fence(std::string_view line) {
    if (is_fence(line, pluses)) return FrontMatterSyntax::toml;
    if (is_fence(line, hyphens)) return FrontMatterSyntax::yaml;
    if (!line.starts_with(hyphens)) return FrontMatterSyntax::none;
    const std::string word = ascii_lower(trim(line.substr(hyphens.size())));
    if (word == "yaml" || word == "yml") return FrontMatterSyntax::yaml;
    return word == "toml" ? FrontMatterSyntax::toml : FrontMatterSyntax::none;
}

/// Whether a line begins with a key and its mark: `movie title: Stalker`, `year = 1979`, `year:1979`.
bool is_key_line(std::string_view line, char mark) {
    if (line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '-') return false;
    if (mark == '=' && line[0] == '[') return true;
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos || at == 0 || utf8::count(line.substr(0, at)) > longest_key) return false;
    if (mark == '=' || at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t') return true;
    const std::string_view key = line.substr(0, at);
    const bool letter = static_cast<unsigned char>(key[0] | 0x20) >= 'a';
    return letter && key.find(' ') == std::string_view::npos && !line.substr(at).starts_with("://");
}

/// Whether a line can belong to front matter below a key: deeper, an item, a comment, the end of a bracket.
bool may_follow_key(std::string_view line, char mark) {
    static constexpr std::string_view first = " \t-#]})";
    return line.empty() || first.find(line[0]) != std::string_view::npos || is_key_line(line, mark);
}

/// The first line of `inside` that is neither empty nor a comment.
std::string_view first_words(std::string_view inside) {
    for (std::size_t at = 0; at < inside.size();) {
        const TextLine line = line_at(inside, at);
        const std::string_view words = words_of(inside, line);
        if (!is_blank(words) && words[0] != '#') return words;
        at = line.next;
    }
    return {};
}

/// Whether prose begins at `at`: a line at the margin that is no key, and has the spaces of a sentence where less would
/// not be clear.
bool begins_prose(std::string_view text, std::size_t at, char mark, std::ptrdiff_t spaces) {
    const std::string_view words = words_of(text, line_at(text, at));
    static constexpr std::string_view not_prose = "\"'[{|>";
    if (may_follow_key(words, mark) || not_prose.find(words[0]) != std::string_view::npos) return false;
    return std::count(words.begin(), words.end(), ' ') >= spaces;
}

/// Where front matter that begins at `begin` and is not closed must have ended: at the first empty line, when every line
/// before it belongs to a key and what follows it is prose, or nothing. None when that is not clear.
std::optional<std::size_t> clear_end(std::string_view text, std::size_t begin, std::size_t end, char mark) {
    const std::ptrdiff_t spaces = end == text.size() ? 0 : 3;
    std::size_t keys = 0;
    for (std::size_t at = begin; at < end;) {
        const TextLine line = line_at(text, at);
        const std::string_view words = words_of(text, line);
        if (is_blank(words)) {
            const std::size_t next = std::min(text.find_first_not_of(" \t\n", line.begin), text.size());
            const std::size_t start = next == 0 ? 0 : text.rfind('\n', next - 1) + 1;
            const bool over = next == text.size() || begins_prose(text, start, mark, spaces);
            if (over) return keys > 0 ? std::optional(line.begin) : std::nullopt;
        } else if (!may_follow_key(words, mark)) {
            return std::nullopt;
        }
        keys += is_key_line(words, mark) ? 1 : 0;
        at = line.next;
    }
    return end == text.size() && keys > 1 ? std::optional(end) : std::nullopt;
}

/// The closing line, or none.
std::optional<TextLine> closing_line(std::string_view text, std::size_t begin, std::string_view fence) {
    for (std::size_t at = begin; at < text.size();) {
        const TextLine line = line_at(text, at);
        const std::string_view words = words_of(text, line);
        if (is_fence(words, fence) || (fence == hyphens && is_fence(words, "..."))) return line;
        at = line.next;
    }
    return std::nullopt;
}

FrontMatterPlace fenced(std::string_view text, std::size_t begin, FrontMatterSyntax syntax, SourceId source,
                        Diagnostics& diagnostics) {
    const char mark = syntax == FrontMatterSyntax::yaml ? ':' : '=';
    const TextLine open = line_at(text, begin);
    const auto place = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
    const std::string_view fence = text[begin] == '-' ? hyphens : pluses;
    const std::optional<TextLine> close = closing_line(text, open.next, fence);
    const std::size_t inside_end = close ? close->begin : text.size();
    const std::string_view first = first_words(text.substr(open.next, inside_end - open.next));
    if (!first.empty() && !is_key_line(first, mark)) return {};
    const std::optional<std::size_t> end = clear_end(text, open.next, inside_end, mark);
    // A closing line far below, behind prose, is a break between scenes.
    if (close && !end) return {syntax, place(open.next), place(close->begin), place(close->next)};
    if (first.empty()) return {};
    diagnostics.report(Code::broken_front_matter, {source, place(open.begin), place(open.end)}, {"no line closes it"},
                       {end ? "it was read as ending where its keys end" : "the whole was read as text",
                        "end the front matter with a line of '" + std::string(fence) + "'"});
    return end ? FrontMatterPlace{syntax, place(open.next), place(*end), place(*end)} : FrontMatterPlace{};
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
    const TextLine rest = line_at(text, end);
    if (!trim(words_of(text, rest)).empty()) return {};
    if (!read_json(text.substr(begin, end - begin), Span{})) return {};
    return {FrontMatterSyntax::json, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
            static_cast<std::uint32_t>(rest.next)};
}

FrontMatterPlace unfenced(std::string_view text) {
    const auto lines = find_unfenced(text);
    if (!lines) return {};
    const auto place = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
    return {FrontMatterSyntax::lines, place(lines->begin), place(lines->end), place(lines->body)};
}

Members members_of(Value value) {
    auto* members = std::get_if<Members>(&value.node);
    return members == nullptr ? Members{} : std::move(*members);
}

} // namespace

FrontMatterPlace find_front_matter(std::string_view text, SourceId source, Diagnostics& diagnostics) {
    TextLine line = line_at(text, 0);
    while (line.next < text.size() && is_blank(words_of(text, line)))
        line = line_at(text, line.next);
    const std::string_view first = words_of(text, line);
    const FrontMatterSyntax syntax = syntax_of_fence(first);
    if (syntax != FrontMatterSyntax::none) return fenced(text, line.begin, syntax, source, diagnostics);
    return first.starts_with('{') ? braced(text, line.begin) : unfenced(text);
}

Members read_front_matter(std::string_view text, const FrontMatterPlace& place, SourceId source,
                          Diagnostics& diagnostics) {
    const std::string_view inside = text.substr(place.begin, place.end - place.begin);
    const Span where{source, place.begin, place.end};
    switch (place.syntax) {
    case FrontMatterSyntax::none:
        return {};
    case FrontMatterSyntax::yaml:
        return members_of(read_yaml(inside, where, diagnostics, Tolerance::front_matter));
    case FrontMatterSyntax::toml:
        return members_of(read_toml(inside, where, diagnostics));
    case FrontMatterSyntax::lines:
        return read_unfenced(inside, where);
    case FrontMatterSyntax::json: {
        auto value = read_json(inside, where);
        return value ? members_of(std::move(*value)) : Members{};
    }
    }
    return {};
}

} // namespace halfstar::reading
