// What the renderers of diagnostics share: the words of a severity, and a place as people write it.
#pragma once

#include <halfstar/diagnostics.h>

#include <string>
#include <string_view>

namespace halfstar {

std::string_view severity_name(Severity severity);

/// Whether there is a line to point at: a source with a text.
bool has_position(const Span& span, const Sources& sources);

/// "reviews/stalker.md:14:22: ", only the name for a source without a text, empty without a source.
std::string place_text(const Span& span, const Sources& sources);

} // namespace halfstar
