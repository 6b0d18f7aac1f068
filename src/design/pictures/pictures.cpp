#include "design/pictures/pictures.h"

#include "design/pictures/rows.h"
#include "foundation/base/hash.h"

#include <algorithm>

namespace halfstar {
namespace {

/// Notes whether any pixel lets the ground through, and keeps nothing.
class Inspector : public RowTaker {
public:
    void begin(const RasterHeader& header) override { header_ = header; }
    void row(std::uint32_t, const std::uint8_t* rgba) override {
        for (std::uint32_t x = 0; !alpha_ && x < header_.width; ++x) alpha_ = rgba[std::size_t{4} * x + 3] != 255;
    }
    Keeping keeping() const override { return Keeping::nothing; }

    const RasterHeader& header() const { return header_; }
    bool alpha() const { return alpha_; }

private:
    RasterHeader header_;
    bool alpha_ = false;
};

/// Composes pixels on the ground, each at the place that the orientation gives it, if that is asked for.
class Composer : public RowTaker {
public:
    Composer(Paint ground, Stance stance) : ground_{ground.red, ground.green, ground.blue}, stance_(stance) {}

    void begin(const RasterHeader& header) override;
    void row(std::uint32_t y, const std::uint8_t* rgba) override;
    Keeping keeping() const override { return Keeping::pixels; }
    Pixels take() { return std::move(pixels_); }

private:
    template <int channels> void compose(const std::uint8_t* rgba, std::uint8_t* to) const;

    std::uint8_t ground_[3];
    Stance stance_;
    std::uint32_t stored_width_ = 0;
    std::int64_t origin_ = 0, right_ = 0, down_ = 0; ///< in samples: where (0, 0) goes, and steps from pixel to pixel
    Pixels pixels_;
};

void Composer::begin(const RasterHeader& header) {
    const std::uint8_t o = stance_ == Stance::upright ? header.orientation : std::uint8_t{1};
    const bool turned = o >= 5; // rows become columns
    const bool gray_ground = ground_[0] == ground_[1] && ground_[1] == ground_[2];
    stored_width_ = header.width;
    pixels_.width = turned ? header.height : header.width;
    pixels_.height = turned ? header.width : header.height;
    pixels_.channels = header.gray && gray_ground ? 1 : 3;
    const std::int64_t across = pixels_.channels, along = across * pixels_.width;
    pixels_.samples.resize(static_cast<std::size_t>(along * pixels_.height));

    // EXIF: where the stored first row and first column are seen.
    const bool from_right = o == 2 || o == 3 || o == 6 || o == 7;
    const bool from_bottom = o == 3 || o == 4 || o == 7 || o == 8;
    const std::int64_t x_step = from_right ? -across : across, y_step = from_bottom ? -along : along;
    origin_ = (from_right ? across * (pixels_.width - 1) : 0) + (from_bottom ? along * (pixels_.height - 1) : 0);
    right_ = turned ? y_step : x_step;
    down_ = turned ? x_step : y_step;
}

template <int channels> void Composer::compose(const std::uint8_t* rgba, std::uint8_t* to) const {
    for (std::uint32_t x = 0; x < stored_width_; ++x, rgba += 4, to += right_) {
        const unsigned alpha = rgba[3];
        for (int c = 0; c < channels; ++c) {
            const unsigned sum = rgba[c] * alpha + ground_[c] * (255u - alpha) + 127u;
            to[c] = static_cast<std::uint8_t>(sum / 255u);
        }
    }
}

void Composer::row(std::uint32_t y, const std::uint8_t* rgba) {
    std::uint8_t* const to = pixels_.samples.data() + origin_ + down_ * y;
    pixels_.channels == 1 ? compose<1>(rgba, to) : compose<3>(rgba, to);
}

Result<void> read_picture(std::string_view bytes, PictureFormat format, RowTaker& taker) {
    switch (format) {
    case PictureFormat::png: return read_png(bytes, taker);
    case PictureFormat::jpeg: return read_jpeg(bytes, taker);
    case PictureFormat::webp: return read_webp(bytes, taker);
    case PictureFormat::gif: return read_gif(bytes, taker);
    case PictureFormat::svg: return Error{"SVG pictures are not drawn yet"};
    }
    return Error{"no known picture format"};
}

Result<PictureFormat> format_of(std::string_view bytes) {
    if (bytes.empty()) return Error{"the file is empty"};
    const auto format = sniff_picture(bytes);
    if (!format) return Error{"no known picture format"};
    return *format;
}

} // namespace

std::optional<PictureFormat> sniff_picture(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return PictureFormat::png;
    if (bytes.starts_with("\xff\xd8\xff"sv)) return PictureFormat::jpeg;
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return PictureFormat::gif;
    if (bytes.size() >= 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv) return PictureFormat::webp;
    std::string_view text = bytes.substr(0, 1024);
    if (text.starts_with("\xef\xbb\xbf"sv)) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"sv), text.size()));
    const bool markup = text.starts_with("<svg"sv) || text.starts_with("<?xml"sv) || text.starts_with("<!"sv);
    if (markup && text.find("<svg"sv) != std::string_view::npos) return PictureFormat::svg;
    return std::nullopt;
}

Result<void> check_size(std::uint64_t width, std::uint64_t height) {
    if (width == 0 || height == 0) return Error{"a picture without pixels"};
    if (width > picture_pixel_limit / height) return Error{"more than 64 million pixels"};
    return {};
}

Result<Picture> inspect_picture(std::string_view bytes) {
    const auto format = format_of(bytes);
    if (!format) return format.error();
    Inspector inspector;
    if (auto read = read_picture(bytes, *format, inspector); !read) return read.error();
    const RasterHeader& header = inspector.header();
    Picture picture;
    picture.format = *format;
    picture.width = header.orientation >= 5 ? header.height : header.width;
    picture.height = header.orientation >= 5 ? header.width : header.height;
    picture.orientation = header.orientation;
    picture.gray = header.gray;
    picture.alpha = inspector.alpha();
    picture.digest = sha256(bytes);
    return picture;
}

Result<Pixels> decode_picture(std::string_view bytes, Paint ground, Stance stance) {
    const auto format = format_of(bytes);
    if (!format) return format.error();
    Composer composer(ground, stance);
    if (auto read = read_picture(bytes, *format, composer); !read) return read.error();
    return composer.take();
}

std::string_view media_type(PictureFormat format) {
    switch (format) {
    case PictureFormat::png: return "image/png";
    case PictureFormat::jpeg: return "image/jpeg";
    case PictureFormat::webp: return "image/webp";
    case PictureFormat::gif: return "image/gif";
    case PictureFormat::svg: return "image/svg+xml";
    }
    return "application/octet-stream";
}

} // namespace halfstar
