// A PNG whose pixels are deflated in one piece: less than half the time of rows that go through zlib one by one, and room for
// its rows besides. Drawn pages seldom have more than 256 colours, and then a pixel is a byte; else rows are filtered.
#include "design/pictures/pictures.h"
#include "design/pictures/png_filters.h"
#include "foundation/base/deflate.h"

#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <span>

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

enum class ColourType : std::uint8_t { gray = 0, rgb = 2, palette = 3 };

std::string header_of(const Pixels& pixels, ColourType type) {
    std::string header;
    append_number(header, pixels.width);
    append_number(header, pixels.height);
    header += '\x08'; // bits a sample
    header += static_cast<char>(type);
    return header += "\0\0\0"sv; // the one way to deflate, the one set of filters, no interlacing
}

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

Rows filtered_rows(const Pixels& pixels) {
    const auto pixel = static_cast<std::size_t>(pixels.channels);
    const std::size_t stride = pixels.width * pixel;
    Rows rows(stride, pixels.height);
    const std::vector<std::uint8_t> above_the_first(stride);
    std::span<const std::uint8_t> before = above_the_first;
    std::uint8_t* to = rows.begin();
    for (std::uint32_t y = 0; y < pixels.height; ++y, to += stride + 1) {
        const std::span<const std::uint8_t> row{pixels.samples.data() + y * stride, stride};
        const PngFilter filter = best_png_filter(row, before, pixel);
        *to = static_cast<std::uint8_t>(filter);
        filter_png_row(filter, row, before, pixel, to + 1);
        before = row;
    }
    return rows;
}

/// Up to 256 colours, numbered as they are met.
class Palette {
public:
    /// The colour's number; none when there is no room for another.
    std::optional<std::uint8_t> number_of(const std::uint8_t* rgb) {
        const std::uint32_t colour = std::uint32_t{rgb[0]} << 16 | std::uint32_t{rgb[1]} << 8 | rgb[2];
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
        std::string bytes;
        for (const std::uint32_t colour : colours_)
            for (const int shift : {16, 8, 0}) bytes += static_cast<char>(colour >> shift & 255u);
        return bytes;
    }

private:
    std::vector<std::uint32_t> colours_;
    std::array<std::uint16_t, 1024> places_{}; ///< by a hash of the colour: its number from 1
};

/// A byte a pixel, unfiltered: numbers of colours are no amounts.
std::optional<Rows> numbered_rows(const Pixels& pixels, Palette& palette) {
    Rows rows(pixels.width, pixels.height);
    std::uint8_t* to = rows.begin();
    const std::uint8_t* from = pixels.samples.data();
    const std::uint8_t* last = nullptr; // most pixels are as the one before
    std::uint8_t number = 0;
    for (std::uint32_t y = 0; y < pixels.height; ++y) {
        *to++ = static_cast<std::uint8_t>(PngFilter::none);
        for (std::uint32_t x = 0; x < pixels.width; ++x, last = from, from += 3) {
            if (last == nullptr || std::memcmp(from, last, 3) != 0) {
                const auto found = palette.number_of(from);
                if (!found) return std::nullopt;
                number = *found;
            }
            *to++ = number;
        }
    }
    return rows;
}

} // namespace

Result<std::string> encode_png_at_once(const Pixels& pixels) {
    if (auto fault = can_be_encoded(pixels); !fault) return fault.error();
    std::string png("\x89PNG\r\n\x1a\n");
    Palette palette;
    const std::optional<Rows> numbered = pixels.channels == 3 ? numbered_rows(pixels, palette) : std::nullopt;
    if (numbered) {
        append_chunk(png, "IHDR", header_of(pixels, ColourType::palette));
        append_chunk(png, "PLTE", palette.bytes());
        append_chunk(png, "IDAT", numbered->deflated());
    } else {
        append_chunk(png, "IHDR", header_of(pixels, pixels.channels == 1 ? ColourType::gray : ColourType::rgb));
        append_chunk(png, "IDAT", filtered_rows(pixels).deflated());
    }
    append_chunk(png, "IEND", {});
    return png;
}

} // namespace halfstar
