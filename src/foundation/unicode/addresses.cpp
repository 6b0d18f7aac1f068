#include "foundation/unicode/addresses.h"

#include "foundation/base/strings.h"
#include "foundation/base/urls.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <vector>

namespace halfstar {
namespace {

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Percent signs for what RFC 3986 does not let stand in a path, query or fragment. A second '#' is escaped.
std::string spelt(std::string_view text) {
    constexpr std::string_view allowed = "-._~!$&'()*+,;=:@/?";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    bool in_fragment = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool starts_fragment = c == '#' && !in_fragment;
        in_fragment = in_fragment || starts_fragment;
        if (is_alphanumeric(c) || allowed.find(c) != std::string_view::npos || starts_fragment ||
            percent_byte(text, at)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

bool is_port(std::string_view port) {
    if (port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit)) return false;
    int value = 0;
    for (const char c : port)
        value = value * 10 + (c - '0');
    return value <= 65535;
}

/// A label of a host's name in ASCII.
bool is_label(std::string_view label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    return std::all_of(label.begin(), label.end(), [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; });
}

bool is_ipv4(const std::vector<std::string_view>& labels) {
    return labels.size() == 4 && std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
               if (label.size() > 3 || (label.size() > 1 && label[0] == '0')) return false;
               int value = 0;
               for (const char c : label)
                   value = is_digit(c) ? value * 10 + (c - '0') : 256;
               return value <= 255;
           });
}

/// The host in ASCII, if it can be one.
std::optional<std::string> host(std::string_view name) {
    if (name.ends_with('.')) name.remove_suffix(1);
    std::optional<std::string> ascii = unicode::host_in_ascii(name);
    if (!ascii) return std::nullopt;
    const std::vector<std::string_view> labels = split(*ascii, '.');
    if (!std::all_of(labels.begin(), labels.end(), is_label)) return std::nullopt;
    // No top domain begins with a digit; browsers take such names for addresses of four numbers.
    if (is_digit(labels.back().front()) && !is_ipv4(labels)) return std::nullopt;
    return ascii;
}

/// "host" or "host:port". Names and passwords before an '@' have no place in a published link.
std::optional<std::string> authority(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::optional<std::string> name = host(text.substr(0, colon));
    if (!name || colon == std::string_view::npos) return name;
    const std::string_view port = text.substr(colon + 1);
    if (!is_port(port)) return std::nullopt;
    return port.empty() ? *name : *name + ":" + std::string(port);
}

std::optional<std::string> web_address(std::string_view scheme, std::string_view rest) {
    if (!rest.starts_with("//")) return std::nullopt;
    rest.remove_prefix(2);
    const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
    const std::optional<std::string> where = authority(rest.substr(0, end));
    if (!where) return std::nullopt;
    return std::string(scheme) + "://" + *where + spelt(rest.substr(end));
}

} // namespace

std::optional<std::string> outward_address(std::string_view url) {
    const std::string clean = without_blanks(url);
    const std::string_view view = clean;
    if (view.starts_with("//")) return web_address("https", view);
    const std::optional<std::string> scheme = scheme_of(view);
    if (!scheme || !is_published_scheme(*scheme)) return std::nullopt;
    const std::string_view rest = view.substr(scheme->size() + 1);
    if (scheme->starts_with("http")) return web_address(*scheme, rest);
    return rest.empty() || rest.starts_with('#') ? std::nullopt : std::optional(*scheme + ":" + spelt(rest));
}

std::optional<std::string> relative_address(std::string_view url) {
    const std::string clean = without_blanks(url);
    if (clean.empty() || clean.starts_with("//") || clean.find('\\') != std::string::npos || scheme_of(clean))
        return std::nullopt;
    return spelt(clean);
}

} // namespace halfstar
