#include "backends/epub/packing.h"

#include "foundation/base/deflate.h"

#include <utility>

namespace halfstar::epub {

Packed stored(std::string bytes) {
    const std::uint64_t size = bytes.size();
    return {Packing::stored, std::move(bytes), size, 0};
}

Packed deflated(std::string_view bytes) {
    return {Packing::deflated, raw_deflated(bytes), bytes.size(), crc32(bytes)};
}

} // namespace halfstar::epub
