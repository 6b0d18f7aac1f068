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
/// What `decode` does where no ASCII stands.
Decoded decode_sequence(std::string_view text, std::size_t at);
inline Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? Decoded{byte, 1} : decode_sequence(text, at);
}

/// What `append` does beyond ASCII.
void append_sequence(std::string& text, char32_t code_point);
/// Appends the code point's bytes; surrogates and what is above U+10FFFF become U+FFFD.
inline void append(std::string& text, char32_t code_point) {
    if (code_point < 0x80) text += static_cast<char>(code_point);
    else append_sequence(text, code_point);
}

void append(std::string& text, std::u32string_view characters);

/// Where the ASCII that begins at `at` ends.
std::size_t ascii_end(std::string_view text, std::size_t at = 0);
inline bool is_ascii(std::string_view text) { return ascii_end(text) == text.size(); }

/// Code points in a valid text.
std::size_t count(std::string_view text);

bool is_valid(std::string_view text);

std::u32string to_utf32(std::string_view text);
std::string from_utf32(std::u32string_view text);

} // namespace halfstar::utf8
