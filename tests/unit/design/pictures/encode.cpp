#include "design/pictures/pictures.h"
#include "unit/design/pictures/made.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

constexpr Paint white{255, 255, 255, 0};

Pixels made_of(std::uint32_t width, std::uint32_t height, int channels, std::vector<std::uint8_t> samples) {
    return {width, height, channels, std::move(samples)};
}

} // namespace

TEST_CASE("an encoded PNG decodes to the same pixels") {
    for (const int channels : {1, 3}) {
        std::vector<std::uint8_t> samples;
        for (int i = 0; i < 7 * 5 * channels; ++i) samples.push_back(static_cast<std::uint8_t>(i * 37));
        const auto png = encode_png(made_of(7, 5, channels, samples));
        REQUIRE(bool(png));
        const auto again = decode_picture(*png, white);
        REQUIRE(bool(again));
        CHECK(again->channels == channels);
        CHECK(again->samples == samples);
        CHECK(*encode_png(*again) == *png);
    }
}

TEST_CASE("an encoded JPEG is near to its pixels, and smaller when it may be worse") {
    std::vector<std::uint8_t> samples;
    for (int i = 0; i < 64 * 64 * 3; ++i) samples.push_back(static_cast<std::uint8_t>(i / 64 % 256));
    const Pixels pixels = made_of(64, 64, 3, samples);
    const auto good = encode_jpeg(pixels, 95), bad = encode_jpeg(pixels, 10);
    REQUIRE(bool(good));
    REQUIRE(bool(bad));
    CHECK(bad->size() < good->size());
    CHECK(bool(inspect_picture(*good)));
    CHECK(jpeg_facts(*good)->components == 3);
    CHECK(jpeg_facts(*encode_jpeg(made_of(2, 2, 1, {0, 1, 2, 3}), 80))->components == 1);
    CHECK(bool(encode_jpeg(pixels, 1000))); // as good as it gets
}

TEST_CASE("pixels that are none are not encoded") {
    CHECK_FALSE(bool(encode_png({})));
    CHECK_FALSE(bool(encode_png(made_of(2, 2, 3, {1, 2, 3}))));
    CHECK_FALSE(bool(encode_jpeg(made_of(1, 1, 2, {1, 2}), 80)));
    CHECK_FALSE(bool(encode_jpeg({}, 80)));
}

TEST_CASE("scaling down takes the mean of the area") {
    const Pixels half = scale_down(made_of(4, 2, 1, {0, 100, 10, 20, 100, 200, 30, 40}), 2, 1);
    CHECK(half.width == 2);
    CHECK(half.height == 1);
    CHECK(half.samples == std::vector<std::uint8_t>{100, 25});
    const Pixels third = scale_down(made_of(3, 1, 1, {0, 90, 255}), 2, 1);
    CHECK(third.samples == std::vector<std::uint8_t>{30, 200}); // (2 * 0 + 90) / 3 and (90 + 2 * 255) / 3
}

TEST_CASE("scaling keeps the proportions and the channels, and stays within both limits") {
    const Pixels wide = scale_down(made_of(100, 10, 3, std::vector<std::uint8_t>(3000, 77)), 50, 50);
    CHECK(wide.width == 50);
    CHECK(wide.height == 5);
    CHECK(wide.samples == std::vector<std::uint8_t>(750, 77));
    const Pixels thin = scale_down(made_of(1000, 1, 1, std::vector<std::uint8_t>(1000, 9)), 10, 10);
    CHECK(thin.height == 1);
    const Pixels high = scale_down(made_of(10, 100, 1, std::vector<std::uint8_t>(1000, 9)), 50, 50);
    CHECK(high.width == 5);
    CHECK(high.height == 50);
}

TEST_CASE("nothing is scaled up") {
    const Pixels small = made_of(2, 1, 1, {5, 6});
    CHECK(scale_down(small, 10, 10).samples == small.samples);
    CHECK(scale_down(small, 2, 1).width == 2);
}
