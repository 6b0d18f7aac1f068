// Rows of a picture, deflated behind the filters that make them small.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace halfstar::pdf {

/// Rows of `row_bytes`, each behind the PNG filter (RFC 2083, 6) that leaves the least to say, deflated for a stream of
/// /FlateDecode. `pixel_bytes` is the distance to the sample on the left: 1 gray, 3 RGB.
std::string deflated_rows(std::span<const std::uint8_t> samples, std::size_t row_bytes, std::size_t pixel_bytes);

} // namespace halfstar::pdf
