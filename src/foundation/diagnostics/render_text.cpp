#include "foundation/diagnostics/columns.h"
#include "foundation/diagnostics/render.h"

#include <algorithm>

namespace halfstar {
namespace {

/// Columns of a source's line that are shown, and of those that stand before the span when it is cut.
constexpr int most_columns = 96;
constexpr int columns_before = 32;
/// Bytes that are looked at on each side of the span: a line may be megabytes long.
constexpr std::size_t window = 512;

struct Ink {
    std::string_view strong, gutter, severity, help, off;
};

Ink ink_for(Severity severity, Colouring colouring) {
    if (colouring == Colouring::plain) return {};
    Ink ink{"\x1b[1m", "\x1b[34m", "\x1b[1;36m", "\x1b[32m", "\x1b[0m"};
    if (severity == Severity::warning) ink.severity = "\x1b[1;33m";
    if (severity == Severity::error) ink.severity = "\x1b[1;31m";
    return ink;
}

std::string painted(std::string_view text, std::string_view ink, const Ink& inks) {
    return std::string(ink).append(text).append(inks.off);
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// A part of a line as it is shown, and the span's columns in it.
struct Excerpt {
    std::string text;
    int caret_at = 0;
    int carets = 1;
};

/// The characters that fit, [first, last) of `cells`, about the span that begins at cell `focus`.
struct Cut {
    std::size_t first = 0, last = 0;
};

Cut cut_about(const std::vector<Shown>& cells, std::size_t focus) {
    Cut cut{focus, focus};
    int used = 0;
    const auto take_before = [&](int most) {
        while (cut.first > 0 && used + cells[cut.first - 1].columns <= most) used += cells[--cut.first].columns;
    };
    take_before(columns_before);
    while (cut.last < cells.size() && used + cells[cut.last].columns <= most_columns) used += cells[cut.last++].columns;
    take_before(most_columns);
    return cut;
}

/// `begin` and `end` are the span's bytes in `line`.
Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
    begin = std::min(begin, line.size());
    std::size_t from = begin > window ? begin - window : 0;
    while (from > 0 && is_continuation(line[from])) --from;
    std::size_t to = std::min(line.size(), begin + window);
    while (to < line.size() && is_continuation(line[to])) ++to;
    const std::vector<Shown> cells = show(line.substr(from, to - from));
    const auto is_before = [&](const Shown& cell) { return cell.offset + from < begin; };
    const auto focus =
        static_cast<std::size_t>(std::partition_point(cells.begin(), cells.end(), is_before) - cells.begin());
    const Cut cut = cut_about(cells, focus);
    Excerpt shown;
    if (cut.first > 0 || from > 0) shown.text = "…";
    shown.caret_at = shown.text.empty() ? 0 : 1;
    int carets = 0;
    for (std::size_t i = cut.first; i < cut.last; ++i) {
        shown.text += cells[i].text;
        if (i < focus) shown.caret_at += cells[i].columns;
        else if (cells[i].offset + from < end) carets += cells[i].columns;
    }
    if (cut.last < cells.size() || to < line.size()) shown.text += "…";
    shown.carets = std::max(1, carets);
    return shown;
}

/// The line in question and the carets under it; `gutter` is as wide as the line's number.
std::string quoted_line(const Diagnostic& d, const Sources& sources, const std::string& number, const Ink& ink) {
    const std::uint32_t size = static_cast<std::uint32_t>(sources.at(d.span.source).text.size());
    const std::string_view line = sources.line_at(d.span.source, d.span.begin);
    const auto line_begin =
        static_cast<std::size_t>(line.data() - sources.at(d.span.source).text.data());
    const std::size_t begin = std::min(d.span.begin, size) - line_begin;
    const std::size_t end = std::max<std::size_t>(d.span.end, d.span.begin) - line_begin;
    const Excerpt shown = excerpt_of(line, begin, end);
    std::string out = painted(" " + number + " |", ink.gutter, ink);
    out.append(shown.text.empty() ? "" : " ").append(shown.text).append("\n");
    out += painted(std::string(number.size() + 2, ' ') + "|", ink.gutter, ink);
    out.append(static_cast<std::size_t>(shown.caret_at) + 1, ' ');
    out += painted(std::string(static_cast<std::size_t>(shown.carets), '^'), ink.severity, ink);
    return out + "\n";
}

std::string render(const Diagnostic& d, const Sources& sources, const Ink& ink) {
    std::string out;
    if (const std::string place = place_text(d.span, sources); !place.empty())
        out += painted(place.substr(0, place.size() - 1), ink.strong, ink) + " ";
    out += painted(std::string(severity_name(d.severity)) + ":", ink.severity, ink) + " ";
    out += painted(show_plain(d.message), ink.strong, ink);
    out.append(" [").append(code_name(d.code)).append("]\n");
    std::string number = "  ";
    if (has_position(d.span, sources)) {
        number = std::to_string(sources.position(d.span.source, d.span.begin).line);
        out += quoted_line(d, sources, number, ink);
    }
    for (const std::string& hint : d.hints)
        out += std::string(number.size() + 2, ' ') + painted("= help:", ink.help, ink) + " " + show_plain(hint) + "\n";
    return out;
}

} // namespace

std::string render_text(const std::vector<Diagnostic>& diagnostics, const Sources& sources, Colouring colouring) {
    std::string out;
    for (const Diagnostic& d : diagnostics) out += render(d, sources, ink_for(d.severity, colouring));
    return out;
}

} // namespace halfstar
