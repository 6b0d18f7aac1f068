// A ZIP archive as EPUB wants it, written straight into an output: entries in the order given, times in
// UTC, no extra fields, and each entry's bytes fetched when it is its turn and let go after it.
#pragma once

#include <halfstar/base.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace halfstar::epub {

enum class Packing : std::uint8_t { stored, deflated };

struct Entry {
    std::string path;
    Packing packing = Packing::deflated;
    std::function<Result<std::string>()> bytes; ///< called once
};

/// Writes the archive from the output's start. `timestamp` is every entry's, in seconds since 1970 UTC;
/// ZIP knows the years 1980 to 2107, and the nearest is taken.
Result<void> write_archive(OutputFile& file, const std::vector<Entry>& entries, std::int64_t timestamp);

} // namespace halfstar::epub
