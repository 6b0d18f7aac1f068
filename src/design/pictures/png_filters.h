// Which of PNG's filters fits a row best, by the rule that libpng has for it, many samples at a time.
#pragma once

#include <cstdint>
#include <span>

namespace halfstar {

enum class PngFilter : std::uint8_t { none, sub, up, average, paeth };

/// The first of the filters whose differences add up to least, each taken as a signed byte without its sign (PNG 1.2, 9.6).
/// `before` is the row above and as long; a pixel has `pixel` bytes, and the row at least one pixel.
PngFilter best_png_filter(std::span<const std::uint8_t> row, std::span<const std::uint8_t> before, std::size_t pixel);

} // namespace halfstar
