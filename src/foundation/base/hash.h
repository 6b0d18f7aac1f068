// SHA-256 (FIPS 180-4), for identifiers and object identity, and identifiers made of it.
#pragma once

#include "foundation/base/sha256_blocks.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar {

using Digest = std::array<std::uint8_t, 32>;

class Sha256 {
public:
    Sha256();
    void update(std::string_view bytes);
    Digest finish();

private:
    static constexpr std::size_t block_bytes = 64;

    Sha256State state_;
    std::array<std::uint8_t, block_bytes> buffer_{}; ///< of a block that is not whole yet
    std::uint64_t length_ = 0;
};

Digest sha256(std::string_view bytes);
std::string hex(std::string_view bytes);
std::string hex(const Digest& digest);
/// urn:uuid of version 8 (RFC 9562) from a digest's first 16 bytes.
std::string uuid_urn(const Digest& digest);

} // namespace halfstar
