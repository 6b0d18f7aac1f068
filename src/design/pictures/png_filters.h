// Which of PNG's filters fits a row best, by the rule that libpng has for it, many samples at a time.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <span>

namespace halfstar {

enum class PngFilter : std::uint8_t { none, sub, up, average, paeth };

/// Of the samples to the left, above, and above to the left, the one nearest to left + above - corner.
inline int paeth(int left, int above, int corner) {
    const int by_left = std::abs(above - corner), by_above = std::abs(left - corner);
    const int by_corner = std::abs(left + above - 2 * corner);
    const int of_both = by_above <= by_corner ? above : corner;
    return by_left <= by_above && by_left <= by_corner ? left : of_both;
}

/// The first of the filters whose differences add up to least, each taken as a signed byte without its sign (PNG 1.2, 9.6).
/// `before` is the row above and as long; a pixel has `pixel` bytes, and the row at least one pixel.
PngFilter best_png_filter(std::span<const std::uint8_t> row, std::span<const std::uint8_t> before, std::size_t pixel);

/// Writes the number of the best filter and the row's differences under it to `to`, and returns where they end: a byte more than the row has.
std::uint8_t* write_filtered(std::span<const std::uint8_t> row, std::span<const std::uint8_t> before, std::size_t pixel, std::uint8_t* to);

} // namespace halfstar
