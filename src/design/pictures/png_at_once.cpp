// A PNG whose pixels are deflated in one piece: less than half the time of rows that go through zlib one by one, and room for
// its rows besides. Drawn pages seldom have more than 256 colours, and then a pixel is a byte; else rows are filtered.
#include "design/pictures/pictures.h"
#include "design/pictures/png_filters.h"
#include "foundation/base/deflate.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace halfstar {
namespace {

using namespace std::string_view_literals;

void append_number(std::string& to, std::uint32_t number) {
    for (const int shift : {24, 16, 8, 0}) to += static_cast<char>(number >> shift & 255u);
}

void append_chunk(std::string& png, std::string_view type, std::string_view bytes) {
    append_number(png, static_cast<std::uint32_t>(bytes.size()));
    const std::size_t begin = png.size();
    png.append(type).append(bytes);
    append_number(png, crc32(std::string_view(png).substr(begin)));
}

enum class ColourType : std::uint8_t { rgb = 2, palette = 3 };

std::string header_of(const PixelRows& pixels, ColourType type) {
    std::string header;
    append_number(header, pixels.width);
    append_number(header, pixels.height);
    header += '\x08'; // bits a sample
    header += static_cast<char>(type);
    return header += "\0\0\0"sv; // the one way to deflate, the one set of filters, no interlacing
}

constexpr std::size_t rgb = 3; ///< samples of a pixel

/// Rows as they are deflated, each behind the number of its filter.
class Rows {
public:
    Rows(std::size_t stride, std::size_t height)
        : size_((stride + 1) * height), bytes_(std::make_unique_for_overwrite<std::uint8_t[]>(size_)) {}
    std::uint8_t* begin() { return bytes_.get(); }
    std::string deflated() const { return zlib_deflated({reinterpret_cast<const char*>(bytes_.get()), size_}); }

private:
    std::size_t size_;
    std::unique_ptr<std::uint8_t[]> bytes_; // not cleared: every byte is written
};

void append_samples(std::vector<std::uint8_t>& to, const std::vector<std::uint32_t>& colours) {
    for (const std::uint32_t colour : colours)
        for (const int shift : {16, 8, 0}) to.push_back(static_cast<std::uint8_t>(colour >> shift));
}

Result<Rows> filtered_rows(const PixelRows& pixels) {
    const std::size_t stride = pixels.width * rgb;
    Rows rows(stride, pixels.height);
    std::vector<std::uint32_t> colours(pixels.width);
    std::vector<std::uint8_t> row, before(stride); // nothing stands above the first
    std::uint8_t* to = rows.begin();
    for (std::uint32_t y = 0; y < pixels.height; ++y) {
        if (Result<void> told = pixels.row(y, colours.data()); !told) return told.error();
        row.clear();
        append_samples(row, colours);
        to = write_filtered(row, before, rgb, to);
        std::swap(row, before);
    }
    return rows;
}

/// Up to 256 colours, numbered as they are met.
class Palette {
public:
    /// The colour's number; none when there is no room for another.
    std::optional<std::uint8_t> number_of(std::uint32_t colour) {
        std::size_t at = (colour * 2654435761u) >> 22;
        while (places_[at] != 0 && colours_[places_[at] - 1u] != colour) at = (at + 1) % places_.size();
        if (places_[at] == 0) {
            if (colours_.size() == 256) return std::nullopt;
            colours_.push_back(colour);
            places_[at] = static_cast<std::uint16_t>(colours_.size());
        }
        return static_cast<std::uint8_t>(places_[at] - 1);
    }
    std::string bytes() const {
        std::vector<std::uint8_t> bytes;
        append_samples(bytes, colours_);
        return {bytes.begin(), bytes.end()};
    }

private:
    std::vector<std::uint32_t> colours_;
    std::array<std::uint16_t, 1024> places_{}; ///< by a hash of the colour: its number from 1
};

/// Numbers a row's colours; whether the palette has room for them.
bool number_row(const std::vector<std::uint32_t>& colours, Palette& palette, std::uint8_t* to) {
    std::optional<std::uint32_t> last; // most pixels are as the one before
    std::uint8_t number = 0;
    for (const std::uint32_t colour : colours) {
        if (colour != last) {
            const auto found = palette.number_of(colour);
            if (!found) return false;
            last = colour;
            number = *found;
        }
        *to++ = number;
    }
    return true;
}

/// A byte a pixel, unfiltered: numbers of colours are no amounts. None where there are too many colours.
Result<std::optional<Rows>> numbered_rows(const PixelRows& pixels, Palette& palette) {
    Rows rows(pixels.width, pixels.height);
    const std::size_t stride = pixels.width + std::size_t{1};
    std::vector<std::uint32_t> row(pixels.width), before;
    std::uint8_t* to = rows.begin();
    for (std::uint32_t y = 0; y < pixels.height; ++y, to += stride) {
        if (Result<void> told = pixels.row(y, row.data()); !told) return told.error();
        *to = static_cast<std::uint8_t>(PngFilter::none);
        // Most rows of a drawn page repeat the one above.
        if (row == before) std::copy_n(to - stride, stride, to);
        else if (!number_row(row, palette, to + 1)) return std::optional<Rows>();
        before = row;
    }
    return std::optional<Rows>(std::move(rows));
}

} // namespace

Result<std::string> encode_png_at_once(const PixelRows& pixels) {
    if (pixels.width == 0 || pixels.height == 0) return Error{"no pixels to encode"};
    std::string png("\x89PNG\r\n\x1a\n");
    Palette palette;
    const Result<std::optional<Rows>> numbered = numbered_rows(pixels, palette);
    if (!numbered) return numbered.error();
    if (*numbered) {
        append_chunk(png, "IHDR", header_of(pixels, ColourType::palette));
        append_chunk(png, "PLTE", palette.bytes());
        append_chunk(png, "IDAT", (*numbered)->deflated());
    } else {
        const Result<Rows> filtered = filtered_rows(pixels);
        if (!filtered) return filtered.error();
        append_chunk(png, "IHDR", header_of(pixels, ColourType::rgb));
        append_chunk(png, "IDAT", filtered->deflated());
    }
    append_chunk(png, "IEND", {});
    return png;
}

} // namespace halfstar
