#include "backends/pdf/turn.h"

#include "design/pictures/pictures.h"
#include "unit/design/pictures/made.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;
using namespace std::string_literals;

namespace {

constexpr Paint white{255, 255, 255, 0};
constexpr int stored_width = 3, stored_height = 2;

/// Six grays, no two alike, that are to be stood upright as `orientation` says.
std::string png(std::uint8_t orientation) {
    const std::string exif = "MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + static_cast<char>(orientation) + "\0\0\0\0\0\0"s;
    return made::png(stored_width, stored_height, 8, 0, made::rows("\x10\x20\x30\x40\x50\x60"s, stored_width), made::chunk("eXIf", exif));
}

/// Twice the place of a stored pixel's middle where `turn` brings it, in pixels of an upright picture of that size from its lower left corner.
pdf::Turn::Step brought(const pdf::Turn& turn, int x, int y, int width, int height) {
    // As parts of the stored picture, each in `all`.
    const int all = 2 * stored_width * stored_height, right = (2 * x + 1) * stored_height, up = (2 * (stored_height - y) - 1) * stored_width;
    return {2 * (turn.corner.across * all + turn.right.across * right + turn.up.across * up) * width / all,
            2 * (turn.corner.up * all + turn.right.up * right + turn.up.up * up) * height / all};
}

} // namespace

TEST_CASE("a picture is turned as its pixels are where it is decoded upright") {
    for (std::uint8_t orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(int{orientation});
        const auto stored = decode_picture(png(orientation), white, Stance::as_stored), upright = decode_picture(png(orientation), white);
        REQUIRE(stored);
        REQUIRE(upright);
        REQUIRE(stored->width == stored_width);
        REQUIRE(upright->width == (orientation >= 5 ? stored_height : stored_width));
        const int width = static_cast<int>(upright->width), height = static_cast<int>(upright->height);
        for (int y = 0; y < stored_height; ++y)
            for (int x = 0; x < stored_width; ++x) {
                const pdf::Turn::Step to = brought(pdf::turn_upright(orientation), x, y, width, height);
                const int column = to.across / 2, row = height - 1 - to.up / 2;
                CHECK(upright->samples[static_cast<std::size_t>(row * width + column)] == stored->samples[static_cast<std::size_t>(y * stored_width + x)]);
            }
    }
}
