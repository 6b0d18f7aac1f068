#include "design/pictures/pictures.h"
#include "unit/design/pictures/made.h"

#include <cstddef>
#include <cstdio>

#include <doctest/doctest.h>
#include <jpeglib.h>

#include <cstdlib>

using namespace halfstar;
using namespace std::string_literals;

namespace {

constexpr Paint white{255, 255, 255, 0};

enum class Scans { baseline, progressive };

/// A gradient with `components` channels as the library itself writes it.
std::string jpeg(int width, int height, int components, Scans scans, std::string_view exif = {}) {
    jpeg_compress_struct info;
    jpeg_error_mgr errors;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = static_cast<JDIMENSION>(width);
    info.image_height = static_cast<JDIMENSION>(height);
    info.input_components = components;
    info.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 95, TRUE);
    if (scans == Scans::progressive) jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    if (!exif.empty()) {
        const std::string marker = "Exif\0\0"s + std::string(exif);
        jpeg_write_marker(&info, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(marker.data()),
                          static_cast<unsigned>(marker.size()));
    }
    std::vector<JSAMPLE> row(static_cast<std::size_t>(width * components));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < components; ++c)
                row[static_cast<std::size_t>(x * components + c)] =
                    static_cast<JSAMPLE>(c == 0 ? 255 * x / width : 40 * c);
        JSAMPROW rows[1] = {row.data()};
        jpeg_write_scanlines(&info, rows, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    const std::string file(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    return file;
}

} // namespace

TEST_CASE("a JPEG is decoded, gray as gray") {
    const std::string gray = jpeg(40, 20, 1, Scans::baseline);
    const auto picture = inspect_picture(gray);
    REQUIRE(bool(picture));
    CHECK(picture->format == PictureFormat::jpeg);
    CHECK(picture->gray);
    CHECK_FALSE(picture->alpha);
    const auto pixels = decode_picture(gray, white);
    REQUIRE(bool(pixels));
    CHECK(pixels->channels == 1);
    CHECK(pixels->samples.size() == 800);
    CHECK(pixels->samples[0] < 10);
    CHECK(pixels->samples[39] > 240);

    const auto colour = decode_picture(jpeg(40, 20, 3, Scans::baseline), white);
    REQUIRE(bool(colour));
    CHECK(colour->channels == 3);
    CHECK(colour->samples[2] == doctest::Approx(80).epsilon(0.1));
}

TEST_CASE("progressive JPEGs are decoded the same") {
    const auto one = decode_picture(jpeg(33, 21, 3, Scans::baseline), white);
    const auto other = decode_picture(jpeg(33, 21, 3, Scans::progressive), white);
    REQUIRE(bool(one));
    REQUIRE(bool(other));
    CHECK(one->samples == other->samples);
}

TEST_CASE("Adobe's CMYK is inverted, and comes out as light") {
    const std::string cmyk = jpeg(16, 16, 4, Scans::baseline);
    const auto pixels = decode_picture(cmyk, white);
    REQUIRE(bool(pixels));
    CHECK(pixels->channels == 3);
    CHECK(pixels->samples[1] == doctest::Approx(40 * 120 / 255).epsilon(0.2)); // magenta 40, black 120 of 255
    const auto facts = jpeg_facts(cmyk);
    REQUIRE(bool(facts));
    CHECK(facts->components == 4);
    CHECK(facts->inverted);
}

TEST_CASE("what a PDF needs to know of a JPEG is as it is stored") {
    const std::string turned = jpeg(30, 20, 3, Scans::baseline, made::exif(6, true));
    const auto facts = jpeg_facts(turned);
    REQUIRE(bool(facts));
    CHECK(facts->width == 30);
    CHECK(facts->height == 20);
    CHECK(facts->components == 3);
    CHECK_FALSE(facts->inverted);
    const auto picture = inspect_picture(turned);
    REQUIRE(bool(picture));
    CHECK(picture->orientation == 6);
    CHECK(picture->width == 20);
    CHECK(picture->height == 30);
    CHECK_FALSE(bool(jpeg_facts("not a JPEG")));
}

TEST_CASE("a JPEG that lacks nothing but its end marker is whole") {
    const std::string file = jpeg(32, 32, 3, Scans::baseline);
    CHECK(bool(inspect_picture(file.substr(0, file.size() - 2))));
}

TEST_CASE("no cut JPEG passes for whole") {
    for (const Scans scans : {Scans::baseline, Scans::progressive}) {
        const std::string file = jpeg(32, 32, 3, scans);
        REQUIRE(bool(inspect_picture(file)));
        for (std::size_t cut = 0; cut + 8 < file.size(); ++cut) {
            CAPTURE(cut);
            CHECK_FALSE(bool(inspect_picture(file.substr(0, cut))));
        }
    }
}

TEST_CASE("no flipped JPEG crashes") {
    for (const Scans scans : {Scans::baseline, Scans::progressive}) {
        const std::string file = jpeg(24, 24, 3, scans, made::exif(3, true));
        for (std::size_t at = 0; at < file.size(); ++at)
            for (const unsigned flip : {0x01u, 0x10u, 0xffu}) {
                std::string damaged = file;
                damaged[at] = static_cast<char>(static_cast<std::uint8_t>(damaged[at]) ^ flip);
                (void)inspect_picture(damaged);
                (void)jpeg_facts(damaged);
            }
    }
}

TEST_CASE("odd bytes between markers harm no picture") {
    std::string file = jpeg(16, 16, 3, Scans::baseline);
    file.insert(file.find("\xff\xc0"), "\0\0"s);
    CHECK(bool(inspect_picture(file)));
}

TEST_CASE("endless scans are refused") {
    std::string file = jpeg(16, 16, 1, Scans::progressive);
    const std::size_t last_scan = file.rfind("\xff\xda");
    REQUIRE(last_scan != std::string::npos);
    const std::string scan = file.substr(last_scan, file.size() - 2 - last_scan);
    for (int i = 0; i < 300; ++i) file.insert(file.size() - 2, scan);
    const auto picture = inspect_picture(file);
    REQUIRE_FALSE(bool(picture));
    CHECK(picture.error().message == "more than 200 scans");
}
