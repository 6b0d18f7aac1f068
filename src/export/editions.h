// From what was read to editions: one of everything, or one of a single piece.
#pragma once

#include "export/manuscript.h"

#include <halfstar/edition.h>

namespace halfstar {

Edition compose_whole(Manuscript manuscript, const ExportRequest& request, Diagnostics& diagnostics);
Edition compose_one(Piece piece, const ExportRequest& request, Diagnostics& diagnostics);

} // namespace halfstar
