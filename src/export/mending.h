// Repairs carried from the text that was read to the bytes of the file, which keep their encoding, their line ends and
// everything that is not repaired.
#pragma once

#include "export/inputs.h"
#include "lint/lint.h"

#include <halfstar/base.h>
#include <halfstar/export.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace halfstar {

/// The file's bytes with `repairs`, which count in the text read from them; none when nothing can be written: UTF-16
/// and UTF-32 are not, and a file of Windows-1252 takes only what that code page has.
std::optional<std::string> mended_bytes(std::string_view bytes, std::span<const lint::Repair> repairs);

/// Whether both are read as the same piece, but for the number of spaces between words.
bool read_alike(std::string_view before, std::string_view after, const InputFile& file, const ReadOptions& options,
                const FileReader& reader);

} // namespace halfstar
