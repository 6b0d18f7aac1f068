#include "foundation/base/utf8.h"

#include <algorithm>
#include <cstring>

namespace halfstar::utf8 {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// What a lead byte promises: its length, the bits it carries, and the least code point that needs
/// so many bytes (anything less is overlong).
struct Lead {
    std::size_t length = 0;
    char32_t bits = 0;
    char32_t least = 0;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1Fu, 0x80};
    if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0Fu, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07u, 0x10000};
    return {};
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

/// The character at `at`, of length 0 when the bytes there are none.
Decoded decode_strict(std::string_view text, std::size_t at) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    if (lead.length == 0 || text.size() - at < lead.length) return {replacement, 0};
    char32_t c = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xC0) != 0x80) return {replacement, 0};
        c = (c << 6) | (byte & 0x3Fu);
    }
    if (c < lead.least || is_surrogate(c) || c > 0x10FFFF) return {replacement, 0};
    return {c, lead.length};
}

} // namespace

Decoded decode_sequence(std::string_view text, std::size_t at) {
    const Decoded strict = decode_strict(text, at);
    return strict.length == 0 ? Decoded{} : strict;
}

std::size_t ascii_end(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::uint64_t eight = 0;
    for (; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

void append_sequence(std::string& text, char32_t c) {
    if (is_surrogate(c) || c > 0x10FFFF) c = replacement;
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t count(std::string_view text) {
    std::size_t n = 0;
    for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return n;
}

bool is_valid(std::string_view text) {
    for (std::size_t at = 0; (at = ascii_end(text, at)) < text.size();) {
        const std::size_t length = decode_strict(text, at).length;
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        out += d.code_point;
        at += d.length;
    }
    return out;
}

void append(std::string& text, std::u32string_view characters) {
    while (!characters.empty()) {
        const auto end = std::find_if(characters.begin(), characters.end(), [](char32_t c) { return c >= 0x80; });
        const auto plain = static_cast<std::size_t>(end - characters.begin());
        text.resize(text.size() + plain);
        std::transform(characters.begin(), end, text.end() - static_cast<std::ptrdiff_t>(plain), [](char32_t c) { return static_cast<char>(c); });
        for (characters.remove_prefix(plain); !characters.empty() && characters.front() >= 0x80; characters.remove_prefix(1))
            append_sequence(text, characters.front());
    }
}

std::string from_utf32(std::u32string_view text) {
    std::string out;
    out.reserve(text.size());
    append(out, text);
    return out;
}

} // namespace halfstar::utf8
