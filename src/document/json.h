// The tree as JSON, out and in: the versioned shape that docs/json.md and docs/halfstar.schema.json
// describe. Used by the json backend, by external backends and by filters.
#pragma once

#include <halfstar/base.h>
#include <halfstar/edition.h>

#include <functional>
#include <string>
#include <string_view>

namespace halfstar {

inline constexpr int json_version = 1;

/// Writes the edition in pieces of text to `out`, so that nothing holds it whole. Its pieces are written by `jobs` threads (0: as many
/// as cores), each ahead of its turn.
Result<void> write_json(const Edition& edition, const std::function<Result<void>(std::string_view)>& out, int jobs = 1);
/// Reads what write_json wrote (of the same version); spans have no source, and pictures no path: their
/// digest names them. What is of another shape, or breaks the tree's invariants, is an Error with its line.
Result<Edition> read_json_edition(std::string_view text);

} // namespace halfstar
