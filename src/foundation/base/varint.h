// Integers in as few bytes as they need: seven bits a byte, the lowest first; signed ones so that small ones are short whatever
// their sign.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar {

/// Bytes that the largest integer takes.
inline constexpr std::size_t longest_varint = 10;

/// Writes to `at`; where it ends.
inline char* put_varint(char* at, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) *at++ = static_cast<char>(value | 0x80);
    *at++ = static_cast<char>(value);
    return at;
}
inline std::uint64_t folded(std::int64_t value) { return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63); }
inline char* put_signed_varint(char* at, std::int64_t value) { return put_varint(at, folded(value)); }

inline void append_varint(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
    bytes += static_cast<char>(value);
}
inline void append_signed_varint(std::string& bytes, std::int64_t value) { append_varint(bytes, folded(value)); }

/// Reads what was appended, in the same order. To read past the end is a broken promise.
class VarintReader {
public:
    explicit VarintReader(std::string_view bytes) : bytes_(bytes) {}
    bool at_end() const { return at_ == bytes_.size(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0;; shift += 7) {
            assert(!at_end());
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
    }
    std::int64_t signed_number() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    /// The next `size` bytes as they are.
    std::string_view bytes(std::size_t size) {
        assert(size <= bytes_.size() - at_);
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

} // namespace halfstar
