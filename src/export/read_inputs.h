// Reading all inputs, several at once, with everything that is wrong in them said in the inputs' order.
#pragma once

#include "export/inputs.h"

#include <halfstar/export.h>
#include <halfstar/piece.h>

#include <optional>
#include <vector>

namespace halfstar {

class KeptReadings;

/// One piece for each of `files`, or none where a file could not be read (then a diagnostic says why).
/// `files` are added to `sources` in their order. What `kept` has is not read again.
std::vector<std::optional<Piece>> read_inputs(const ExportRequest& request, const std::vector<InputFile>& files,
                                              const FileReader& reader, Sources& sources, Diagnostics& diagnostics,
                                              KeptReadings* kept = nullptr);

} // namespace halfstar
