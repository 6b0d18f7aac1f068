#include "foundation/base/urls.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <iterator>

namespace halfstar {
namespace {

constexpr std::string_view published_schemes[] = {"http", "https", "mailto", "tel"};
constexpr std::string_view running_schemes[] = {"javascript", "vbscript", "livescript", "mocha"};
/// What these are put before is an address again: "feed:javascript:".
constexpr std::string_view wrapping_schemes[] = {"feed", "jar", "view-source"};
constexpr std::string_view raster_formats[] = {"png", "jpeg", "jpg", "gif", "webp"};

template <class Words>
bool is_among(std::string_view word, const Words& words) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// "data:image/png;base64,…" and the like, blanks taken away: what stands before the first ';' or ','.
bool is_raster_data(std::string_view clean) {
    const std::string type = ascii_lower(clean.substr(0, clean.find_first_of(";,")));
    constexpr std::string_view start = "data:image/";
    return type.starts_with(start) && is_among(std::string_view(type).substr(start.size()), raster_formats);
}

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

std::string without_blanks(std::string_view url) {
    std::string out;
    for (const char c : url)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
    return std::string(trim(out));
}

std::optional<std::string> scheme_of(std::string_view url) {
    const std::string clean = without_blanks(url);
    const std::size_t end = clean.find_first_of(":/?#");
    if (end == std::string::npos || clean[end] != ':') return std::nullopt;
    return ascii_lower(clean.substr(0, end));
}

bool is_published_scheme(std::string_view scheme) { return is_among(scheme, published_schemes); }

bool runs_program(std::string_view url, AddressUse use) {
    const std::optional<std::string> scheme = scheme_of(url);
    if (!scheme) return false;
    // Spaces within a scheme make it none, but not every reader of addresses knows that.
    const std::string name = replace_all(*scheme, " ", "");
    if (name == "data") return use == AddressUse::link || !is_raster_data(without_blanks(url));
    if (is_among(name, wrapping_schemes)) return runs_program(url.substr(url.find(':') + 1), AddressUse::link);
    return is_among(name, running_schemes);
}

} // namespace halfstar
