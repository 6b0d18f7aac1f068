#include "read/text_repair.h"

#include "foundation/base/utf8.h"
#include "read/read.h"

#include <array>

namespace halfstar::reading {

namespace {

/// Windows-1252's 0x80 to 0x9F; 0 where the code page has no character.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

char32_t from_windows_1252(unsigned char byte) {
    if (byte < 0x80 || byte > 0x9F) return byte;
    const char32_t c = windows_1252[byte - 0x80u];
    return c == 0 ? 0xFFFD : c;
}

/// What may stand in every output for `c`. C1 controls are what Windows-1252's quotation marks become
/// when a program took them for Latin-1; the HTML standard reads them the same way.
char32_t carried(char32_t c) {
    if (c == '\n' || c == '\t') return c;
    if (c == '\v' || c == '\f') return ' ';
    if (c < 0x20 || c == 0x7F) return 0xFFFD;
    if (c >= 0x80 && c <= 0x9F) return from_windows_1252(static_cast<unsigned char>(c));
    if (c >= 0xFDD0 && c <= 0xFDEF) return 0xFFFD;
    if ((c & 0xFFFEu) == 0xFFFEu) return 0xFFFD;
    return c;
}

/// Collects code points into text, with every line end as LF.
class Lines {
public:
    void add(char32_t c) {
        const bool after_return = returned_;
        returned_ = c == '\r';
        if (c == '\n' && after_return) return;
        utf8::append(text_, carried(c == '\r' ? U'\n' : c));
    }
    std::size_t size() const { return text_.size(); }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
    bool returned_ = false;
};

std::string from_utf16(std::string_view bytes, std::size_t high) {
    const auto unit = [&](std::size_t i) {
        const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(bytes[2 * i + k]); };
        return static_cast<char32_t>(byte(high) << 8u | byte(1 - high));
    };
    Lines lines;
    const std::size_t units = bytes.size() / 2;
    for (std::size_t i = 0; i < units; ++i) {
        char32_t c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < units && unit(i + 1) >= 0xDC00 && unit(i + 1) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10u) + (unit(i + 1) - 0xDC00);
            ++i;
        }
        lines.add(c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
    }
    return lines.take();
}

std::string from_utf8(std::string_view bytes, SourceId source, Diagnostics& diagnostics) {
    Lines lines;
    std::size_t wrong = 0;
    Span first{source, 0, 0};
    for (std::size_t at = 0; at < bytes.size();) {
        const auto [c, length] = utf8::decode(bytes, at);
        const bool invalid = c == 0xFFFD && length == 1;
        const std::size_t begin = lines.size();
        lines.add(invalid ? from_windows_1252(static_cast<unsigned char>(bytes[at])) : c);
        if (invalid && ++wrong == 1) {
            first.begin = static_cast<std::uint32_t>(begin);
            first.end = static_cast<std::uint32_t>(lines.size());
        }
        at += length;
    }
    if (wrong > 0) diagnostics.report(Code::invalid_utf8, first, {std::to_string(wrong)});
    return lines.take();
}

/// Whether so many control characters stand in the first bytes that no one wrote this as text.
bool looks_binary(std::string_view bytes) {
    if (bytes.find('\0') != std::string_view::npos || bytes.starts_with("%PDF-")) return true;
    const std::string_view head = bytes.substr(0, 4096);
    std::size_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f') ++controls;
    }
    return controls * 10 > head.size();
}

} // namespace

std::optional<std::string> repair_text(std::string_view bytes, SourceId source, std::string_view path,
                                       Diagnostics& diagnostics) {
    const Span nowhere{source, 0, 0};
    if (bytes.size() > input_byte_limit) {
        diagnostics.report(Code::input_too_large, nowhere, {path});
        return std::nullopt;
    }
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), 1);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), 0);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (looks_binary(bytes)) {
        diagnostics.report(Code::binary_input, nowhere, {path});
        return std::nullopt;
    }
    return from_utf8(bytes, source, diagnostics);
}

} // namespace halfstar::reading
