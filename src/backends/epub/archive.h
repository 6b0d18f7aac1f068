// A ZIP archive as EPUB wants it, written straight into an output: entries in the order given, times in
// UTC, no extra fields, and each entry's bytes fetched when it is its turn and let go after it.
#pragma once

#include "backends/epub/packing.h"

#include <halfstar/base.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace halfstar::epub {

struct Entry {
    std::string path;
    Packing packing = Packing::deflated;
    std::function<Result<Packed>()> packed; ///< called once, in the entries' order
};

/// Writes the archive from the output's start. `timestamp` is every entry's, in seconds since 1970 UTC;
/// ZIP knows the years 1980 to 2107, and the nearest is taken.
Result<void> write_archive(OutputFile& file, const std::vector<Entry>& entries, std::int64_t timestamp);

} // namespace halfstar::epub
