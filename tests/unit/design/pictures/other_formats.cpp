#include "design/pictures/pictures.h"
#include "unit/design/pictures/made.h"

#include <doctest/doctest.h>
#include <webp/encode.h>

using namespace halfstar;
using namespace std::string_literals;

namespace {

constexpr Paint white{255, 255, 255, 0};

/// Digits for the four colours of made::gif on white; '?' is any other.
std::string shown(std::string_view bytes) {
    const auto pixels = decode_picture(bytes, white);
    if (!pixels) return "error: " + pixels.error().message;
    std::string text;
    for (std::size_t i = 0; i < pixels->samples.size(); i += 3) {
        if (i > 0 && i % (std::size_t{3} * pixels->width) == 0) text += '/';
        const std::string colour(pixels->samples.begin() + static_cast<std::ptrdiff_t>(i),
                                 pixels->samples.begin() + static_cast<std::ptrdiff_t>(i + 3));
        text += colour == "\0\0\0"s ? '0' : colour == "\xff\0\0"s ? '1' : colour == "\0\xff\0"s ? '2'
                : colour == "\xff\xff\xff"s ? '3' : '?';
    }
    return text;
}

std::string webp(const std::vector<std::uint8_t>& rgba, int width, int height) {
    std::uint8_t* bytes = nullptr;
    const std::size_t size = WebPEncodeLosslessRGBA(rgba.data(), width, height, width * 4, &bytes);
    std::string file(reinterpret_cast<const char*>(bytes), size);
    WebPFree(bytes);
    return file;
}

} // namespace

TEST_CASE("a GIF's first picture is decoded") {
    const std::string gif = made::gif(3, 2, {0, 0, 3, 2, false}, "012321");
    CHECK(shown(gif) == "012/321");
    const auto picture = inspect_picture(gif);
    REQUIRE(bool(picture));
    CHECK(picture->format == PictureFormat::gif);
    CHECK_FALSE(picture->alpha);
    CHECK_FALSE(picture->gray);
}

TEST_CASE("GIF's compressed strings are followed, the one not yet known too") {
    // Code size 2: 1, then 6 (the string that it completes, 1 1), then 7 with wider codes after it.
    const std::string head = "GIF89a" + made::little(6, 2) + made::little(1, 2) + "\x81\0\0"s +
                             "\0\0\0\xff\0\0\0\xff\0\xff\xff\xff"s + "\x2c" + made::little(0, 4) + made::little(6, 2) +
                             made::little(1, 2) + "\0"s;
    CHECK(shown(head + made::gif_data({4, 1, 6, 7}, 3, 2)) == "111111");
    CHECK(shown(head + made::gif_data({4, 1, 7, 5}, 3, 2)) == "error: the compressed data is damaged");
    CHECK(shown(head + made::gif_data({4, 6, 1, 5}, 3, 2)) == "error: the compressed data is damaged");
    CHECK(shown(head + made::gif_data({4, 1, 5}, 3, 2)) == "error: the file is cut short");
}

TEST_CASE("an interlaced GIF is the same picture") {
    // Nine rows come as 0 8, 4, 2 6, 1 3 5 7.
    CHECK(shown(made::gif(1, 9, {0, 0, 1, 9, true}, "000111222")) == "0/1/1/2/0/2/1/2/0");
}

TEST_CASE("a frame smaller than the canvas leaves the rest to the ground, and never leaves the canvas") {
    const std::string small = made::gif(3, 3, {1, 1, 1, 1, false}, "1");
    CHECK(shown(small) == "333/313/333");
    CHECK(inspect_picture(small)->alpha);
    CHECK(shown(made::gif(2, 2, {1, 1, 3, 3, false}, "122222222")) == "33/31");
    CHECK(shown(made::gif(1, 1, {5, 5, 1, 1, false}, "1")) == "3");
}

TEST_CASE("a GIF's transparent colour lets the ground through") {
    const std::string gif = made::gif(2, 1, {0, 0, 2, 1, false}, "01", 0);
    CHECK(shown(gif) == "31");
    CHECK(inspect_picture(gif)->alpha);
}

TEST_CASE("no cut or flipped GIF crashes, and one without all its pixels is an error") {
    const std::string gif = made::gif(4, 4, {0, 0, 4, 4, true}, "0123012301230123", 2);
    REQUIRE(bool(inspect_picture(gif)));
    for (std::size_t cut = 0; cut + 4 < gif.size(); ++cut) CHECK_FALSE(bool(inspect_picture(gif.substr(0, cut))));
    for (std::size_t at = 0; at < gif.size(); ++at)
        for (unsigned flip = 1; flip < 256; flip += 3) {
            std::string damaged = gif;
            damaged[at] = static_cast<char>(static_cast<std::uint8_t>(damaged[at]) ^ flip);
            (void)inspect_picture(damaged);
        }
}

TEST_CASE("a WebP is decoded with its alpha") {
    const std::string file = webp({255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0, 0, 0, 0, 255}, 2, 2);
    CHECK(shown(file) == "12/30");
    const auto picture = inspect_picture(file);
    REQUIRE(bool(picture));
    CHECK(picture->format == PictureFormat::webp);
    CHECK(picture->alpha);
    CHECK_FALSE(picture->gray);
}

TEST_CASE("a WebP's orientation is read from its EXIF chunk") {
    std::string file = webp({255, 0, 0, 255, 0, 255, 0, 255}, 2, 1);
    const std::string exif = made::exif(6, false);
    // An extended file: the VP8X header, the picture's own chunk, the EXIF chunk.
    const std::string header = "\x08\0\0\0"s + made::little(1, 3) + made::little(0, 3);
    const std::string body = "WEBPVP8X" + made::little(10, 4) + header + file.substr(12) + "EXIF" +
                             made::little(static_cast<std::uint32_t>(exif.size()), 4) + exif;
    file = "RIFF" + made::little(static_cast<std::uint32_t>(body.size()), 4) + body;
    const auto picture = inspect_picture(file);
    REQUIRE(bool(picture));
    CHECK(picture->orientation == 6);
    CHECK(picture->width == 1);
    CHECK(picture->height == 2);
    CHECK(shown(file) == "1/2");
}

TEST_CASE("no cut or flipped WebP crashes, and none that is cut passes for whole") {
    std::vector<std::uint8_t> pixels;
    for (unsigned i = 0; i < 16 * 16; ++i)
        for (const unsigned c : {i * 5u, i * i, i * 11u, 255u}) pixels.push_back(static_cast<std::uint8_t>(c));
    const std::string file = webp(pixels, 16, 16);
    REQUIRE(bool(inspect_picture(file)));
    for (std::size_t cut = 0; cut + 8 < file.size(); cut += 3) CHECK_FALSE(bool(inspect_picture(file.substr(0, cut))));
    for (std::size_t at = 0; at < file.size(); at += 3) {
        std::string damaged = file;
        damaged[at] = static_cast<char>(~damaged[at]);
        (void)decode_picture(damaged, white);
    }
}

TEST_CASE("formats are told by content, and what is none is an error in words") {
    const auto said = [](std::string_view bytes) { return inspect_picture(bytes).error().message; };
    CHECK(said("") == "the file is empty");
    CHECK(said("A review, not a picture") == "no known picture format");
    CHECK(said("<svg xmlns='http://www.w3.org/2000/svg'/>") == "SVG pictures are not drawn yet");
    CHECK(said("\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>") == "SVG pictures are not drawn yet");
    CHECK(said("<?xml version='1.0'?><html/>") == "no known picture format");
    CHECK_FALSE(bool(inspect_picture("\xff\xd8\xff"s)));
    CHECK_FALSE(bool(inspect_picture("RIFF\0\0\0\0WEBP"s)));
}

TEST_CASE("the digest is that of the bytes") {
    const std::string one = made::gif(1, 1, {0, 0, 1, 1, false}, "1");
    CHECK(inspect_picture(one)->digest == inspect_picture(one)->digest);
    CHECK(inspect_picture(one)->digest != inspect_picture(one + "\0"s)->digest);
}

TEST_CASE("formats have their media types") {
    CHECK(media_type(PictureFormat::png) == "image/png");
    CHECK(media_type(PictureFormat::jpeg) == "image/jpeg");
    CHECK(media_type(PictureFormat::webp) == "image/webp");
    CHECK(media_type(PictureFormat::gif) == "image/gif");
    CHECK(media_type(PictureFormat::svg) == "image/svg+xml");
}
