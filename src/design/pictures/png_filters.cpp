#include "design/pictures/png_filters.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace halfstar {
namespace {

using Byte = std::uint8_t;

/// What a difference counts: its size as a signed byte.
std::uint32_t weight(int difference) {
    const auto byte = static_cast<Byte>(difference);
    return std::min<Byte>(byte, static_cast<Byte>(-difference));
}

/// The weights of a row under one filter; `predict(left, above, corner)` says what it takes from a sample. Nothing stands
/// to the left of the first pixel.
template <class Predict>
std::uint32_t weights(std::span<const Byte> row, std::span<const Byte> before, std::size_t pixel, const Predict& predict) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < pixel; ++i) sum += weight(row[i] - predict(0, before[i], 0));
    const Byte* const here = row.data() + pixel;
    const Byte* const left = row.data();
    const Byte* const above = before.data() + pixel;
    const Byte* const corner = before.data();
    const std::size_t rest = row.size() - pixel;
    for (std::size_t i = 0; i < rest; ++i) sum += weight(here[i] - predict(left[i], above[i], corner[i]));
    return sum;
}

} // namespace

PngFilter best_png_filter(std::span<const Byte> row, std::span<const Byte> before, std::size_t pixel) {
    // Most rows of a drawn page repeat the one above, and then no filter is better than the difference to it.
    if (std::equal(row.begin(), row.end(), before.begin()))
        return std::all_of(row.begin(), row.end(), [](Byte one) { return one == 0; }) ? PngFilter::none : PngFilter::up;
    const std::array<std::uint32_t, 5> sums = {
        weights(row, before, pixel, [](int, int, int) { return 0; }),
        weights(row, before, pixel, [](int left, int, int) { return left; }),
        weights(row, before, pixel, [](int, int above, int) { return above; }),
        weights(row, before, pixel, [](int left, int above, int) { return (left + above) / 2; }),
        weights(row, before, pixel, [](int left, int above, int corner) { return paeth(left, above, corner); }),
    };
    return static_cast<PngFilter>(std::min_element(sums.begin(), sums.end()) - sums.begin());
}

} // namespace halfstar
