// Reading and writing the syntaxes of structured data. Each reader takes a text and the place where it
// begins in its source, so that spans are the source's.
#pragma once

#include "foundation/data/value.h"

#include <halfstar/base.h>
#include <halfstar/diagnostics.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

/// What becomes of what is wrong. In settings the second value of a key, and a line that is no member, are said and
/// dropped. In front matter nothing is: the second value stands behind the first, and the line is a member named by
/// its own words.
enum class Tolerance : std::uint8_t { settings, front_matter };

/// Reads a YAML mapping. Aliases and anchors are refused (Code::yaml_alias), of a key that stands twice the
/// first value counts (Code::duplicate_key), what cannot be parsed gives Code::broken_front_matter
/// at its place, with a hint that shows what it was taken for.
Value read_yaml(std::string_view text, Span where, Diagnostics& diagnostics, Tolerance tolerance = Tolerance::settings);

/// Reads a TOML document as front matter is read. Numbers, dates and booleans keep their text as written.
Value read_toml(std::string_view text, Span where, Diagnostics& diagnostics);

/// Reads JSON; nothing and a message when it is malformed.
Result<Value> read_json(std::string_view text, Span where);

/// The value as compact JSON: plain scalars that are JSON numbers, true, false or null stay so.
std::string to_json(const Value& value);

/// A text as a JSON string, quotes included; safe inside an HTML script element (`<` is \u003c).
std::string json_string(std::string_view text);

} // namespace halfstar
