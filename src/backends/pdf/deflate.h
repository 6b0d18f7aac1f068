// Compression of streams (zlib, RFC 1950), and the row filters that make pictures small.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace halfstar::pdf {

/// Bytes for a stream of /FlateDecode.
std::string deflate(std::string_view bytes);

/// Rows of `row_bytes`, each behind the PNG filter (RFC 2083, 6) that leaves the least to say, deflated.
/// `pixel_bytes` is the distance to the sample on the left: 1 gray, 3 RGB.
std::string deflate_rows(std::span<const std::uint8_t> samples, std::size_t row_bytes, std::size_t pixel_bytes);

} // namespace halfstar::pdf
