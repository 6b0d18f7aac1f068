// A PNG whose pixels are filtered and deflated in one piece: half the time of rows that go through zlib one by one, and room
// for its filtered rows besides.
#include "design/pictures/pictures.h"
#include "design/pictures/png_filters.h"
#include "foundation/base/deflate.h"

#include <memory>
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

std::string header_of(const Pixels& pixels) {
    std::string header;
    append_number(header, pixels.width);
    append_number(header, pixels.height);
    header += pixels.channels == 1 ? "\x08\x00"sv : "\x08\x02"sv; // bits a sample; gray or RGB
    return header += "\0\0\0"sv;                                  // the one way to deflate, the one set of filters, no interlacing
}

/// Every row behind the number of its filter, deflated.
std::string deflated_rows(const Pixels& pixels) {
    const auto pixel = static_cast<std::size_t>(pixels.channels);
    const std::size_t stride = pixels.width * pixel, size = (stride + 1) * pixels.height;
    const auto rows = std::make_unique_for_overwrite<std::uint8_t[]>(size);
    const std::vector<std::uint8_t> above_the_first(stride);
    std::span<const std::uint8_t> before = above_the_first;
    std::uint8_t* to = rows.get();
    for (std::uint32_t y = 0; y < pixels.height; ++y, to += stride + 1) {
        const std::span<const std::uint8_t> row{pixels.samples.data() + y * stride, stride};
        const PngFilter filter = best_png_filter(row, before, pixel);
        *to = static_cast<std::uint8_t>(filter);
        filter_png_row(filter, row, before, pixel, to + 1);
        before = row;
    }
    return zlib_deflated({reinterpret_cast<const char*>(rows.get()), size});
}

} // namespace

Result<std::string> encode_png_at_once(const Pixels& pixels) {
    if (auto fault = can_be_encoded(pixels); !fault) return fault.error();
    std::string png("\x89PNG\r\n\x1a\n");
    append_chunk(png, "IHDR", header_of(pixels));
    append_chunk(png, "IDAT", deflated_rows(pixels));
    append_chunk(png, "IEND", {});
    return png;
}

} // namespace halfstar
