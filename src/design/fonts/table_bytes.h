// Numbers inside font tables: big-endian, and never read beyond the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace halfstar {

/// The `size` bytes (1 to 4) at `at` as an unsigned number; 0 when they are not all inside the table.
inline std::uint32_t unsigned_at(std::string_view table, std::size_t at, std::size_t size) {
    if (at > table.size() || table.size() - at < size) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = (value << 8) | static_cast<std::uint8_t>(table[at + i]);
    return value;
}

/// The two bytes at `at` as a signed number; 0 when they are not inside the table.
inline int signed_at(std::string_view table, std::size_t at) {
    return static_cast<std::int16_t>(unsigned_at(table, at, 2));
}

} // namespace halfstar
