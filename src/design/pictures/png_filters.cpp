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

/// Calls `take(i, difference)` for each sample of a row under one filter; `predict(left, above, corner)` says what the filter takes
/// from it. Nothing stands to the left of the first pixel.
template <class Predict, class Take>
void each_difference(std::span<const Byte> row, std::span<const Byte> before, std::size_t pixel, const Predict& predict, const Take& take) {
    for (std::size_t i = 0; i < pixel; ++i) take(i, row[i] - predict(0, before[i], 0));
    const Byte* const here = row.data() + pixel;
    const Byte* const left = row.data();
    const Byte* const above = before.data() + pixel;
    const Byte* const corner = before.data();
    const std::size_t rest = row.size() - pixel;
    for (std::size_t i = 0; i < rest; ++i) take(pixel + i, here[i] - predict(left[i], above[i], corner[i]));
}

constexpr auto by_none = [](int, int, int) { return 0; };
constexpr auto by_left = [](int left, int, int) { return left; };
constexpr auto by_above = [](int, int above, int) { return above; };
constexpr auto by_mean = [](int left, int above, int) { return (left + above) / 2; };
constexpr auto by_nearest = [](int left, int above, int corner) { return paeth(left, above, corner); };

} // namespace

PngFilter best_png_filter(std::span<const Byte> row, std::span<const Byte> before, std::size_t pixel) {
    // Most rows of a drawn page repeat the one above, and then no filter is better than the difference to it.
    if (std::equal(row.begin(), row.end(), before.begin()))
        return std::all_of(row.begin(), row.end(), [](Byte one) { return one == 0; }) ? PngFilter::none : PngFilter::up;
    const auto weights = [&](const auto& predict) {
        std::uint32_t sum = 0;
        each_difference(row, before, pixel, predict, [&](std::size_t, int difference) { sum += weight(difference); });
        return sum;
    };
    const std::array<std::uint32_t, 5> sums = {weights(by_none), weights(by_left), weights(by_above), weights(by_mean), weights(by_nearest)};
    return static_cast<PngFilter>(std::min_element(sums.begin(), sums.end()) - sums.begin());
}

Byte* write_filtered(std::span<const Byte> row, std::span<const Byte> before, std::size_t pixel, Byte* to) {
    const PngFilter filter = best_png_filter(row, before, pixel);
    *to++ = static_cast<Byte>(filter);
    const auto write = [&](const auto& predict) {
        each_difference(row, before, pixel, predict, [to](std::size_t i, int difference) { to[i] = static_cast<Byte>(difference); });
        return to + row.size();
    };
    switch (filter) {
    case PngFilter::none: break;
    case PngFilter::sub: return write(by_left);
    case PngFilter::up: return write(by_above);
    case PngFilter::average: return write(by_mean);
    case PngFilter::paeth: return write(by_nearest);
    }
    return write(by_none);
}

} // namespace halfstar
