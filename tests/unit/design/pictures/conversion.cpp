#include "design/pictures/conversion.h"
#include "foundation/base/files.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("grays stay what they are, and colours become as light as they look") {
    const Result<Conversion> gray = Conversion::to_gray();
    REQUIRE(gray);
    CHECK(gray->channels() == 1);
    for (const int level : {0, 1, 60, 128, 254, 255}) {
        const auto sample = static_cast<std::uint8_t>(level);
        CHECK(std::abs(gray->colour({sample, sample, sample, 0})[0] - level) <= 1);
    }
    CHECK(gray->colour({0, 255, 0, 0})[0] > gray->colour({255, 0, 0, 0})[0]);
    CHECK(gray->colour({255, 0, 0, 0})[0] > gray->colour({0, 0, 255, 0})[0]);
    const Result<Pixels> pixels = gray->pixels({2, 1, 3, {255, 255, 255, 0, 0, 0}}, "");
    REQUIRE(pixels);
    CHECK(pixels->channels == 1);
    CHECK(pixels->samples == std::vector<std::uint8_t>{255, 0});
}

TEST_CASE("what is no profile of four inks says so") {
    CHECK_FALSE(Conversion::to_cmyk(""));
    CHECK_FALSE(Conversion::to_cmyk("not a profile"));
}

TEST_CASE("a profile in a JPEG is put together from its segments, in a WebP it is a chunk") {
    using namespace std::string_literals;
    const std::string jpeg = "\xFF\xD8\xFF\xE2\x00\x13"s + "ICC_PROFILE\0\x02\x02"s + "def" + "\xFF\xE2\x00\x13"s + "ICC_PROFILE\0\x01\x02"s +
                             "abc" + "\xFF\xDA\x00\x02"s;
    CHECK(embedded_profile(jpeg) == "abcdef");
    const std::string webp = "RIFF\0\0\0\0WEBPVP8X\x02\0\0\0xxICCP\x03\0\0\0abc\0"s;
    CHECK(embedded_profile(webp) == "abc");
    CHECK(embedded_profile("GIF89a").empty());
    CHECK(embedded_profile(*encode_png({1, 1, 1, {7}})).empty());
    CHECK(embedded_profile(jpeg.substr(0, 9)).empty());
}
