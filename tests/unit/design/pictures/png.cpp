#include "design/pictures/pictures.h"
#include "unit/design/pictures/made.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace std::string_literals;

namespace {

constexpr Paint white{255, 255, 255, 0};

/// The samples as hexadecimal words a pixel, rows parted by '/'.
std::string shown(std::string_view bytes, Paint ground = white) {
    const auto pixels = decode_picture(bytes, ground);
    if (!pixels) return "error: " + pixels.error().message;
    static const char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < pixels->samples.size(); ++i) {
        const std::size_t channels = static_cast<std::size_t>(pixels->channels);
        if (i > 0 && i % (channels * pixels->width) == 0)
            text += '/';
        else if (i > 0 && i % channels == 0)
            text += ' ';
        text += digits[pixels->samples[i] >> 4];
        text += digits[pixels->samples[i] & 15];
    }
    return text;
}

} // namespace

TEST_CASE("a gray PNG stays gray") {
    const std::string png = made::png(2, 2, 8, 0, made::rows("\x00\x40\x80\xff"s, 2));
    CHECK(shown(png) == "00 40/80 ff");
    const auto picture = inspect_picture(png);
    REQUIRE(bool(picture));
    CHECK(picture->format == PictureFormat::png);
    CHECK(picture->width == 2);
    CHECK(picture->gray);
    CHECK_FALSE(picture->alpha);
    CHECK(picture->orientation == 1);
}

TEST_CASE("every kind of PNG is decoded to 8 bits") {
    CHECK(shown(made::png(1, 1, 8, 2, "\0\x10\x20\x30"s)) == "102030");
    CHECK(shown(made::png(1, 1, 16, 2, "\0\x10\x10\x20\x20\xff\xff"s)) == "1020ff");
    CHECK(shown(made::png(2, 1, 16, 0, "\0\x80\x80\x00\x00"s)) == "80 00");
    CHECK(shown(made::png(8, 1, 1, 0, "\0\xa0"s)) == "ff 00 ff 00 00 00 00 00");
    CHECK(shown(made::png(4, 1, 2, 0, "\0\x1b"s)) == "00 55 aa ff");
    const std::string palette = made::chunk("PLTE", "\x00\x00\x00\xd8\x39\x1f"s);
    CHECK(shown(made::png(2, 1, 8, 3, "\0\1\0"s, palette)) == "d8391f 000000");
    CHECK(shown(made::png(2, 1, 4, 3, "\0\x10"s, palette)) == "d8391f 000000");
}

TEST_CASE("alpha is composed on the ground, whichever way the PNG states it") {
    CHECK(shown(made::png(2, 1, 8, 6, "\0\xff\0\0\x80\0\0\0\0"s)) == "ff7f7f ffffff");
    CHECK(shown(made::png(2, 1, 8, 6, "\0\xff\0\0\x80\0\0\0\0"s), {0, 0, 0, 0}) == "800000 000000");
    CHECK(shown(made::png(1, 1, 8, 4, "\0\x00\x00"s)) == "ff");
    CHECK(shown(made::png(1, 1, 8, 4, "\0\x00\x00"s), {216, 57, 31, 0}) == "d8391f"); // no longer gray
    CHECK(shown(made::png(2, 1, 8, 2, "\0\x01\x02\x03\x04\x05\x06"s, made::chunk("tRNS", "\0\1\0\2\0\3"s))) ==
          "ffffff 040506");
    const std::string palette = made::chunk("PLTE", "\x00\x00\x00\xd8\x39\x1f"s) + made::chunk("tRNS", "\0"s);
    CHECK(shown(made::png(2, 1, 8, 3, "\0\0\1"s, palette)) == "ffffff d8391f");
}

TEST_CASE("alpha is told when a pixel has it") {
    CHECK(inspect_picture(made::png(1, 1, 8, 6, "\0\1\2\3\x80"s))->alpha);
    CHECK_FALSE(inspect_picture(made::png(1, 1, 8, 6, "\0\1\2\3\xff"s))->alpha);
}

TEST_CASE("a palette of grays is gray") {
    const std::string grays = made::chunk("PLTE", "\x00\x00\x00\x90\x90\x90"s);
    CHECK(shown(made::png(2, 1, 8, 3, "\0\1\0"s, grays)) == "90 00");
}

TEST_CASE("an interlaced PNG is the same picture") {
    // 3 x 3: pass 1 has (0,0); 4 has (2,0); 5 has (0,2) (2,2); 6 has (1,0) (1,2); 7 has row 1.
    const std::string passes = "\0\x11"s + "\0\x13"s + "\0\x31\x33"s + "\0\x12"s + "\0\x32"s + "\0\x21\x22\x23"s;
    const std::string png = made::png(3, 3, 8, 0, passes, "", 1);
    CHECK(shown(png) == "11 12 13/21 22 23/31 32 33");
    CHECK(bool(inspect_picture(png)));
}

TEST_CASE("the orientation turns pixels and sizes, in either byte order") {
    const std::string rows = made::rows("\x11\x12\x13\x21\x22\x23"s, 3);
    const char* const expected[] = {"11 12 13/21 22 23", "13 12 11/23 22 21", "23 22 21/13 12 11", "21 22 23/11 12 13",
                                    "11 21/12 22/13 23", "21 11/22 12/23 13", "23 13/22 12/21 11", "13 23/12 22/11 21"};
    for (std::uint32_t orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        for (const bool big_endian : {true, false}) {
            const std::string exif = made::chunk("eXIf", made::exif(orientation, big_endian));
            const std::string png = made::png(3, 2, 8, 0, rows, exif);
            CHECK(shown(png) == expected[orientation - 1]);
            const auto picture = inspect_picture(png);
            REQUIRE(bool(picture));
            CHECK(picture->orientation == orientation);
            CHECK(picture->width == (orientation >= 5 ? 2 : 3));
        }
    }
}

TEST_CASE("an orientation that is none is the first") {
    for (const std::uint32_t orientation : {0u, 9u, 65535u}) {
        const std::string exif = made::chunk("eXIf", made::exif(orientation, true));
        CHECK(inspect_picture(made::png(1, 1, 8, 0, "\0\1"s, exif))->orientation == 1);
    }
    const std::string broken = made::chunk("eXIf", "MM\0*\xff\xff\xff\xff"s);
    CHECK(inspect_picture(made::png(1, 1, 8, 0, "\0\1"s, broken))->orientation == 1);
}

TEST_CASE("a PNG in linear light is brought to sRGB") {
    const std::string gamma = made::chunk("gAMA", made::big(100000));
    CHECK(shown(made::png(1, 1, 8, 0, "\0\x37"s, gamma)) == "7f");
}

TEST_CASE("no cut or flipped PNG crashes, and none that is cut passes for whole") {
    std::string samples;
    for (int i = 0; i < 16 * 12 * 3; ++i) samples += static_cast<char>(i * 7);
    const std::string png = made::png(16, 12, 8, 2, made::rows(samples, 48));
    REQUIRE(bool(inspect_picture(png)));
    for (std::size_t cut = 0; cut < png.size(); ++cut) CHECK_FALSE(bool(inspect_picture(png.substr(0, cut))));
    for (std::size_t at = 0; at < png.size(); ++at)
        for (const unsigned flip : {0x01u, 0x80u, 0xffu}) {
            std::string damaged = png;
            damaged[at] = static_cast<char>(static_cast<std::uint8_t>(damaged[at]) ^ flip);
            CHECK_FALSE(bool(inspect_picture(damaged))); // each chunk has its sum
            (void)decode_picture(damaged, white);
        }
}

TEST_CASE("data that is right by its sums but too short or too long for the picture never crashes") {
    for (const int interlace : {0, 1})
        for (std::size_t size = 0; size < 120; size += 3) {
            const std::string rows(size, '\0');
            const std::string png = made::png(5, 5, 8, 2, rows, "", interlace);
            (void)decode_picture(png, white);
            if (size < 80) CHECK_FALSE(bool(inspect_picture(png)));
        }
    for (const int filter : {1, 2, 3, 4, 5, 255})
        (void)decode_picture(made::png(1, 1, 8, 0, std::string{static_cast<char>(filter), 1}), white);
}

TEST_CASE("a picture above the pixel limit is refused before its pixels are") {
    const auto large = inspect_picture(made::png(100000, 100000, 8, 0, ""));
    REQUIRE_FALSE(bool(large));
    CHECK(large.error().message == "more than 64 million pixels");
    CHECK_FALSE(bool(decode_picture(made::png(8001, 8000, 8, 0, ""), white)));
}
