// Styles written in a test, loaded as from a folder, with what was said of them.
#pragma once

#include "design/style/load.h"
#include "foundation/base/files.h"

#include <map>
#include <optional>
#include <string>

namespace halfstar::testing {

/// A style in /s/style.yaml, and what was said of it.
struct Loaded {
    std::optional<Style> style;
    std::string said;
};

inline Loaded load(const std::string& text, std::map<std::string, std::string> more = {}) {
    MemoryReader reader;
    reader.files = std::move(more);
    reader.files["/s/style.yaml"] = text;
    Sources sources;
    Diagnostics diagnostics;
    Loaded loaded;
    loaded.style = load_style("/s", reader, sources, diagnostics);
    for (const Diagnostic& one : diagnostics.all()) {
        const auto at = sources.contains(one.span.source) ? sources.position(one.span.source, one.span.begin)
                                                          : Sources::Position{0, 0};
        loaded.said += std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + one.message;
        for (const std::string& hint : one.hints) loaded.said += " | " + hint;
        loaded.said += " [" + std::string(code_name(one.code)) + "]\n";
    }
    return loaded;
}

} // namespace halfstar::testing
