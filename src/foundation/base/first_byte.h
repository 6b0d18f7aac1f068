// Looking for a byte sixteen at a time: most of what is passed over is prose, in which a mark is rare.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace halfstar {

/// Where the first byte from `at` on stands of which `wanted` is true; the text's size when there is none. `at` is no greater than that.
/// `wanted` is called with one unsigned char and with sixteen, and says of each what comparisons joined by `|` and `&` say of it.
template <class Wanted> std::size_t first_byte(std::string_view text, std::size_t at, Wanted wanted) {
    using Sixteen [[gnu::vector_size(16)]] = unsigned char;
    for (; text.size() - at >= sizeof(Sixteen); at += sizeof(Sixteen)) {
        Sixteen bytes;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        const auto found = wanted(bytes);
        std::array<std::uint64_t, 2> halves;
        std::memcpy(halves.data(), &found, sizeof found);
        if ((halves[0] | halves[1]) != 0) break;
    }
    while (at < text.size() && !wanted(static_cast<unsigned char>(text[at]))) ++at;
    return at;
}

/// Whether there is a digit of ASCII.
inline bool has_digit(std::string_view text) {
    return first_byte(text, 0, [](auto c) { return (c >= '0') & (c <= '9'); }) < text.size();
}

} // namespace halfstar
