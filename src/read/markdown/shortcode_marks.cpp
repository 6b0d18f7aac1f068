#include "read/markdown/shortcode_marks.h"

#include "foundation/base/strings.h"
#include "read/html/tags.h"

#include <algorithm>
#include <array>

namespace halfstar::markdown {
namespace {

constexpr std::size_t mark_limit = 4000;
constexpr auto none = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_part(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '/';
}
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t name_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_name_part(text[at])) ++at;
    return at;
}

/// The text from `at` on that a mark may reach: up to the end of its paragraph.
std::string_view reach(std::string_view text, std::size_t at) {
    std::string_view rest = text.substr(at, mark_limit);
    return rest.substr(0, rest.find("\n\n"));
}

/// The first `stop` that is not quoted.
std::size_t unquoted(std::string_view text, std::string_view stop) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with(stop)) return at;
        if (text[at] != '"' && text[at] != '`') continue;
        const std::size_t end = text.find(text[at], at + 1);
        if (end != none) at = end;
    }
    return text.find(stop);
}

/// `figure.html`, `_includes/figure.liquid`: the name is "figure".
std::string stem(std::string_view path) {
    path.remove_prefix(path.rfind('/') == none ? 0 : path.rfind('/') + 1);
    return ascii_lower(path.substr(0, path.find('.')));
}

/// Name, role and arguments from what stands between the marks.
std::optional<ShortcodeMark> inside(std::string_view words, MarkFamily family) {
    words = trim(words);
    ShortcodeMark mark;
    mark.family = family;
    if (words.starts_with('/')) {
        mark.role = MarkRole::closing;
        words = trim(words.substr(1));
    }
    if (words.ends_with('/')) words = trim(words.substr(0, words.size() - 1));
    const std::size_t end = name_end(words, 0);
    if (end == 0 || !is_letter(words[0])) return std::nullopt;
    mark.name = ascii_lower(words.substr(0, end));
    mark.arguments = Arguments::parse(words.substr(end));
    if (mark.name != "end" && mark.name.starts_with("end") && mark.family == MarkFamily::liquid) {
        mark.role = MarkRole::closing;
        mark.name.erase(0, 3);
    }
    return mark;
}

std::optional<ShortcodeMark> between(std::string_view text, std::size_t at, std::string_view close, MarkFamily family) {
    const std::string_view rest = reach(text, at + 2);
    const std::size_t skipped = family == MarkFamily::hugo ? 1 : 0;
    const std::size_t end = rest.size() > skipped ? unquoted(rest.substr(skipped), close) : none;
    if (end == none) return std::nullopt;
    std::string_view words = rest.substr(skipped, end);
    if (words.starts_with("/*")) return std::nullopt; // shown, not meant
    while (words.starts_with('-')) words.remove_prefix(1);
    while (words.ends_with('-')) words.remove_suffix(1);
    std::optional<ShortcodeMark> mark = inside(words, family);
    if (!mark) return std::nullopt;
    const std::size_t length = 2 + skipped + end + close.size();
    mark->range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
    if (mark->name == "include" || mark->name == "include_relative" || mark->name == "partial" ||
        mark->name == "render") {
        if (std::string name = stem(mark->arguments.at(0)); !name.empty()) mark->name = std::move(name);
    }
    return mark;
}

constexpr std::array<std::string_view, 21> bracket_names = {
    "audio", "caption", "embed",   "gallery",   "imdb",     "instagram", "more",    "pdf",   "playlist", "quote", "rating",
    "review", "sc",     "spoiler", "star",      "stars",    "tweet",     "twitter", "video", "vimeo",    "youtube"};

/// `[spoiler]` and the like; brackets are so common that only names that are known count.
std::optional<ShortcodeMark> bracket(std::string_view text, std::size_t at) {
    if (at > 0 && (text[at - 1] == '[' || text[at - 1] == '!' || text[at - 1] == '\\')) return std::nullopt;
    const std::size_t first = at + (text.substr(at).starts_with("[/") ? 2 : 1);
    const std::size_t last = name_end(text, first);
    if (!std::binary_search(bracket_names.begin(), bracket_names.end(),
                            std::string_view(ascii_lower(text.substr(first, std::min<std::size_t>(last - first, 12))))))
        return std::nullopt;
    std::string_view line = text.substr(at + 1, 1000);
    line = line.substr(0, line.find_first_of("\n\r"));
    const std::size_t end = unquoted(line, "]");
    if (end == none || (end + 1 < line.size() && (line[end + 1] == '(' || line[end + 1] == '[' || line[end + 1] == ':' ||
                                                  line[end + 1] == ']')))
        return std::nullopt;
    std::string words(line.substr(0, end));
    const std::size_t name = name_end(words, words.starts_with('/') ? 1 : 0);
    if (name < words.size() && (words[name] == '=' || words[name] == ':')) words[name] = ' ';
    std::optional<ShortcodeMark> mark = inside(words, MarkFamily::bracket);
    if (!mark || !std::binary_search(bracket_names.begin(), bracket_names.end(), mark->name)) return std::nullopt;
    mark->range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + end + 2)};
    // Words in brackets stand in sentences too: `[review]`, `[star]` without more are no marks.
    const bool says_more = !mark->arguments.empty() || mark->role == MarkRole::closing;
    const bool may_be_bare = mark->name == "spoiler" || mark->name == "quote" || mark->name == "embed" ||
                             mark->name == "gallery" || mark->name == "youtube" || mark->name == "vimeo" ||
                             (mark->name == "more" && ends_line(text, mark->range.end));
    return says_more || may_be_bare ? mark : std::nullopt;
}

/// The end of a component's tag: the `>` outside quotes and braces.
std::size_t tag_end(std::string_view text) {
    int braces = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if ((c == '"' || c == '\'') && braces == 0) {
            const std::size_t end = text.find(c, at + 1);
            if (end == none) return none;
            at = end;
        }
        if (c == '{') ++braces;
        if (c == '}') --braces;
        if (c == '>' && braces <= 0) return at;
        if (c == '<' && braces <= 0) return none;
    }
    return none;
}

/// `<Component prop={x} />`: a name with a capital that is no element of HTML, or an element that is a rating.
bool is_component(std::string_view name) {
    const std::string lower = ascii_lower(name);
    if (lower.find("rating") != none && soup::tag_named(lower) == soup::Tag::span) return true;
    const bool mixed = lower != name && name.find_first_of("abcdefghijklmnopqrstuvwxyz") != none;
    return name[0] >= 'A' && name[0] <= 'Z' && mixed && lower != "span" && lower != "font" &&
           (soup::tag_named(lower) == soup::Tag::span || lower == "figure");
}

std::optional<ShortcodeMark> component(std::string_view text, std::size_t at) {
    const std::string_view rest = reach(text, at + 1);
    const std::size_t begin = rest.starts_with('/') ? 1 : 0;
    std::size_t end = begin;
    while (end < rest.size() && rest[end] != '/' && is_name_part(rest[end])) ++end;
    if (end == begin || end == rest.size() || !is_letter(rest[begin])) return std::nullopt;
    if (!is_space(rest[end]) && rest[end] != '/' && rest[end] != '>') return std::nullopt;
    if (!is_component(rest.substr(begin, end - begin))) return std::nullopt;
    const std::size_t close = tag_end(rest);
    if (close == none) return std::nullopt;
    std::optional<ShortcodeMark> mark = inside(rest.substr(0, close), MarkFamily::component);
    // <Figure> is an element of HTML too, but that names no file.
    if (mark && mark->name == "figure" && mark->arguments.named({"src"}).empty()) return std::nullopt;
    if (mark) mark->range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1 + close + 1)};
    return mark;
}

/// `::: spoiler`, `::: {.spoiler}`, `:::`.
std::optional<ShortcodeMark> fence(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find_first_of("\n\r", at), text.size());
    std::size_t begin = at;
    while (begin < end && text[begin] == ':') ++begin;
    if (begin - at < 3 || !begins_line(text, at)) return std::nullopt;
    std::string words(trim(text.substr(begin, end - begin)));
    ShortcodeMark mark;
    mark.family = MarkFamily::fence;
    mark.range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    while (words.ends_with(':')) words.pop_back();
    words = trim(words);
    if (words.empty()) {
        mark.role = MarkRole::closing;
        return mark;
    }
    const std::size_t name = words.find_first_not_of("{[. \t");
    if (name == std::string::npos || !is_letter(words[name])) return std::nullopt;
    const std::size_t stop = name_end(words, name);
    mark.name = ascii_lower(std::string_view(words).substr(name, stop - name));
    std::string rest = words.substr(stop);
    std::replace_if(rest.begin(), rest.end(), [](char c) { return c == '{' || c == '}' || c == '[' || c == ']'; }, ' ');
    if (words[0] == '{') mark.arguments = Arguments::parse(rest);
    else if (!trim(rest).empty()) mark.arguments = Arguments::parse("title=\"" + std::string(trim(rest)) + "\"");
    return mark;
}

std::string value_at(std::string_view text, std::size_t& at) {
    const char open = text[at];
    const char close = open == '{' ? '}' : open;
    if (open == '"' || open == '\'' || open == '`' || open == '{') {
        const std::size_t end = text.find(close, at + 1);
        if (end != none) {
            std::string value(text.substr(at + 1, end - at - 1));
            at = end + 1;
            return open == '{' ? std::string(trim(replace_all(replace_all(value, "\"", ""), "`", ""))) : value;
        }
    }
    const std::size_t end = std::min(text.find_first_of(" \t\n\r,", at), text.size());
    std::string value(text.substr(at, end - at));
    at = end;
    return value;
}

} // namespace

Arguments Arguments::parse(std::string_view text) {
    Arguments made;
    for (std::size_t at = 0; (at = text.find_first_not_of(" \t\n\r,", at)) < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_name_part(text[end]) && text[end] != '/' && text[end] != '.') ++end;
        const std::size_t mark = end < text.size() ? text.find_first_not_of(' ', end) : none;
        const bool equals = mark != none && text[mark] == '=';
        const bool colon = end < text.size() && text[end] == ':' && !text.substr(end).starts_with("://");
        std::string name;
        if (end > at && (equals || colon)) {
            name = ascii_lower(text.substr(at, end - at));
            at = text.find_first_not_of(" \t", (equals ? mark : end) + 1);
            if (at == none) break;
        }
        const std::size_t before = at;
        std::string value = value_at(text, at);
        if (at == before) ++at;
        made.all_.emplace_back(std::move(name), std::move(value));
    }
    return made;
}

std::string Arguments::named(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
        for (const auto& argument : all_)
            if (argument.first == name && !argument.second.empty()) return argument.second;
    return {};
}

std::string Arguments::at(std::size_t position) const {
    for (const auto& argument : all_)
        if (argument.first.empty() && position-- == 0) return argument.second;
    return {};
}

bool begins_line(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '>')) --at;
    return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

bool ends_line(std::string_view text, std::size_t at) {
    at = text.find_first_not_of(" \t", at);
    return at == none || text[at] == '\n' || text[at] == '\r';
}

std::optional<ShortcodeMark> shortcode_mark_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("{{<")) return between(text, at, ">}}", MarkFamily::hugo);
    if (rest.starts_with("{{%")) return between(text, at, "%}}", MarkFamily::hugo);
    if (rest.starts_with("{%")) return between(text, at, "%}", MarkFamily::liquid);
    if (rest.starts_with("[")) return bracket(text, at);
    if (rest.starts_with("<")) return component(text, at);
    if (rest.starts_with(":::")) return fence(text, at);
    return std::nullopt;
}

} // namespace halfstar::markdown
