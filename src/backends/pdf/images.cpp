#include "backends/pdf/images.h"

#include "backends/pdf/deflate.h"

namespace halfstar::pdf {
namespace {

constexpr Paint white{255, 255, 255, 0};

std::string image_dictionary(std::uint32_t width, std::uint32_t height, int channels) {
    return "/Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " + std::to_string(height) +
           " /BitsPerComponent 8 /ColorSpace " + (channels == 1 ? "/DeviceGray" : "/DeviceRGB");
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
    const Result<Pixels> pixels = decode_picture(bytes, white);
    if (!pixels) {
        return pixels.error();
    }
    return image_object(*pixels);
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
