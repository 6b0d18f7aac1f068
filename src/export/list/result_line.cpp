#include "export/list/result_line.h"

#include "foundation/base/strings.h"
#include "foundation/diagnostics/render.h"

namespace halfstar {
namespace {

std::string quoted(std::string_view text) { return "\"" + escape_json(text) + "\""; }

std::string_view word_of(ReviewStatus status) {
    switch (status) {
    case ReviewStatus::written:
        return "written";
    case ReviewStatus::unchanged:
        return "unchanged";
    case ReviewStatus::failed:
        return "failed";
    }
    return {};
}

std::string object_of(const Diagnostic& diagnostic, const Sources& sources, const std::string& source) {
    const Span& span = diagnostic.span;
    std::string line = "null", column = "null", file;
    if (sources.contains(span.source)) {
        const std::string& name = sources.at(span.source).name;
        if (name != source) file = ",\"file\":" + quoted(name);
    }
    if (has_position(span, sources)) {
        const Sources::Position position = sources.position(span.source, span.begin);
        line = std::to_string(position.line);
        column = std::to_string(position.column);
    }
    return "{\"code\":" + quoted(code_name(diagnostic.code)) +
           ",\"severity\":" + quoted(severity_name(diagnostic.severity)) + file + ",\"line\":" + line +
           ",\"column\":" + column + ",\"message\":" + quoted(diagnostic.message) + "}";
}

} // namespace

std::string result_line(const ReviewResult& result) {
    std::string line = "{\"source\":" + quoted(result.source) + ",\"output\":" + quoted(result.output) +
                       ",\"status\":" + quoted(word_of(result.status));
    if (result.pages > 0) line += ",\"pages\":" + std::to_string(result.pages);
    line += ",\"bytes\":" + std::to_string(result.bytes) +
            ",\"sha256\":" + (result.source_digest.empty() ? "null" : quoted(result.source_digest));
    return line + ",\"diagnostics\":" + result.diagnostics + "}\n";
}

std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics, const Sources& sources,
                             const std::string& source, const std::optional<Error>& failure) {
    std::string array;
    for (const Diagnostic& diagnostic : diagnostics)
        array += (array.empty() ? "" : ",") + object_of(diagnostic, sources, source);
    if (failure)
        array += std::string(array.empty() ? "" : ",") +
                 "{\"code\":\"failure\",\"severity\":\"error\",\"line\":null,\"column\":null,\"message\":" +
                 quoted(failure->message) + "}";
    return "[" + array + "]";
}

} // namespace halfstar
