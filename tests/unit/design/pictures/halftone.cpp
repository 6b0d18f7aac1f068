#include "design/pictures/halftone.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace halfstar;

namespace {

Pixels even(std::uint8_t sample) { return {4, 4, 1, std::vector<std::uint8_t>(16, sample)}; }

/// The part of pixels that are black, in percent; fails when one is neither black nor white.
double black(const Pixels& pixels) {
    std::size_t count = 0;
    for (const std::uint8_t sample : pixels.samples) {
        REQUIRE((sample == 0 || sample == 255));
        count += sample == 0 ? 1u : 0u;
    }
    return 100.0 * static_cast<double>(count) / static_cast<double>(pixels.samples.size());
}

const Halftone dots{Halftone::Screening::dots, 60, 45, 600};
const Halftone diffusion{Halftone::Screening::diffusion, 60, 45, 600};

} // namespace

TEST_CASE("as much of the paper is black as the gray is dark") {
    for (const Halftone& halftone : {dots, diffusion})
        for (const int sample : {0, 10, 64, 128, 200, 250, 255}) {
            CAPTURE(sample);
            const double wanted = (255 - sample) / 2.55;
            CHECK(black(halftoned(even(static_cast<std::uint8_t>(sample)), 300, 300, halftone)) == doctest::Approx(wanted).epsilon(0.02).scale(50));
        }
}

TEST_CASE("a picture keeps its light and dark parts where they are") {
    const Pixels steps{2, 1, 1, {30, 220}};
    for (const Halftone& halftone : {dots, diffusion}) {
        const Pixels result = halftoned(steps, 200, 100, halftone);
        CHECK(result.width == 200);
        CHECK(result.height == 100);
        std::size_t left = 0, right = 0;
        for (std::size_t y = 0; y < 100; ++y)
            for (std::size_t x = 0; x < 50; ++x) {
                left += result.samples[y * 200 + x] == 0 ? 1u : 0u;
                right += result.samples[y * 200 + 150 + x] == 0 ? 1u : 0u;
            }
        CHECK(left > 4200);
        CHECK(right < 800);
    }
}

TEST_CASE("lines an inch and angle are those that were asked for") {
    const auto turns = [](const Pixels& pixels, std::size_t row) { // from white to black along a row
        std::size_t count = 0;
        for (std::size_t x = 1; x < pixels.width; ++x)
            count += pixels.samples[row * pixels.width + x - 1] == 255 && pixels.samples[row * pixels.width + x] == 0 ? 1u : 0u;
        return count;
    };
    const Pixels upright = halftoned(even(200), 600, 60, {Halftone::Screening::dots, 50, 0, 600});
    std::size_t most = 0;
    for (std::size_t row = 0; row < 60; ++row) most = std::max(most, turns(upright, row));
    CHECK(most >= 49);
    CHECK(most <= 51);
    CHECK(upright.samples != halftoned(even(200), 600, 60, {Halftone::Screening::dots, 50, 45, 600}).samples);
}
