#include "backends/pdf/deflated_rows.h"

#include "design/pictures/png_filters.h"
#include "foundation/base/deflate.h"

#include <memory>
#include <string_view>
#include <vector>

namespace halfstar::pdf {

std::string deflated_rows(std::span<const std::uint8_t> samples, std::size_t row_bytes, std::size_t pixel_bytes) {
    const std::size_t rows = row_bytes > 0 ? samples.size() / row_bytes : 0, size = rows * (row_bytes + 1);
    const auto filtered = std::make_unique_for_overwrite<std::uint8_t[]>(size); // every byte is written
    const std::vector<std::uint8_t> nothing(row_bytes); // stands above the first
    std::span<const std::uint8_t> above = nothing;
    std::uint8_t* to = filtered.get();
    for (std::size_t y = 0; y < rows; ++y) {
        const std::span<const std::uint8_t> row = samples.subspan(y * row_bytes, row_bytes);
        to = write_filtered(row, above, pixel_bytes, to);
        above = row;
    }
    return zlib_deflated({reinterpret_cast<const char*>(filtered.get()), size});
}

} // namespace halfstar::pdf
