// The bytes of an archive's entry as they stand in it, so that entries can be made side by side and in any order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar::epub {

enum class Packing : std::uint8_t { stored, deflated };

struct Packed {
    Packing packing = Packing::stored;
    std::string bytes;      ///< as they stand in the archive
    std::uint64_t size = 0; ///< of what was packed
    std::uint32_t sum = 0;  ///< CRC-32 of what was packed; only of what is deflated: libzip reckons the others'
};

/// As it is: for what is compressed already.
Packed stored(std::string bytes);
/// Deflated (RFC 1951). The same bytes give the same, on any thread.
Packed deflated(std::string_view bytes);

} // namespace halfstar::epub
