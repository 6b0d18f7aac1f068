#include "backends/html/links.h"

#include "backends/html/parts.h"
#include "foundation/base/strings.h"
#include "foundation/base/urls.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

namespace halfstar::html {
namespace {

constexpr std::string_view web_schemes[] = {"http", "https"};
constexpr std::string_view text_extensions[] = {".md", ".markdown", ".txt", ".html", ".htm"};
constexpr std::string_view plain_schemes[] = {"mailto", "tel"};

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// White space at the ends, and line ends and tabs within, are as if they were not there (the URL
/// standard): "java\nscript:" is "javascript:".
std::string without_blanks(std::string_view url) {
    std::string out;
    for (const char c : url)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
    return std::string(trim(out));
}

/// Letters before the first ':' that could be a scheme; none when something else comes first.
std::optional<std::string> scheme_of(std::string_view url) {
    const std::size_t end = url.find_first_of(":/?#");
    if (end == std::string_view::npos || url[end] != ':') return std::nullopt;
    return ascii_lower(url.substr(0, end));
}

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

bool is_among(std::string_view scheme, std::span<const std::string_view> schemes) {
    return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

/// The path without its last extension.
std::string_view stem(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::size_t slash = path.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return path;
    return path.substr(0, dot);
}

/// Whether the name ends as reviews and the pages made of them do: then a piece of that name is meant.
bool names_a_text(std::string_view path) {
    const std::string_view extension = path.substr(stem(path).size());
    return std::find(std::begin(text_extensions), std::end(text_extensions), extension) != std::end(text_extensions);
}

/// `path` from the folder of `from`, with "." and ".." taken away; none when it leaves the root.
std::optional<std::string> resolved(std::string_view from, std::string_view path) {
    std::vector<std::string> names;
    const auto take = [&](std::string_view text) {
        for (const std::string_view name : split(text, '/')) {
            if (name.empty() || name == ".") continue;
            if (name != "..") {
                names.emplace_back(name);
            } else if (names.empty()) {
                return false;
            } else {
                names.pop_back();
            }
        }
        return true;
    };
    const std::size_t slash = from.rfind('/');
    if (!path.starts_with('/') && slash != std::string_view::npos) take(from.substr(0, slash));
    if (!take(path)) return std::nullopt;
    return join(names, "/");
}

} // namespace

std::optional<std::string> outward_address(std::string_view url) {
    const std::string clean = without_blanks(url);
    const std::string_view view = clean;
    if (view.starts_with("//")) return web_address("https", view);
    const std::optional<std::string> scheme = scheme_of(view);
    if (!scheme) return std::nullopt;
    const std::string_view rest = view.substr(scheme->size() + 1);
    if (is_among(*scheme, web_schemes)) return web_address(*scheme, rest);
    if (!is_among(*scheme, plain_schemes) || rest.empty() || rest.starts_with('#')) return std::nullopt;
    return *scheme + ":" + spelt(rest);
}

std::optional<std::string> relative_address(std::string_view url) {
    const std::string clean = without_blanks(url);
    if (clean.empty() || clean.starts_with("//") || clean.find('\\') != std::string::npos || scheme_of(clean))
        return std::nullopt;
    return spelt(clean);
}

const Piece* linked_piece(const Edition& edition, const Piece& from, std::string_view url) {
    const std::string clean = without_blanks(url);
    const std::string_view path = std::string_view(clean).substr(0, clean.find_first_of("?#"));
    if (path.empty() || path.starts_with("//") || scheme_of(clean)) return nullptr;
    const std::optional<std::string> wanted = resolved(from.path, percent_decoded(path));
    if (!wanted || wanted->empty()) return nullptr;
    const std::string_view bare = names_a_text(*wanted) ? stem(*wanted) : std::string_view(*wanted);
    for (const Piece& piece : edition.pieces)
        if (piece.path == *wanted || stem(piece.path) == bare) return &piece;
    return nullptr;
}

const Piece* piece_called(const Edition& edition, std::string_view key) {
    for (const Piece* piece : shown_pieces(edition))
        if (piece->key == key) return piece;
    return nullptr;
}

const Work* work_at(const Edition& edition, WorkReference reference) {
    if (reference.piece >= edition.pieces.size()) return nullptr;
    const Piece& piece = edition.pieces[reference.piece];
    return reference.work < piece.works.size() + piece.listed.size() ? &piece.film(reference.work) : nullptr;
}

} // namespace halfstar::html
