// `check`: everything that is wrong in the manuscripts, and what can be repaired of it.
#pragma once

#include <halfstar/base.h>
#include <halfstar/export.h>

namespace halfstar {

/// Reads, proofreads and composes, and writes nothing but the repairs that the request asks for. Diagnostics stand in
/// the order of their places.
Result<void> check_pieces(const ExportRequest& request, const FileReader& reader, ExportReport& report);

} // namespace halfstar
