#include "read/encodings.h"

#include "foundation/base/first_byte.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <array>

namespace halfstar::reading {

namespace {

constexpr std::size_t looked_at = 64u << 10u;

struct Mark {
    std::string_view bytes;
    Encoding encoding;
};

/// UTF-32's little-endian mark begins as UTF-16's.
constexpr std::array marks = {
    Mark{std::string_view("\xFF\xFE\0\0", 4), Encoding::utf32_little},
    Mark{std::string_view("\0\0\xFE\xFF", 4), Encoding::utf32_big},
    Mark{"\xFF\xFE", Encoding::utf16_little},
    Mark{"\xFE\xFF", Encoding::utf16_big},
    Mark{"\xEF\xBB\xBF", Encoding::utf8},
};

bool is_control(unsigned char byte) {
    return (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f') || byte == 0x7F;
}

/// Every second byte a NUL, and hardly one between.
bool has_nuls_at(std::string_view head, std::size_t first) {
    std::size_t here = 0, there = 0;
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++(i % 2 == first ? here : there);
    return head.size() >= 16 && here * 10 > head.size() / 2 * 7 && there * 20 < head.size() / 2;
}

/// Control characters beyond a tenth; or a few of them where every fourth byte is no UTF-8 either, as in compressed
/// data, which Windows-1252 alone never looks like.
bool looks_binary(std::string_view head) {
    std::size_t controls = 0, invalid = 0;
    const auto ends_words = [](auto c) { return ((c < 0x20) & (c != '\n')) | (c >= 0x7F); };
    for (std::size_t at = 0; (at = first_byte(head, at, ends_words)) < head.size();) {
        const auto [c, length] = utf8::decode(head, at);
        if (c == 0xFFFD && length == 1) ++invalid;
        else if (length == 1 && is_control(static_cast<unsigned char>(head[at]))) ++controls;
        at += length;
    }
    return controls * 10 > head.size() || (controls * 50 > head.size() && invalid * 4 > head.size());
}

} // namespace

Encoded encoding_of(std::string_view bytes) {
    for (const Mark& mark : marks)
        if (bytes.starts_with(mark.bytes)) return {mark.encoding, mark.bytes.size()};
    const std::string_view head = bytes.substr(0, looked_at);
    const bool has_nuls = head.find('\0') != std::string_view::npos;
    if (has_nuls && has_nuls_at(head, 1)) return {Encoding::utf16_little, 0};
    if (has_nuls && has_nuls_at(head, 0)) return {Encoding::utf16_big, 0};
    if (bytes.starts_with("%PDF-") || looks_binary(head)) return {Encoding::binary, 0};
    return {};
}

std::size_t unit_width(Encoding encoding) {
    switch (encoding) {
    case Encoding::utf16_little:
    case Encoding::utf16_big:
        return 2;
    case Encoding::utf32_little:
    case Encoding::utf32_big:
        return 4;
    case Encoding::utf8:
    case Encoding::binary:
        return 1;
    }
    return 1;
}

char32_t unit_at(std::string_view bytes, std::size_t at, Encoding encoding) {
    const std::size_t width = unit_width(encoding);
    const bool little = encoding == Encoding::utf16_little || encoding == Encoding::utf32_little;
    char32_t unit = 0;
    for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i) {
        const std::size_t place = little ? i : width - 1 - i;
        unit |= static_cast<char32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * place);
    }
    return unit;
}

} // namespace halfstar::reading
