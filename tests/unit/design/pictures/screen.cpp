#include "design/pictures/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

using namespace halfstar;

namespace {

const Length pitch = Length::points(4);
const Size size{Length::points(72), Length::points(36)};

/// From white at the left to black at the right.
Pixels ramp() {
    Pixels pixels{100, 50, 1, {}};
    for (int y = 0; y < 50; ++y)
        for (int x = 0; x < 100; ++x) pixels.samples.push_back(static_cast<std::uint8_t>(255 - x * 255 / 99));
    return pixels;
}

/// Black pixels of a hundred in columns [from, to) of ten.
int ink_in(const Pixels& pixels, std::uint32_t from, std::uint32_t to) {
    int black = 0, all = 0;
    for (std::uint32_t y = 0; y < pixels.height; ++y)
        for (std::uint32_t x = pixels.width * from / 10; x < pixels.width * to / 10; ++x, ++all)
            black += pixels.samples[std::size_t{y} * pixels.width + x] == 0;
    return black * 100 / std::max(all, 1);
}

class OnePicture : public Resources {
public:
    explicit OnePicture(std::string bytes) : bytes_(std::move(bytes)) {}
    Result<std::string> bytes(const Picture&) const override { return bytes_; }

private:
    std::string bytes_;
};

} // namespace

TEST_CASE("a screened picture is pure black and white at 600 dots an inch") {
    const Pixels dots = screen_pixels(ramp(), pitch, size);
    CHECK(dots.width == 600);
    CHECK(dots.height == 300);
    CHECK(dots.channels == 1);
    CHECK(dots.samples.size() == 600 * 300);
    CHECK(std::all_of(dots.samples.begin(), dots.samples.end(), [](std::uint8_t s) { return s == 0 || s == 255; }));
}

TEST_CASE("dots grow with the dark, from paper to solid ink") {
    const Pixels dots = screen_pixels(ramp(), pitch, size);
    CHECK(ink_in(dots, 0, 1) <= 2);
    for (std::uint32_t tenth = 1; tenth < 9; ++tenth) CHECK(ink_in(dots, tenth, tenth + 1) > ink_in(dots, tenth - 1, tenth));
    CHECK(ink_in(dots, 9, 10) >= 95);
}

TEST_CASE("a flat picture's contrast is raised") {
    Pixels flat = ramp();
    for (std::uint8_t& sample : flat.samples) sample = static_cast<std::uint8_t>(100 + sample / 8);
    const Pixels dots = screen_pixels(flat, pitch, size);
    CHECK(ink_in(dots, 0, 1) <= 5);
    CHECK(ink_in(dots, 9, 10) >= 90);
}

TEST_CASE("one colour alone is no reason to fail") {
    Pixels gray{3, 3, 3, std::vector<std::uint8_t>(27, 128)};
    const Pixels dots = screen_pixels(gray, pitch, size);
    CHECK(dots.samples.size() == 600 * 300);
}

TEST_CASE("the facts of a screened picture are those of its bytes, and it is another picture") {
    const std::string png = *encode_png(ramp());
    const Picture plain = *inspect_picture(png);
    const ScreenedPicture screened = halfstar::screened(plain, pitch, size);
    CHECK(screened.picture.digest != plain.digest);
    CHECK(screened.picture.digest != halfstar::screened(plain, pitch * 2, size).picture.digest);
    const OnePicture resources(png);
    const std::vector<ScreenedPicture> all{screened};
    const ScreenedResources screening(resources, all);
    const Result<std::string> bytes = screening.bytes(screened.picture);
    REQUIRE(bytes);
    const Picture made = *inspect_picture(*bytes);
    CHECK(made.format == screened.picture.format);
    CHECK(made.width == screened.picture.width);
    CHECK(made.height == screened.picture.height);
    CHECK(made.gray);
    CHECK(*screening.bytes(plain) == png);
}
