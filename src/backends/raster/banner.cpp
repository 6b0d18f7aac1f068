#include "backends/raster/raster.h"

#include <algorithm>

namespace halfstar::raster {
namespace {

bool is_white(const Pixels& pixels) {
    return std::all_of(pixels.samples.begin(), pixels.samples.begin() + 3, [](std::uint8_t sample) { return sample == 255; });
}

/// Whether nothing stands in the row but its ground; frames at the sides are none of its words.
bool is_empty_row(const Pixels& page, std::uint32_t row) {
    const std::uint32_t side = page.width / 10;
    const auto pixel = [&](std::uint32_t x) { return page.samples.begin() + static_cast<std::ptrdiff_t>((std::size_t{row} * page.width + x) * 3); };
    for (std::uint32_t x = side; x < page.width - side; ++x)
        if (!std::equal(pixel(x), pixel(x) + 3, pixel(side))) return false;
    return true;
}

/// Whether there is room between the words and the foot of a banner.
bool has_free_foot(const Pixels& page, std::uint32_t end, std::uint32_t height) {
    const std::uint32_t room = std::max(1u, height / 24);
    for (std::uint32_t row = end - room; row < end; ++row)
        if (!is_empty_row(page, row)) return false;
    return true;
}

/// The row of the page that the banner begins with: some rows lower where the last one would cut a line of words.
std::uint32_t first_row(const Pixels& page, std::uint32_t height) {
    constexpr std::uint32_t margin = 6; // of what is cut off, the part above
    if (page.height <= height) return 0;
    const std::uint32_t wanted = is_white(page) ? (page.height - height) / margin : 0;
    for (std::uint32_t first = wanted; first < wanted + height / 4 && first + height <= page.height; ++first)
        if (has_free_foot(page, first + height, height)) return first;
    return wanted;
}

Pixels rows_of(const Pixels& page, std::uint32_t first, std::uint32_t height) {
    const std::size_t row = std::size_t{page.width} * 3;
    Pixels rows{page.width, height, 3, std::vector<std::uint8_t>(row * height, 255)};
    const std::size_t count = std::min(height, page.height - first);
    std::copy_n(page.samples.begin() + static_cast<std::ptrdiff_t>(row * first), row * count, rows.samples.begin());
    return rows;
}

} // namespace

Cover banner_of(const PagedDocument& document, std::uint32_t width, std::uint32_t height, const Resources* resources) {
    const auto paint = [&document, width, height, resources]() -> Result<std::string> {
        const Result<Pixels> page = paint_page(document, 0, width, resources);
        if (!page) return page.error();
        return encode_png(rows_of(*page, first_row(*page, height), height));
    };
    return Cover{paint, width, height, document.info().title};
}

} // namespace halfstar::raster
