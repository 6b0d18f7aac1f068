// Pictures: what they are, whether they are whole, and their pixels row by row. Formats by content,
// never by name. At most 64 million pixels.
#pragma once

#include <halfstar/base.h>
#include <halfstar/pages.h>
#include <halfstar/resources.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

inline constexpr std::uint64_t picture_pixel_limit = 64'000'000;
inline constexpr std::uint64_t picture_byte_limit = 256ull << 20;

/// Decodes the whole picture once (keeping no pixels) and tells what it is; an Error says in a few
/// words why it cannot be relied on. `path` and `name` are the caller's to fill in.
Result<Picture> inspect_picture(std::string_view bytes);

/// Pixels composed on `ground` (so no output has transparency), 8 bits a channel, gray (1) or RGB (3); once converted for a
/// press, CMYK (4, 255 is all of an ink).
struct Pixels {
    std::uint32_t width = 0, height = 0;
    int channels = 3;
    std::vector<std::uint8_t> samples; ///< rows from the top, width * channels bytes each
};
enum class Stance : std::uint8_t { upright, as_stored }; ///< whether the EXIF orientation is applied
Result<Pixels> decode_picture(std::string_view bytes, Paint ground, Stance stance = Stance::upright);

/// Box-filtered down to at most `width` x `height` (never up).
Pixels scale_down(const Pixels& pixels, std::uint32_t width, std::uint32_t height);

Result<std::string> encode_png(const Pixels& pixels);
/// Pixels in RGB that are told row by row, and may be told twice.
struct PixelRows {
    std::uint32_t width = 0, height = 0;
    std::function<Result<void>(std::uint32_t y, std::uint32_t* colours)> row; ///< writes `width` of them, 0x00RRGGBB; an Error ends encoding
};
/// In less than half the time of `encode_png`, and with more memory; in a palette where there are few colours.
Result<std::string> encode_png_at_once(const PixelRows& pixels);
/// `quality` 1-100.
Result<std::string> encode_jpeg(const Pixels& pixels, int quality);

/// What a JPEG needs in a PDF that carries it as it is.
struct JpegFacts {
    std::uint32_t width = 0, height = 0; ///< as stored, before orientation
    int components = 3;
    bool inverted = false; ///< Adobe CMYK
};
Result<JpegFacts> jpeg_facts(std::string_view bytes);

/// Rows of a PNG as a PDF can carry them as they are: behind PNG's filters, deflated (RFC 1950).
struct StoredRows {
    std::uint32_t width = 0, height = 0;
    int channels = 3; ///< gray or RGB, 8 bits each
    std::string deflated;
};
/// None where `decode_picture` or another form says the picture in fewer bytes or other samples: transparency, palettes, other depths than 8 bits,
/// interlacing, a gamma that is not sRGB's, colours that are all gray, gray that is all black and white, rows that were hardly deflated. The EXIF
/// orientation is not looked at.
std::optional<StoredRows> stored_rows(std::string_view png);

/// Media type of the format ("image/png").
std::string_view media_type(PictureFormat format);

} // namespace halfstar
