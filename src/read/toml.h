// The part of TOML 1.0 that front matter is written in: keys (dotted too), tables, arrays of tables,
// strings, arrays and inline tables. Numbers, dates and booleans stay as written, as in YAML here.
#pragma once

#include "foundation/data/value.h"

#include <halfstar/diagnostics.h>

#include <string_view>

namespace halfstar::reading {

/// Reads a TOML document that begins at `where.begin` of its source. A line that is not understood
/// gives Code::broken_front_matter at its place and is kept as a member named by its own text.
Members read_toml(std::string_view text, Span where, Diagnostics& diagnostics);

} // namespace halfstar::reading
