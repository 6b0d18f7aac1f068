#include "foundation/base/urls.h"

namespace halfstar {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<char> percent_byte(std::string_view text, std::size_t at) {
    if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    return static_cast<char>(high * 16 + low);
}

std::string percent_decoded(std::string_view url) {
    std::string out;
    for (std::size_t at = 0; at < url.size(); ++at) {
        const std::optional<char> byte = percent_byte(url, at);
        out += byte.value_or(url[at]);
        if (byte) at += 2;
    }
    return out;
}

bool has_scheme(std::string_view url) {
    const std::size_t end = url.find_first_of(":/?#");
    return url.starts_with("//") || (end != std::string_view::npos && url[end] == ':');
}

} // namespace halfstar
