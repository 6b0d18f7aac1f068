#include "backends/pdf/images.h"

#include "backends/pdf/deflated_rows.h"
#include "design/pictures/screen.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace halfstar::pdf {
namespace {

constexpr Paint white{255, 255, 255, 0};

std::string image_dictionary(std::uint32_t width, std::uint32_t height, int channels, int bits = 8) {
    return "/Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " + std::to_string(height) +
           " /BitsPerComponent " + std::to_string(bits) + " /ColorSpace " + (channels == 1 ? "/DeviceGray" : channels == 3 ? "/DeviceRGB" : "/DeviceCMYK");
}

/// Pixels in which no two channels differ, as one channel; others as they are.
Pixels without_needless_colour(Pixels pixels) {
    if (pixels.channels != 3) {
        return pixels;
    }
    const auto& samples = pixels.samples;
    for (std::size_t i = 0; i + 2 < samples.size(); i += 3) {
        if (samples[i] != samples[i + 1] || samples[i] != samples[i + 2]) {
            return pixels;
        }
    }
    for (std::size_t i = 0; 3 * i < pixels.samples.size(); ++i) {
        pixels.samples[i] = pixels.samples[3 * i];
    }
    pixels.samples.resize(pixels.samples.size() / 3);
    pixels.channels = 1;
    return pixels;
}

/// A bit a pixel, the first in a byte's highest; a row begins with a byte.
std::vector<std::uint8_t> bits_of(const Pixels& pixels) {
    const std::size_t bytes = (std::size_t{pixels.width} + 7) / 8;
    std::vector<std::uint8_t> bits(bytes * pixels.height);
    for (std::size_t y = 0; y < pixels.height; ++y)
        for (std::size_t x = 0; x < pixels.width; ++x)
            if (pixels.samples[y * pixels.width + x] != 0)
                bits[y * bytes + x / 8] = static_cast<std::uint8_t>(bits[y * bytes + x / 8] | 0x80u >> (x % 8));
    return bits;
}

Body image_of_bits(const Pixels& pixels) {
    return {image_dictionary(pixels.width, pixels.height, 1, 1) +
                " /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns " + std::to_string(pixels.width) +
                " /Colors 1 /BitsPerComponent 1 >>",
            deflated_rows(bits_of(pixels), (std::size_t{pixels.width} + 7) / 8, 1)};
}

/// Rows of 8 bits a channel, deflated behind PNG's filters.
Body image_of_rows(std::uint32_t width, std::uint32_t height, int channels, std::string deflated) {
    return {image_dictionary(width, height, channels) + " /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns " + std::to_string(width) +
                " /Colors " + std::to_string(channels) + " /BitsPerComponent 8 >>",
            std::move(deflated)};
}

/// Readers bring the samples of gray between `darkest` and white (ISO 32000-1, 8.9.5.2).
Body held_back(Body body, int darkest) {
    if (darkest > 0) body.dictionary += " /Decode [" + decimal(darkest) + " 1]";
    return body;
}

bool can_stand_as_it_is(const JpegFacts& facts) { return facts.components == 1 || facts.components == 3; }

} // namespace

Result<Body> image_object(const Picture& picture, std::string_view bytes) {
    if (picture.format == PictureFormat::jpeg) {
        const Result<JpegFacts> facts = jpeg_facts(bytes);
        if (!facts) {
            return facts.error();
        }
        if (can_stand_as_it_is(*facts)) {
            return Body{image_dictionary(facts->width, facts->height, facts->components) + " /Filter /DCTDecode",
                        std::string(bytes)};
        }
    }
    if (picture.format == PictureFormat::png)
        if (std::optional<StoredRows> rows = stored_rows(bytes)) return image_of_rows(rows->width, rows->height, rows->channels, std::move(rows->deflated));
    Result<Pixels> pixels = decode_picture(bytes, white, Stance::as_stored);
    if (!pixels) {
        return pixels.error();
    }
    return image_object(without_needless_colour(std::move(*pixels)));
}

Body image_object(const Pixels& pixels, int darkest) {
    if (is_two_toned(pixels)) return held_back(image_of_bits(pixels), darkest);
    const auto channels = static_cast<std::size_t>(pixels.channels);
    Body body = image_of_rows(pixels.width, pixels.height, pixels.channels, deflated_rows(pixels.samples, pixels.width * channels, channels));
    return held_back(std::move(body), channels == 1 ? darkest : 0);
}

} // namespace halfstar::pdf
