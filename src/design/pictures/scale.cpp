#include "design/pictures/pictures.h"

#include <algorithm>

namespace halfstar {
namespace {

/// The number of pixels out of `from` when `to` / `of` is the scale, rounded, at least one.
std::uint32_t scaled(std::uint32_t from, std::uint64_t to, std::uint64_t of) {
    return static_cast<std::uint32_t>(std::max<std::uint64_t>(1, (from * to + of / 2) / of));
}

/// How much of source pixel i falls into result pixel j: in units in which a source pixel is `result` wide
/// and a result pixel `source` wide, so every share is a whole number.
std::uint64_t share(std::uint64_t i, std::uint64_t j, std::uint64_t source, std::uint64_t result) {
    const std::uint64_t begin = std::max(i * result, j * source);
    const std::uint64_t end = std::min((i + 1) * result, (j + 1) * source);
    return end > begin ? end - begin : 0;
}

/// Adds a row of the source, `weight` times, to the sums of a row of the result.
void add_row(const Pixels& from, std::uint32_t y, std::uint32_t width, std::uint64_t weight,
             std::vector<std::uint64_t>& sums) {
    const auto channels = static_cast<std::size_t>(from.channels);
    const std::uint8_t* sample = from.samples.data() + std::size_t{y} * from.width * channels;
    for (std::uint64_t i = 0; i < from.width; ++i, sample += channels) {
        const std::uint64_t first = i * width / from.width;
        for (std::uint64_t j = first; j < width && j * from.width < (i + 1) * width; ++j) {
            const std::uint64_t part = share(i, j, from.width, width) * weight;
            for (std::size_t c = 0; c < channels; ++c) sums[j * channels + c] += part * sample[c];
        }
    }
}

} // namespace

/// Every result pixel is the mean of the source's area under it, in whole numbers throughout.
Pixels scale_down(const Pixels& pixels, std::uint32_t width, std::uint32_t height) {
    if ((pixels.width <= width && pixels.height <= height) || width == 0 || height == 0) return pixels;
    const bool by_width = std::uint64_t{width} * pixels.height <= std::uint64_t{height} * pixels.width;
    Pixels result;
    result.channels = pixels.channels;
    result.width = by_width ? width : scaled(pixels.width, height, pixels.height);
    result.height = by_width ? scaled(pixels.height, width, pixels.width) : height;
    const std::size_t stride = std::size_t{result.width} * static_cast<std::size_t>(result.channels);
    result.samples.resize(stride * result.height);
    const std::uint64_t whole = std::uint64_t{pixels.width} * pixels.height;
    std::vector<std::uint64_t> sums(stride);
    for (std::uint64_t j = 0; j < result.height; ++j) {
        std::fill(sums.begin(), sums.end(), 0);
        for (std::uint64_t i = j * pixels.height / result.height; i * result.height < (j + 1) * pixels.height; ++i) {
            const std::uint64_t weight = share(i, j, pixels.height, result.height);
            add_row(pixels, static_cast<std::uint32_t>(i), result.width, weight, sums);
        }
        for (std::size_t k = 0; k < stride; ++k)
            result.samples[j * stride + k] = static_cast<std::uint8_t>((sums[k] + whole / 2) / whole);
    }
    return result;
}

} // namespace halfstar
