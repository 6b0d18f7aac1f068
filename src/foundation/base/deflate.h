// Compression of what stands in memory as a whole. The same bytes give the same, on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar {

// At libdeflate's level 6: smaller than zlib's ninth, in half the time.

/// RFC 1951, as archives have it.
std::string raw_deflated(std::string_view bytes);
/// RFC 1950, as PDF's /FlateDecode has it.
std::string zlib_deflated(std::string_view bytes);

/// CRC-32 as of ZIP.
std::uint32_t crc32(std::string_view bytes);

} // namespace halfstar
