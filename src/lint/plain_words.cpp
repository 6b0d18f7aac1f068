#include "lint/plain_words.h"

namespace halfstar::lint {
namespace {

bool is_ascii_letter_or_digit(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Bytes of the space or mark at `text[at]`; 0 within a word.
std::size_t separator_length(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return is_ascii_letter_or_digit(byte) ? 0 : 1;
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
    if (byte == 0xC2 && next < 0xC0) return 2;                     // U+0080 to U+00BF
    return byte == 0xE2 && (next == 0x80 || next == 0x81) ? 3 : 0; // U+2000 to U+207F
}

} // namespace

std::vector<std::string_view> plain_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    const auto end_word = [&](std::size_t end) {
        if (end > begin) words.push_back(text.substr(begin, end - begin));
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = separator_length(text, at);
        if (length > 0) {
            end_word(at);
            begin = at + length;
        }
        at += length > 0 ? length : 1;
    }
    end_word(text.size());
    return words;
}

} // namespace halfstar::lint
