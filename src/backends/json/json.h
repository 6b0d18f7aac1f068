// The document tree as JSON, for filters and other programs. docs/json.md describes the shape.
#pragma once

#include <halfstar/backend.h>

namespace halfstar::json {

/// Writes the edition to the sink's one file.
Result<void> write(const Job& job, Sink& sink, Diagnostics& diagnostics);

} // namespace halfstar::json
