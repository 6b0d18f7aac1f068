#include "read/markdown/vault_marks.h"

#include "foundation/base/strings.h"
#include "read/markdown/shortcode_marks.h"

#include <algorithm>
#include <array>

namespace halfstar::markdown {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t mark_limit = 500;

Shortcode made(std::size_t begin, std::size_t length, Stretch stretch) {
    Shortcode found;
    found.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
    found.stretch = stretch;
    return found;
}

std::string_view rest_of_line(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, mark_limit);
    return rest.substr(0, rest.find_first_of("\n\r"));
}

bool is_picture(std::string_view name) {
    const std::string lower = ascii_lower(name);
    for (const std::string_view ending : {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp"})
        if (lower.ends_with(ending)) return true;
    return false;
}

/// `300`, `300x200`: a size, and no words.
bool is_size(std::string_view words) { return words.find_first_not_of("0123456789x") == none; }

/// `![[still.png|words]]`.
std::optional<Shortcode> embedded(std::string_view text, std::size_t at) {
    const std::string_view line = rest_of_line(text, at);
    const std::size_t end = line.find("]]");
    if (end == none) return std::nullopt;
    const std::string_view inside = line.substr(3, end - 3);
    const std::size_t bar = inside.find('|');
    const std::string_view target = trim(inside.substr(0, bar));
    const std::string_view words = bar == none ? std::string_view() : trim(inside.substr(inside.rfind('|') + 1));
    if (target.empty() || target.find_first_of("[]") != none) return std::nullopt;
    Shortcode found = made(at, end + 2, Stretch::in_line);
    if (!is_picture(target)) {
        found.html = "<a href=\"[[" + escape_xml(target) + "]]\">" + escape_xml(words.empty() ? target : words) + "</a>";
        return found;
    }
    const std::string alternative = is_size(words) ? std::string() : escape_xml(words);
    found.html = "<img src=\"" + escape_xml(target) + "\" alt=\"" + alternative + "\">";
    return found;
}

/// `[[film|words]]`, `[[film#part]]`; `[[toc]]` and `[[_TOC_]]` are lists of contents, `[[more]]` a cut mark.
std::optional<Shortcode> wiki_link(std::string_view text, std::size_t at) {
    const std::string_view line = rest_of_line(text, at);
    const std::size_t end = line.find("]]");
    if (end == none || end <= 2) return std::nullopt;
    const std::string_view inside = line.substr(2, end - 2);
    if (inside.find_first_of("[]") != none || line.substr(end + 2).starts_with("(")) return std::nullopt;
    const std::size_t bar = inside.find('|');
    std::string target(trim(inside.substr(0, bar)));
    while (target.ends_with('\\')) target.pop_back();
    std::string words(bar == none ? std::string_view(target) : trim(inside.substr(bar + 1)));
    if (target.empty()) return std::nullopt;
    const std::string name = ascii_lower(target);
    const bool is_contents = name == "toc" || name == "_toc_";
    Shortcode found = made(at, end + 2, is_contents || name == "more" ? Stretch::own_lines : Stretch::in_line);
    if (name == "more") {
        found.html = "<!--more-->";
    } else if (!is_contents && words.empty()) {
        found.html = escape_xml(target);
    } else if (!is_contents) {
        found.html = "<a href=\"[[" + escape_xml(target) + "]]\">" + escape_xml(words) + "</a>";
    }
    return found;
}

/// `%%a comment%%`, on one line or on lines of its own.
std::optional<Shortcode> comment(std::string_view text, std::size_t at) {
    if (at > 0 && (text[at - 1] == '%' || (text[at - 1] >= '0' && text[at - 1] <= '9'))) return std::nullopt;
    const std::string_view rest = text.substr(at + 2, mark_limit * 4);
    const std::size_t end = rest.find("%%");
    if (end == none || end == 0 || rest.substr(0, end).find("\n\n") != none) return std::nullopt;
    const bool alone = begins_line(text, at) && ends_line(text, at + 2 + end + 2);
    if (!alone && rest.substr(0, end).find('\n') != none) return std::nullopt;
    return made(at, 2 + end + 2, alone ? Stretch::own_lines : Stretch::in_line);
}

/// `.class`, `#id`, `key=value`, `key="value"`, one after another.
bool are_attributes(std::string_view words) {
    words = trim(words);
    if (words.empty()) return false;
    for (std::size_t at = 0; at < words.size();) {
        const bool marked = words[at] == '.' || words[at] == '#';
        const std::size_t end = std::min(words.find_first_of(" =\"", at), words.size());
        if (end == at || (marked && end == at + 1)) return false;
        const bool has_value = end < words.size() && words[end] == '=';
        if (!marked && !has_value) return false;
        at = end;
        if (has_value) {
            const bool quoted = words.substr(at + 1).starts_with('"');
            const std::size_t stop = words.find(quoted ? '"' : ' ', at + (quoted ? 2 : 1));
            at = stop == none ? words.size() : stop + 1;
        }
        at = std::min(words.find_first_not_of(' ', at), words.size());
    }
    return true;
}

/// Before it: where the list item stands that kramdown's `{:toc}` replaces.
std::size_t contents_item(std::string_view text, std::size_t at) {
    const std::size_t line = text.substr(0, at).rfind('\n');
    if (line == none || !trim(text.substr(line + 1, at - line - 1)).empty()) return at;
    const std::size_t before = line == 0 ? 0 : text.substr(0, line).rfind('\n') + 1;
    const std::string item = ascii_lower(trim(text.substr(before, line - before)));
    for (const std::string_view words : {"* toc", "- toc", "1. toc", "* table of contents", "- table of contents",
                                         "1. table of contents", "* this will become a table of contents (this text will be scrapped)."})
        if (item == words) return before;
    return at;
}

/// kramdown's `{: .class}`, `{:toc}`, `{::options /}`; `{.class}`, `{#id}` and `{width=50%}` right behind what they
/// are said of.
std::optional<Shortcode> attributes(std::string_view text, std::size_t at) {
    const std::string_view line = rest_of_line(text, at);
    const std::size_t end = line.find('}');
    if (end == none || line.substr(1, end).find('{') != none) return std::nullopt;
    std::string_view inside = line.substr(1, end - 1);
    const bool alone = begins_line(text, at) && ends_line(text, at + end + 1);
    const char before = at > 0 ? text[at - 1] : '\n';
    if (inside.starts_with("::")) return made(at, end + 1, alone ? Stretch::own_lines : Stretch::in_line);
    if (inside.starts_with(":/")) return made(at, end + 1, alone ? Stretch::own_lines : Stretch::in_line);
    if (inside == ":toc" || inside == ":.no_toc" || inside == ": toc") {
        const std::size_t begin = contents_item(text, at);
        return made(begin, at + end + 1 - begin, alone ? Stretch::own_lines : Stretch::in_line);
    }
    const bool kramdown = inside.starts_with(':');
    if (kramdown) inside.remove_prefix(1);
    if (!are_attributes(inside)) return std::nullopt;
    const bool behind = before == ')' || before == ']' || before == '*' || before == '_' || before == '`' || before == '"';
    const std::size_t line_begin = text.substr(0, at).find_last_of("\n\r") + 1; // none + 1 is 0
    const bool in_heading = ends_line(text, at + end + 1) && text.substr(line_begin).starts_with('#');
    if (!behind && !in_heading && !(kramdown && alone)) return std::nullopt;
    return made(at, end + 1, alone ? Stretch::own_lines : Stretch::in_line);
}

/// `{{ site.baseurl }}`, `{{ "/still.jpg" | relative_url }}`: what a site puts before addresses. Other variables are
/// left as they are written.
std::optional<Shortcode> variable(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 9> roots = {"site.baseurl", "site.url",   ".site.baseurl",
                                                              "base_url",     "baseurl",    "site.base_url",
                                                              "pathprefix",   "siteurl",    "base"};
    const std::string_view line = rest_of_line(text, at);
    const std::size_t end = line.find("}}");
    if (end == none) return std::nullopt;
    const std::string_view inside = trim(line.substr(2, end - 2));
    Shortcode found = made(at, end + 2, Stretch::in_line);
    const std::string name = ascii_lower(trim(inside.substr(0, inside.find('|'))));
    if (std::find(roots.begin(), roots.end(), name) != roots.end()) return found;
    const char quote = inside.empty() ? ' ' : inside[0];
    const std::size_t close = quote == '"' || quote == '\'' ? inside.find(quote, 1) : none;
    if (close == none || inside.substr(close).find('|') == none) return std::nullopt;
    found.address = inside.substr(1, close - 1);
    found.html = escape_xml(found.address);
    return found;
}

/// MDX's `import X from "y"` and `export const x = ...`, a line or a paragraph of them.
std::optional<Shortcode> program_line(std::string_view text, std::size_t at) {
    if (!begins_line(text, at) || (at > 0 && text[at - 1] != '\n')) return std::nullopt;
    const std::string_view line = rest_of_line(text, at);
    const bool quoted = line.find_first_of("'\"") != none && (line.ends_with('"') || line.ends_with('\'') || line.ends_with(';'));
    const bool imports = line.starts_with("import ") && quoted &&
                         (line.find(" from ") != none || line.find_first_of("'\"") == 7);
    bool exports = false;
    for (const std::string_view word : {"const ", "let ", "var ", "default ", "function "})
        exports = exports || line.starts_with("export " + std::string(word));
    if (!imports && !exports) return std::nullopt;
    std::size_t end = imports ? line.size() : std::min(text.find("\n\n", at), text.size()) - at;
    Shortcode found = made(at, end, Stretch::own_lines);
    found.unknown = imports ? "import" : "export";
    return found;
}

/// Marks of MDX's comments, `{/* ... */}`.
std::optional<Shortcode> braced_comment(std::string_view text, std::size_t at) {
    const std::size_t end = text.substr(at, mark_limit * 4).find("*/}");
    if (end == none) return std::nullopt;
    const std::string words = ascii_lower(trim(text.substr(at + 3, end - 3)));
    Shortcode found = made(at, end + 3, begins_line(text, at) && ends_line(text, at + end + 3) ? Stretch::own_lines
                                                                                               : Stretch::in_line);
    if (words == "truncate" || words == "more") found.html = "<!--more-->";
    return found;
}

/// `>!words!<` at the beginning of a line: no quotation.
std::optional<Shortcode> forum_spoiler(std::string_view text, std::size_t at) {
    if (!begins_line(text, at)) return std::nullopt;
    const std::string_view rest = text.substr(at, mark_limit * 8);
    const std::size_t end = rest.find("!<");
    if (end == none || rest.substr(0, end).find("\n\n") != none) return std::nullopt;
    return made(at, 2, Stretch::words);
}

} // namespace

std::optional<Shortcode> vault_mark_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("![[")) return embedded(text, at);
    if (rest.starts_with("[[")) return wiki_link(text, at);
    if (rest.starts_with("%%")) return comment(text, at);
    if (rest.starts_with("{{") && !rest.starts_with("{{<") && !rest.starts_with("{{%")) return variable(text, at);
    if (rest.starts_with("{/*")) return braced_comment(text, at);
    if (rest.starts_with("{") && !rest.starts_with("{{") && !rest.starts_with("{%")) return attributes(text, at);
    if (rest.starts_with(">!")) return forum_spoiler(text, at);
    if (rest.starts_with("import ") || rest.starts_with("export ")) return program_line(text, at);
    return std::nullopt;
}

} // namespace halfstar::markdown
