#include "foundation/unicode/latin.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <array>

namespace halfstar::unicode {
namespace {

constexpr char32_t first_letter = 0xA0;
constexpr char32_t first_mark = 0x2000, last_mark = 0x206F; // general punctuation
constexpr std::string_view parting = " ";

/// Of U+00A0 to U+024F, 16 a row; empty where the CLDR's rules for Latin-ASCII have no letters.
constexpr std::array<std::string_view, 0x250 - first_letter> letters = {
    "", "!", "", "", "", "", "", "", "", "(c)", "", "<<", "", "-", "(r)", "", // U+00A0
    "", "+/-", "", "", "", "", "", "", "", "", "", ">>", " 1/4", " 1/2", " 3/4", "?", // U+00B0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", // U+00C0
    "d", "n", "o", "o", "o", "o", "o", "*", "o", "u", "u", "u", "u", "y", "th", "ss", // U+00D0
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", // U+00E0
    "d", "n", "o", "o", "o", "o", "o", "/", "o", "u", "u", "u", "u", "y", "th", "y", // U+00F0
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", // U+0100
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", // U+0110
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", // U+0120
    "i", "i", "ij", "ij", "j", "j", "k", "k", "q", "l", "l", "l", "l", "l", "l", "l", // U+0130
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "'n", "n", "n", "o", "o", "o", "o", // U+0140
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", // U+0150
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", // U+0160
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s", // U+0170
    "b", "b", "b", "b", "", "", "", "c", "c", "d", "d", "d", "d", "", "", "", // U+0180
    "e", "f", "f", "g", "", "hv", "i", "i", "k", "k", "l", "", "", "n", "n", "", // U+0190
    "o", "o", "oi", "oi", "p", "p", "", "", "", "", "", "t", "t", "t", "t", "u", // U+01A0
    "u", "", "v", "y", "y", "z", "z", "", "", "", "", "", "", "", "", "", // U+01B0
    "", "", "", "", "dz", "dz", "dz", "lj", "lj", "lj", "nj", "nj", "nj", "a", "a", "i", // U+01C0
    "i", "o", "o", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "", "a", "a", // U+01D0
    "a", "a", "ae", "ae", "g", "g", "g", "g", "k", "k", "o", "o", "o", "o", "", "", // U+01E0
    "j", "dz", "dz", "dz", "g", "g", "", "", "n", "n", "a", "a", "ae", "ae", "o", "o", // U+01F0
    "a", "a", "a", "a", "e", "e", "e", "e", "i", "i", "i", "i", "o", "o", "o", "o", // U+0200
    "r", "r", "r", "r", "u", "u", "u", "u", "s", "s", "t", "t", "", "", "h", "h", // U+0210
    "", "d", "", "", "z", "z", "a", "a", "e", "e", "o", "o", "o", "o", "o", "o", // U+0220
    "o", "o", "y", "y", "l", "n", "t", "j", "db", "qp", "a", "c", "c", "l", "t", "s", // U+0230
    "z", "", "", "b", "u", "", "e", "e", "j", "j", "", "", "r", "r", "y", "y", // U+0240
};

bool is_apostrophe(char32_t c) { return c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032; }

/// Empty for what is neither a Latin letter nor a mark between words.
std::string_view in_ascii(char32_t c) {
    if (c >= first_letter && c - first_letter < letters.size()) {
        const std::string_view letter = letters[c - first_letter];
        return letter.empty() ? parting : letter;
    }
    if (c >= 0x80 && c < first_letter) return parting; // controls
    if (c < first_mark || c > last_mark) return {};
    return is_apostrophe(c) ? "'" : parting;
}

} // namespace

std::optional<std::string> latin_in_ascii(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        const std::string_view beyond = c < 0x80 ? text.substr(at, 1) : in_ascii(c);
        if (beyond.empty()) return std::nullopt;
        out += beyond;
        at += length;
    }
    return ascii_lower(out);
}

} // namespace halfstar::unicode
