// UTF-8 by hand where ICU would be too much: decoding, counting, repair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace halfstar::utf8 {

/// The code point at `text[at]` and its length in bytes; for a byte that starts none, U+FFFD and 1.
/// `at` must be inside the text.
struct Decoded {
    char32_t code_point = 0xFFFD;
    std::size_t length = 1;
};
Decoded decode(std::string_view text, std::size_t at);

/// Appends the code point's bytes; surrogates and what is above U+10FFFF become U+FFFD.
void append(std::string& text, char32_t code_point);

/// Code points in a valid text.
std::size_t count(std::string_view text);

bool is_valid(std::string_view text);

std::u32string to_utf32(std::string_view text);
std::string from_utf32(std::u32string_view text);

} // namespace halfstar::utf8
