#include "design/pictures/pictures.h"

#include <algorithm>
#include <cstddef>
#include <optional>

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

/// Rows of a source, added up to as many columns as the result has.
class NarrowRows {
public:
    NarrowRows(const Pixels& from, std::uint32_t width) : from_(from), sums_(std::size_t{width} * channels()) {
        for (std::uint64_t i = 0; i < from.width; ++i) {
            const std::uint64_t j = i * width / from.width;
            const auto here = static_cast<std::uint32_t>(share(i, j, from.width, width));
            columns_.push_back({static_cast<std::uint32_t>(j), here, width - here});
        }
    }

    /// Row `y`: of each result pixel the sum of its samples times their shares, which are `from.width` together. No more than a row is remembered.
    const std::vector<std::uint64_t>& row(std::uint32_t y) {
        if (y_ != y) {
            y_ = y;
            if (channels() == 1) add<1>(y);
            else if (channels() == 3) add<3>(y);
            else add<4>(y);
        }
        return sums_;
    }

private:
    /// Where a source pixel goes, and how much of it; the rest goes into the pixel on the right.
    struct Column {
        std::uint32_t first, here, right;
    };
    std::size_t channels() const { return static_cast<std::size_t>(from_.channels); }

    template <std::size_t channels> void add(std::uint32_t y) {
        std::fill(sums_.begin(), sums_.end(), 0);
        const std::uint8_t* sample = from_.samples.data() + std::size_t{y} * from_.width * channels;
        for (const Column& column : columns_) {
            std::uint64_t* const to = sums_.data() + column.first * channels;
            for (std::size_t c = 0; c < channels; ++c) to[c] += std::uint64_t{column.here} * sample[c];
            if (column.right > 0)
                for (std::size_t c = 0; c < channels; ++c) to[channels + c] += std::uint64_t{column.right} * sample[c];
            sample += channels;
        }
    }

    const Pixels& from_;
    std::vector<Column> columns_;
    std::vector<std::uint64_t> sums_;
    std::optional<std::uint32_t> y_;
};

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
    NarrowRows rows(pixels, result.width);
    std::vector<std::uint64_t> sums(stride);
    for (std::uint64_t j = 0; j < result.height; ++j) {
        std::fill(sums.begin(), sums.end(), 0);
        for (std::uint64_t i = j * pixels.height / result.height; i * result.height < (j + 1) * pixels.height; ++i) {
            const std::uint64_t weight = share(i, j, pixels.height, result.height);
            const std::vector<std::uint64_t>& row = rows.row(static_cast<std::uint32_t>(i));
            for (std::size_t k = 0; k < stride; ++k) sums[k] += weight * row[k];
        }
        for (std::size_t k = 0; k < stride; ++k)
            result.samples[j * stride + k] = static_cast<std::uint8_t>((sums[k] + whole / 2) / whole);
    }
    return result;
}

} // namespace halfstar
