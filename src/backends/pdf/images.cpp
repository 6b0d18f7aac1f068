#include "backends/pdf/images.h"

#include "backends/pdf/deflate.h"

namespace halfstar::pdf {
namespace {

constexpr Paint white{255, 255, 255, 0};

std::string image_dictionary(std::uint32_t width, std::uint32_t height, int channels) {
    return "/Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " + std::to_string(height) +
           " /BitsPerComponent 8 /ColorSpace " + (channels == 1 ? "/DeviceGray" : "/DeviceRGB");
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

bool can_stand_as_it_is(const JpegFacts& facts) { return facts.components == 1 || facts.components == 3; }

} // namespace

Result<Body> image_object(const Picture& picture, std::string_view bytes) {
    if (picture.format == PictureFormat::jpeg && picture.orientation == 1) {
        const Result<JpegFacts> facts = jpeg_facts(bytes);
        if (!facts) {
            return facts.error();
        }
        if (can_stand_as_it_is(*facts)) {
            return Body{image_dictionary(facts->width, facts->height, facts->components) + " /Filter /DCTDecode",
                        std::string(bytes)};
        }
    }
    Result<Pixels> pixels = decode_picture(bytes, white);
    if (!pixels) {
        return pixels.error();
    }
    return image_object(without_needless_colour(std::move(*pixels)));
}

Body image_object(const Pixels& pixels) {
    const auto channels = static_cast<std::size_t>(pixels.channels);
    const std::string columns = std::to_string(pixels.width), colours = std::to_string(pixels.channels);
    return {image_dictionary(pixels.width, pixels.height, pixels.channels) +
                " /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns " + columns + " /Colors " + colours +
                " /BitsPerComponent 8 >>",
            deflate_rows(pixels.samples, pixels.width * channels, channels)};
}

} // namespace halfstar::pdf
