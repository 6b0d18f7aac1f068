// Reading and writing the syntaxes of structured data. Each reader takes a text and the place where it
// begins in its source, so that spans are the source's.
#pragma once

#include "foundation/data/value.h"

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>

#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

/// Reads a YAML mapping. Aliases and anchors are refused (Code::yaml_alias), a key that stands twice
/// keeps its first value (Code::duplicate_key), what cannot be parsed gives Code::broken_front_matter
/// at its place and the members that could be had.
Value read_yaml(std::string_view text, Span where, Diagnostics& diagnostics);

/// Reads JSON; nothing and a message when it is malformed.
Result<Value> read_json(std::string_view text, Span where);

/// The value as compact JSON: plain scalars that are JSON numbers, true, false or null stay so.
std::string to_json(const Value& value);

/// A text as a JSON string, quotes included; safe inside an HTML script element (`<` is \u003c).
std::string json_string(std::string_view text);

} // namespace halfstar
