// In which encoding a file's bytes are text. Pure: it looks at the bytes and decides nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace halfstar::reading {

enum class Encoding : std::uint8_t { utf8, utf16_little, utf16_big, utf32_little, utf32_big, binary };

struct Encoded {
    Encoding encoding = Encoding::utf8;
    std::size_t mark = 0; ///< bytes of the byte order mark
};

/// By the byte order mark, else by where NUL bytes stand: in UTF-16 of a European language they are every second
/// byte. `binary` when so many bytes are control characters that no one wrote this as text.
Encoded encoding_of(std::string_view bytes);

/// The code unit of `width` bytes that begins at `bytes[at]`.
char32_t unit_at(std::string_view bytes, std::size_t at, Encoding encoding);

/// Bytes of one code unit: 1, 2 or 4.
std::size_t unit_width(Encoding encoding);

} // namespace halfstar::reading
