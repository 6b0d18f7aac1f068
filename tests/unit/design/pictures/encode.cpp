#include "design/pictures/pictures.h"
#include "unit/design/pictures/made.h"

#include <doctest/doctest.h>

#include <png.h>

using namespace halfstar;

namespace {

constexpr Paint white{255, 255, 255, 0};

Pixels made_of(std::uint32_t width, std::uint32_t height, int channels, std::vector<std::uint8_t> samples) {
    return {width, height, channels, std::move(samples)};
}

/// What libpng makes of pixels when it chooses every filter itself.
std::string as_libpng_does(const Pixels& pixels) {
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &bytes,
        [](png_structp to, png_bytep data, std::size_t size) {
            static_cast<std::string*>(png_get_io_ptr(to))->append(reinterpret_cast<const char*>(data), size);
        },
        nullptr);
    png_set_IHDR(png, info, pixels.width, pixels.height, 8, pixels.channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (std::uint32_t y = 0; y < pixels.height; ++y)
        png_write_row(png, pixels.samples.data() + std::size_t{y} * pixels.width * static_cast<std::size_t>(pixels.channels));
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

/// Three samples a pixel: a palette of grays alone is read as gray.
std::vector<std::uint8_t> rgb_of(const Pixels& pixels) {
    if (pixels.channels == 3) return pixels.samples;
    std::vector<std::uint8_t> rgb;
    for (const std::uint8_t sample : pixels.samples) rgb.insert(rgb.end(), 3, sample);
    return rgb;
}

Result<std::string> at_once_of(const Pixels& pixels) {
    const std::vector<std::uint8_t> rgb = rgb_of(pixels);
    return encode_png_at_once({pixels.width, pixels.height, [&](std::uint32_t y, std::uint32_t* colours) -> Result<void> {
                                   for (std::size_t x = 0; x < pixels.width; ++x) {
                                       const std::uint8_t* const pixel = rgb.data() + (std::size_t{y} * pixels.width + x) * 3;
                                       colours[x] = std::uint32_t{pixel[0]} << 16 | std::uint32_t{pixel[1]} << 8 | pixel[2];
                                   }
                                   return {};
                               }});
}

} // namespace

TEST_CASE("rows of a PNG have the filters that libpng would choose, and keep their pixels when they are encoded at once") {
    std::uint32_t noise = 1;
    const auto sample = [&](int kind, std::uint32_t x, std::uint32_t y) {
        noise = noise * 1664525 + 1013904223;
        switch (kind) {
        case 0: return noise >> 24;                            // no filter helps
        case 1: return x * 3 + y * 5;                          // planes
        case 2: return x * x / 7 + (noise >> 30);              // much like the row above
        case 3: return (x / 5 + y / 4) % 2 * 200;              // drawings
        case 4: return y / 3 % 2 * 255;                        // rows that repeat, among them black ones
        default: return (x * y + (noise >> 29)) / 3;
        }
    };
    for (const std::uint32_t width : {1u, 2u, 3u, 61u})
        for (const int channels : {1, 3})
            for (int kind = 0; kind < 6; ++kind) {
                std::vector<std::uint8_t> samples;
                for (std::uint32_t y = 0; y < 40; ++y)
                    for (std::uint32_t x = 0; x < width * static_cast<std::uint32_t>(channels); ++x)
                        samples.push_back(static_cast<std::uint8_t>(sample(kind, x, y)));
                const Pixels pixels = made_of(width, 40, channels, std::move(samples));
                CAPTURE(width);
                CAPTURE(kind);
                CHECK(*encode_png(pixels) == as_libpng_does(pixels));
                const auto at_once = decode_picture(*at_once_of(pixels), white);
                REQUIRE(bool(at_once));
                CHECK(rgb_of(*at_once) == rgb_of(pixels));
            }
}

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

TEST_CASE("pixels of up to 256 colours are numbers in a palette, and those of more are not") {
    for (const int colours : {1, 2, 255, 256, 257, 300}) {
        std::vector<std::uint8_t> samples;
        for (int i = 0; i < 30 * 20; ++i)
            for (const int channel : {i % colours, i % colours / 256 * 90, 255 - i % colours % 256}) samples.push_back(static_cast<std::uint8_t>(channel));
        const Pixels pixels = made_of(30, 20, 3, samples);
        const std::string png = *at_once_of(pixels);
        CAPTURE(colours);
        CHECK((png.find("PLTE") != std::string::npos) == (colours <= 256));
        CHECK(decode_picture(png, white)->samples == samples);
        CHECK(as_libpng_does(*decode_picture(png, white)) == as_libpng_does(pixels));
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
    CHECK_FALSE(bool(encode_png_at_once({})));
    const auto gone = [](std::uint32_t y, std::uint32_t*) -> Result<void> { return y < 1 ? Result<void>() : Error{"gone"}; };
    CHECK(encode_png_at_once({2, 2, gone}).error().message == "gone");
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
