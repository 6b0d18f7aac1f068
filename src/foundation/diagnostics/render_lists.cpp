#include "foundation/base/strings.h"
#include "foundation/diagnostics/columns.h"
#include "foundation/diagnostics/render.h"

namespace halfstar {
namespace {

std::string quoted(std::string_view text) { return "\"" + escape_json(text) + "\""; }

/// `"line": 1, "column": 2` with the given prefix before both names, or nulls when there is no place.
std::string json_position(const Sources& sources, const Span& span, std::uint32_t offset, std::string_view prefix) {
    const std::string name(prefix);
    if (!has_position(span, sources)) return "\"" + name + "line\": null, \"" + name + "column\": null";
    const Sources::Position at = sources.position(span.source, offset);
    return "\"" + name + "line\": " + std::to_string(at.line) + ", \"" + name +
           "column\": " + std::to_string(at.column);
}

std::string json_object(const Diagnostic& d, const Sources& sources) {
    std::string out = "{\"code\": " + quoted(code_name(d.code)) + ", \"severity\": ";
    out += quoted(severity_name(d.severity)) + ", \"message\": " + quoted(d.message) + ", \"file\": ";
    out += sources.contains(d.span.source) ? quoted(sources.at(d.span.source).name) : "null";
    out += ", " + json_position(sources, d.span, d.span.begin, "") + ", " +
           json_position(sources, d.span, d.span.end, "end_") + ", \"hints\": [";
    for (std::size_t i = 0; i < d.hints.size(); ++i) out += (i > 0 ? ", " : "") + quoted(d.hints[i]);
    return out + "]}";
}

} // namespace

std::string_view severity_name(Severity severity) {
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return {};
}

bool has_position(const Span& span, const Sources& sources) {
    return sources.contains(span.source) && !sources.at(span.source).text.empty();
}

std::string place_text(const Span& span, const Sources& sources) {
    if (!sources.contains(span.source)) return {};
    const std::string name = show_plain(sources.at(span.source).name);
    if (!has_position(span, sources)) return name + ": ";
    const Sources::Position at = sources.position(span.source, span.begin);
    return name + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
}

std::string render_short(const std::vector<Diagnostic>& diagnostics, const Sources& sources) {
    std::string out;
    for (const Diagnostic& d : diagnostics) {
        out.append(place_text(d.span, sources)).append(severity_name(d.severity)).append(": ");
        out.append(show_plain(d.message)).append(" [").append(code_name(d.code)).append("]\n");
    }
    return out;
}

std::string render_json(const std::vector<Diagnostic>& diagnostics, const Sources& sources) {
    std::string out = "[";
    for (std::size_t i = 0; i < diagnostics.size(); ++i)
        out += (i > 0 ? ",\n  " : "\n  ") + json_object(diagnostics[i], sources);
    return out + (diagnostics.empty() ? "]\n" : "\n]\n");
}

} // namespace halfstar
