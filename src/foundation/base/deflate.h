// Compression of what stands in memory as a whole. The same bytes give the same, on any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace halfstar {

// At libdeflate's level 6: smaller than zlib's ninth, in half the time.

/// RFC 1951, as archives have it.
std::string raw_deflated(std::string_view bytes);
/// RFC 1950, as PDF's /FlateDecode has it.
std::string zlib_deflated(std::string_view bytes);

/// Fills `to` with what RFC 1950's bytes hold; whether they were sound, checksum and all, and held just as much.
bool inflate_zlib(std::string_view deflated, std::span<std::uint8_t> to);

/// CRC-32 as of ZIP.
std::uint32_t crc32(std::string_view bytes);

} // namespace halfstar
