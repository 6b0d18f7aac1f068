#include "design/pictures/halftone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halfstar {
namespace {

constexpr std::int64_t cell = 1 << 16; ///< the pitch of the grid, in the units of its coordinates

/// The sample at the middle of a pixel of the result, between the four about it.
class Stretched {
public:
    Stretched(const Pixels& gray, std::uint32_t width, std::uint32_t height) : gray_(gray), width_(width), height_(height) {}

    std::int64_t at(std::uint32_t x, std::uint32_t y) const {
        const Between across = between(x, width_, gray_.width), down = between(y, height_, gray_.height);
        const std::int64_t upper = mixed(down.first, across), lower = mixed(std::min(down.first + 1, gray_.height - 1), across);
        return (upper * (256 - down.share) + lower * down.share) / 65536;
    }

private:
    struct Between {
        std::uint32_t first = 0;
        std::int64_t share = 0; ///< of the next one, in 1/256
    };
    static Between between(std::uint32_t at, std::uint32_t count, std::uint32_t source) {
        const std::int64_t place = (2 * std::int64_t{at} + 1) * source * 128 / count - 128;
        const std::int64_t inside = std::clamp<std::int64_t>(place, 0, (std::int64_t{source} - 1) * 256);
        return {static_cast<std::uint32_t>(inside / 256), inside % 256};
    }
    std::int64_t mixed(std::uint32_t row, const Between& across) const {
        const std::uint8_t* samples = gray_.samples.data() + std::size_t{row} * gray_.width;
        const std::uint32_t next = std::min(across.first + 1, gray_.width - 1);
        return samples[across.first] * (256 - across.share) + samples[next] * across.share;
    }

    const Pixels& gray_;
    std::uint32_t width_, height_;
};

/// From 0 at the middle of a cell to `cell` at its corners: how far a place is, both ways together.
std::int64_t distance(std::int64_t u, std::int64_t v) {
    const auto from_middle = [](std::int64_t place) { return std::abs(((place % cell) + cell) % cell - cell / 2); };
    return from_middle(u) + from_middle(v);
}

/// The part of a cell, of 255 * 256, that is nearer than `distance`: dots are squares on their corners that touch
/// when half of the paper is covered, and holes from there on.
std::int64_t covered(std::int64_t distance) {
    constexpr std::int64_t all = 255 * 256;
    const std::int64_t rest = cell - distance;
    return distance <= cell / 2 ? 2 * distance * distance / cell * all / cell : all - 2 * rest * rest / cell * all / cell;
}

void set_dots(const Stretched& gray, const Halftone& halftone, Pixels& result) {
    const double angle = halftone.angle * std::numbers::pi / 180;
    const double step = static_cast<double>(cell) * halftone.lines_per_inch / halftone.pixels_per_inch;
    const auto along = static_cast<std::int64_t>(std::llround(std::cos(angle) * step));
    const auto across = static_cast<std::int64_t>(std::llround(std::sin(angle) * step));
    for (std::uint32_t y = 0; y < result.height; ++y)
        for (std::uint32_t x = 0; x < result.width; ++x) {
            const std::int64_t ink = (255 - gray.at(x, y)) * 256;
            const std::int64_t u = x * along - y * across, v = x * across + y * along;
            if (ink == 255 * 256 || ink > covered(distance(u, v))) result.samples[std::size_t{y} * result.width + x] = 0;
        }
}

/// Floyd and Steinberg 1976, every other row from the right: errors do not drift to one side.
void diffuse(const Stretched& gray, Pixels& result) {
    const std::int64_t width = result.width;
    std::vector<std::int64_t> errors(result.width + 2), below(result.width + 2);
    for (std::uint32_t y = 0; y < result.height; ++y) {
        std::fill(below.begin(), below.end(), 0);
        const std::int64_t step = y % 2 == 0 ? 1 : -1;
        for (std::int64_t i = 0, x = step > 0 ? 0 : width - 1; i < width; ++i, x += step) {
            const auto place = static_cast<std::size_t>(x + 1), ahead = static_cast<std::size_t>(x + 1 + step),
                       behind = static_cast<std::size_t>(x + 1 - step);
            const std::int64_t wanted = gray.at(static_cast<std::uint32_t>(x), y) * 16 + errors[place];
            const bool black = wanted < 128 * 16;
            if (black) result.samples[std::size_t{y} * result.width + static_cast<std::size_t>(x)] = 0;
            const std::int64_t error = wanted - (black ? 0 : 255 * 16);
            errors[ahead] += error * 7 / 16;
            below[behind] += error * 3 / 16;
            below[place] += error * 5 / 16;
            below[ahead] += error / 16;
        }
        errors.swap(below);
    }
}

} // namespace

Pixels halftoned(const Pixels& gray, std::uint32_t width, std::uint32_t height, const Halftone& halftone) {
    const Pixels smaller = scale_down(gray, width, height);
    Pixels result{width, height, 1, std::vector<std::uint8_t>(std::size_t{width} * height, 255)};
    const Stretched stretched(smaller, width, height);
    if (halftone.screening == Halftone::Screening::dots) set_dots(stretched, halftone, result);
    else diffuse(stretched, result);
    return result;
}

} // namespace halfstar
