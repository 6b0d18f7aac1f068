// Pictures: what they are, whether they are whole, and their pixels row by row. Formats by content,
// never by name. At most 64 million pixels.
#pragma once

#include <halfstar/base.h>
#include <halfstar/pages.h>
#include <halfstar/resources.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

inline constexpr std::uint64_t picture_pixel_limit = 64'000'000;
inline constexpr std::uint64_t picture_byte_limit = 256ull << 20;

/// Decodes the whole picture once (keeping no pixels) and tells what it is; an Error says in a few
/// words why it cannot be relied on. `path` and `name` are the caller's to fill in.
Result<Picture> inspect_picture(std::string_view bytes);

/// Pixels composed on `ground` (so no output has transparency), EXIF orientation applied, 8 bits a
/// channel, gray (1) or RGB (3); once converted for a press, CMYK (4, 255 is all of an ink).
struct Pixels {
    std::uint32_t width = 0, height = 0;
    int channels = 3;
    std::vector<std::uint8_t> samples; ///< rows from the top, width * channels bytes each
};
Result<Pixels> decode_picture(std::string_view bytes, Paint ground);

/// Box-filtered down to at most `width` x `height` (never up).
Pixels scale_down(const Pixels& pixels, std::uint32_t width, std::uint32_t height);

/// An Error when they are none or their channels are not those of a picture.
Result<void> can_be_encoded(const Pixels& pixels);
Result<std::string> encode_png(const Pixels& pixels);
/// The same pixels in other bytes, in less than half the time and more memory; colours in a palette where there are few.
Result<std::string> encode_png_at_once(const Pixels& pixels);
/// `quality` 1-100.
Result<std::string> encode_jpeg(const Pixels& pixels, int quality);

/// What a JPEG needs in a PDF that carries it as it is.
struct JpegFacts {
    std::uint32_t width = 0, height = 0; ///< as stored, before orientation
    int components = 3;
    bool inverted = false; ///< Adobe CMYK
};
Result<JpegFacts> jpeg_facts(std::string_view bytes);

/// Media type of the format ("image/png").
std::string_view media_type(PictureFormat format);

} // namespace halfstar
