// How decoders hand on what they decode: a header, then rows of red, green, blue and alpha. Who takes them
// decides whether pixels are kept, so checking a picture needs the memory of a row.
#pragma once

#include <halfstar/base.h>
#include <halfstar/resources.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace halfstar {

/// As stored, before the EXIF orientation is applied.
struct RasterHeader {
    std::uint32_t width = 0, height = 0;
    bool gray = false;            ///< the format's model has no colour
    std::uint8_t orientation = 1; ///< EXIF 1-8
};

enum class Keeping : std::uint8_t { nothing, pixels };

class RowTaker {
public:
    virtual ~RowTaker() = default;
    /// Called once, before the rows.
    virtual void begin(const RasterHeader& header) = 0;
    /// Row `y` from the top, 4 bytes a pixel, alpha not multiplied in. Every row comes once, in any order,
    /// when keeping is `pixels`; otherwise rows may be incomplete but for their alpha, and those that are opaque may not come.
    virtual void row(std::uint32_t y, const std::uint8_t* rgba) = 0;
    virtual Keeping keeping() const = 0;
};

/// Format by the first bytes.
std::optional<PictureFormat> sniff_picture(std::string_view bytes);

/// An Error when the size is nothing or above picture_pixel_limit.
Result<void> check_size(std::uint64_t width, std::uint64_t height);

/// Whether a PNG that is not interlaced is whole, seen in a third of the time in which libpng decodes it: every chunk has its sum, and the rows inflate to
/// `height` of `row_bytes` each. That takes as much memory as the rows have bytes, so above 24 MiB it is not tried. No proves nothing.
bool is_soundly_stored(std::string_view png, std::size_t row_bytes, std::uint32_t height);

Result<void> read_png(std::string_view bytes, RowTaker& taker);
Result<void> read_jpeg(std::string_view bytes, RowTaker& taker);
Result<void> read_gif(std::string_view bytes, RowTaker& taker);
Result<void> read_webp(std::string_view bytes, RowTaker& taker);

} // namespace halfstar
