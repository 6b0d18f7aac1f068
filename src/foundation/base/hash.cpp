#include "foundation/base/hash.h"

#include <algorithm>
#include <cstddef>

namespace halfstar {
namespace {

constexpr Sha256State initial_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// What this processor does fastest.
void mix(Sha256State& state, const std::uint8_t* bytes, std::size_t count) {
    static const Sha256Blocks own = sha256_blocks_of_processor();
    static const Sha256Blocks blocks = own != nullptr ? own : sha256_blocks_portably;
    blocks(state, bytes, count);
}

} // namespace

Sha256::Sha256() : state_(initial_state) {}

void Sha256::update(std::string_view bytes) {
    const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const std::size_t used = static_cast<std::size_t>(length_ % block_bytes);
    length_ += bytes.size();
    std::size_t at = 0;
    if (used > 0) {
        at = std::min(bytes.size(), block_bytes - used);
        std::copy_n(data, at, buffer_.data() + used);
        if (used + at < block_bytes) return;
        mix(state_, buffer_.data(), 1);
    }
    const std::size_t whole = (bytes.size() - at) / block_bytes;
    mix(state_, data + at, whole);
    at += whole * block_bytes;
    std::copy_n(data + at, bytes.size() - at, buffer_.data());
}

Digest Sha256::finish() {
    const std::uint64_t bits = length_ * 8;
    const std::size_t zeros = (119 - static_cast<std::size_t>(length_ % 64)) % 64;
    std::string tail = "\x80" + std::string(zeros, '\0');
    for (int shift = 56; shift >= 0; shift -= 8) tail += static_cast<char>((bits >> shift) & 0xFF);
    update(tail);
    Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>((state_[i / 4] >> (24 - 8 * (i % 4))) & 0xFF);
    return digest;
}

Digest sha256(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 0xF];
    }
    return out;
}

std::string hex(const Digest& digest) {
    std::string bytes;
    for (const std::uint8_t byte : digest) bytes += static_cast<char>(byte);
    return hex(bytes);
}

std::string uuid_urn(const Digest& digest) {
    Digest marked = digest;
    marked[6] = static_cast<std::uint8_t>(0x80 | (marked[6] & 0x0F)); // version 8
    marked[8] = static_cast<std::uint8_t>(0x80 | (marked[8] & 0x3F)); // variant 10
    const std::string text = hex(marked);
    const auto part = [&](std::size_t from, std::size_t length) { return text.substr(from, length); };
    return "urn:uuid:" + part(0, 8) + "-" + part(8, 4) + "-" + part(12, 4) + "-" + part(16, 4) + "-" + part(20, 12);
}

} // namespace halfstar
