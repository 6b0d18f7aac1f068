// WebP by libwebp. Animations are refused: they are films, not stills of one.
#include "design/pictures/exif.h"
#include "design/pictures/pictures.h"
#include "design/pictures/rows.h"

#include <webp/decode.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace halfstar {
namespace {

struct Release {
    void operator()(WebPDecBuffer* buffer) const { WebPFreeDecBuffer(buffer); }
};

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

/// The EXIF chunk among those of the file: a name, a length, data to an even length.
std::uint8_t orientation_of(std::string_view bytes) {
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::uint64_t length = little_endian(bytes, at + 4);
        if (bytes.substr(at, 4) == "EXIF") {
            std::string_view data = bytes.substr(at + 8, length);
            if (data.starts_with(std::string_view("Exif\0\0", 6))) data.remove_prefix(6);
            return exif_orientation(data);
        }
        const std::uint64_t next = at + 8 + length + length % 2;
        if (next > bytes.size()) break;
        at = static_cast<std::size_t>(next);
    }
    return 1;
}

} // namespace

Result<void> read_webp(std::string_view bytes, RowTaker& taker) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0) return Error{"libwebp is of another version"};
    if (WebPGetFeatures(data, bytes.size(), &config.input) != VP8_STATUS_OK) return Error{"the header is damaged"};
    if (config.input.has_animation != 0) return Error{"an animation"};
    const auto width = static_cast<std::uint32_t>(config.input.width);
    const auto height = static_cast<std::uint32_t>(config.input.height);
    if (auto size = check_size(width, height); !size) return size;

    config.output.colorspace = MODE_RGBA;
    const std::unique_ptr<WebPDecBuffer, Release> release(&config.output);
    if (WebPDecode(data, bytes.size(), &config) != VP8_STATUS_OK) return Error{"the data is damaged or cut short"};
    taker.begin({width, height, false, orientation_of(bytes)});
    const WebPRGBABuffer& rgba = config.output.u.RGBA;
    const auto stride = static_cast<std::size_t>(rgba.stride);
    for (std::uint32_t y = 0; y < height; ++y) taker.row(y, rgba.rgba + y * stride);
    return {};
}

} // namespace halfstar
