// From what was read to editions: one of everything, or one of a single piece.
#pragma once

#include "export/manuscript.h"

#include <halfstar/edition.h>

namespace halfstar {

Edition compose_whole(Manuscript manuscript, const ExportRequest& request, Diagnostics& diagnostics);
Edition compose_one(Piece piece, const ExportRequest& request, Diagnostics& diagnostics);

/// A composed piece of an issue by itself, with what its programme note says of the issue. Whatever else changes in the issue,
/// this stays the same, and so does its identifier.
Edition issue_of_one(const Edition& issue, std::size_t piece);

} // namespace halfstar
