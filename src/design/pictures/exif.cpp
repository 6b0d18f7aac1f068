#include "design/pictures/exif.h"

#include <cstddef>

namespace halfstar {
namespace {

/// Numbers of a TIFF file in its byte order; 0 beyond its end.
struct Tiff {
    std::string_view bytes;
    bool big_endian = false;

    std::uint32_t number(std::size_t at, std::size_t size) const {
        if (at > bytes.size() || bytes.size() - at < size) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto byte = static_cast<std::uint8_t>(bytes[at + (big_endian ? i : size - 1 - i)]);
            value = value << 8 | byte;
        }
        return value;
    }
};

} // namespace

std::uint8_t exif_orientation(std::string_view tiff) {
    constexpr std::uint32_t orientation_tag = 0x0112, short_type = 3;
    if (!tiff.starts_with("MM") && !tiff.starts_with("II")) return 1;
    const Tiff file{tiff, tiff.starts_with("MM")};
    const std::size_t directory = file.number(4, 4);
    const std::uint32_t entries = file.number(directory, 2);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + std::size_t{12} * i;
        if (entry >= tiff.size()) break;
        if (file.number(entry, 2) != orientation_tag || file.number(entry + 2, 2) != short_type) continue;
        const std::uint32_t value = file.number(entry + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<std::uint8_t>(value) : std::uint8_t{1};
    }
    return 1;
}

} // namespace halfstar
