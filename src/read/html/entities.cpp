#include "read/html/entities.h"

#include "foundation/base/utf8.h"

#include <libxml/HTMLparser.h>

#include <charconv>
#include <cstdint>

namespace halfstar::soup {
namespace {

constexpr std::size_t name_limit = 32;

/// Windows-1252 at 0x80-0x9F; 0 where it has no character.
constexpr char16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

std::optional<std::string> numbered(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
    if (hexadecimal) digits.remove_prefix(1);
    std::uint32_t value = 0;
    const char* behind = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), behind, value, hexadecimal ? 16 : 10);
    if (digits.empty() || end != behind) return std::nullopt;
    if (error != std::errc() || value == 0) value = 0xFFFD;
    if (value >= 0x80 && value < 0xA0 && windows_1252[value - 0x80] != 0) value = windows_1252[value - 0x80];
    std::string text;
    utf8::append(text, static_cast<char32_t>(value));
    return text;
}

std::optional<std::string> named(std::string_view name) {
    const std::string terminated(name);
    const htmlEntityDesc* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
    if (found == nullptr) return std::nullopt;
    std::string text;
    utf8::append(text, static_cast<char32_t>(found->value));
    return text;
}

} // namespace

std::optional<Entity> read_entity(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at + 1, name_limit);
    const std::size_t end = rest.find(';');
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    const std::string_view name = rest.substr(0, end);
    std::optional<std::string> decoded = name[0] == '#' ? numbered(name.substr(1)) : named(name);
    if (!decoded) return std::nullopt;
    return Entity{std::move(*decoded), end + 2};
}

std::string decode_entities(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::optional<Entity> entity = text[at] == '&' ? read_entity(text, at) : std::nullopt;
        if (entity) {
            out += entity->text;
            at += entity->length;
        } else {
            out += text[at++];
        }
    }
    return out;
}

} // namespace halfstar::soup
