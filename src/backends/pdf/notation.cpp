#include "backends/pdf/notation.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <charconv>

namespace halfstar::pdf {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool stands_in_name(char c) {
    constexpr std::string_view delimiters = "()<>[]{}/%#";
    return c > ' ' && c < 0x7F && delimiters.find(c) == std::string_view::npos;
}

bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

void append_unit(std::string& bytes, std::uint32_t unit) {
    bytes += static_cast<char>(unit >> 8 & 0xFF);
    bytes += static_cast<char>(unit & 0xFF);
}

void append_hex(std::string& text, char c) {
    const auto byte = static_cast<unsigned char>(c);
    text += hex_digits[byte >> 4];
    text += hex_digits[byte & 15];
}

} // namespace

std::int64_t rounded_quotient(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t half = denominator / 2;
    return (numerator + (numerator < 0 ? -half : half)) / denominator;
}

std::int64_t thousandths(Length length) {
    return rounded_quotient(length.units * 1000, Length::per_point);
}

void append_integer(std::string& text, std::int64_t value) {
    char digits[24];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_decimal(std::string& text, std::int64_t value) {
    char digits[24];
    if (value < 0) {
        text += '-';
        value = -value;
    }
    const std::to_chars_result whole = std::to_chars(digits, digits + sizeof digits, value / 1000);
    text.append(digits, whole.ptr);
    std::int64_t rest = value % 1000;
    if (rest == 0) {
        return;
    }
    text += '.';
    for (std::int64_t place = 100; rest > 0; place /= 10) {
        text += static_cast<char>('0' + rest / place);
        rest %= place;
    }
}

std::string decimal(std::int64_t value) {
    std::string text;
    append_decimal(text, value);
    return text;
}

std::string number(Length length) { return decimal(thousandths(length)); }

std::string reference(ObjectNumber object) { return std::to_string(object) + " 0 R"; }

std::string name(std::string_view text) {
    std::string written = "/";
    for (const char c : text) {
        if (stands_in_name(c)) {
            written += c;
        } else {
            written += '#';
            append_hex(written, c);
        }
    }
    return written;
}

std::string text_string(std::string_view text) {
    return is_printable_ascii(text) ? byte_string(text) : hex_string("\xFE\xFF" + utf16(text));
}

void append_string_byte(std::string& text, std::uint8_t byte) {
    switch (byte) {
    case '(':
    case ')':
    case '\\':
        text += '\\';
        text += static_cast<char>(byte);
        break;
    case '\r': text += "\\r"; break; // a bare one would be read as a line feed
    default: text += static_cast<char>(byte);
    }
}

std::string byte_string(std::string_view bytes) {
    std::string text = "(";
    for (const char c : bytes) {
        append_string_byte(text, static_cast<std::uint8_t>(c));
    }
    return text + ')';
}

std::string hex_string(std::string_view bytes) {
    std::string text = "<";
    for (const char c : bytes) {
        append_hex(text, c);
    }
    return text + '>';
}

std::string utf16(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        at += decoded.length;
        const auto point = static_cast<std::uint32_t>(decoded.code_point);
        if (point < 0x10000) {
            append_unit(bytes, point);
        } else {
            append_unit(bytes, 0xD800 + ((point - 0x10000) >> 10));
            append_unit(bytes, 0xDC00 + ((point - 0x10000) & 0x3FF));
        }
    }
    return bytes;
}

} // namespace halfstar::pdf
