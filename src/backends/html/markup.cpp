#include "backends/html/markup.h"

#include "foundation/base/first_byte.h"
#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <algorithm>

namespace halfstar::html {
namespace {

/// What HTML's and XML's parsers both take without complaint.
bool is_permitted(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n';
    if (c >= 0x7F && c <= 0x9F) return false;
    if (c >= 0xFDD0 && c <= 0xFDEF) return false;
    return (c & 0xFFFE) != 0xFFFE;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Appends the ASCII at `at` that stands in markup as it is in one go, since most text is nothing else; where it ends.
std::size_t append_plain(std::string& out, std::string_view text, std::size_t at) {
    const std::size_t end = first_byte(
        text, at, [](auto c) { return (c < 0x20) | (c >= 0x7F) | (c == '"') | (c == '&') | (c == '<') | (c == '>'); });
    out.append(text, at, end - at);
    return end;
}

/// Appends what escape gives.
void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; (at = append_plain(out, text, at)) < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        at += d.length;
        switch (d.code_point) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: utf8::append(out, is_permitted(d.code_point) ? d.code_point : 0xFFFD);
        }
    }
}

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

} // namespace

std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    append_escaped(out, text);
    return out;
}

std::string permitted(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = first_byte(text, at, [](auto c) { return (c < 0x20) | (c >= 0x7F); });
        out.append(text, at, plain - at);
        if ((at = plain) == text.size()) break;
        const utf8::Decoded d = utf8::decode(text, at);
        at += d.length;
        utf8::append(out, is_permitted(d.code_point) ? d.code_point : 0xFFFD);
    }
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t n = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (i < n ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out += i <= n ? digits[group >> (18 - 6 * i) & 63] : '=';
    }
    return out;
}

std::string decimal(std::int64_t hundredths) {
    const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
    std::string out = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
    if (size % 100 == 0) return out;
    out += '.';
    out += static_cast<char>('0' + size % 100 / 10);
    if (size % 10 != 0) out += static_cast<char>('0' + size % 10);
    return out;
}

Tag& Tag::set(std::string_view name, std::string_view value) {
    attributes_ += ' ';
    attributes_ += name;
    attributes_ += "=\"";
    append_escaped(attributes_, value);
    attributes_ += '"';
    return *this;
}

Tag& Tag::maybe(std::string_view name, std::string_view value) { return value.empty() ? *this : set(name, value); }

Tag& Tag::language(Syntax syntax, std::string_view language, Direction direction) {
    if (is_language_tag(language)) {
        set("lang", language);
        if (syntax == Syntax::xhtml) set("xml:lang", language);
    }
    switch (direction) {
    case Direction::inherit: break;
    case Direction::left_to_right: set("dir", "ltr"); break;
    case Direction::right_to_left: set("dir", "rtl"); break;
    }
    return *this;
}

void Markup::open(const Tag& tag) {
    text_ += '<';
    text_ += tag.name();
    text_ += tag.attributes();
    text_ += '>';
}

void Markup::close(std::string_view name) {
    text_ += "</";
    text_ += name;
    text_ += '>';
}

void Markup::single(const Tag& tag) {
    text_ += '<';
    text_ += tag.name();
    text_ += tag.attributes();
    text_ += is_xhtml() ? "/>" : ">";
}

void Markup::open(const Tag& tag, std::string_view attribute, const Picture& picture) {
    text_ += '<';
    text_ += tag.name();
    text_ += tag.attributes();
    text_ += ' ';
    text_ += attribute;
    text_ += "=\"";
    embeddings_.push_back({text_.size(), &picture});
    text_ += "\">";
}

void Markup::single(const Tag& tag, std::string_view attribute, const Picture& picture) {
    open(tag, attribute, picture);
    if (is_xhtml()) text_.insert(text_.size() - 1, "/");
}

void Markup::element(const Tag& tag, std::string_view words) {
    open(tag);
    text(words);
    close(tag.name());
}

void Markup::text(std::string_view words) { append_escaped(text_, words); }

void Markup::line() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
}

bool is_language_tag(std::string_view tag) {
    const std::vector<std::string_view> parts = split(tag, '-');
    const auto letters = [](std::string_view part) { return std::all_of(part.begin(), part.end(), is_letter); };
    const std::string_view first = parts.front();
    if (first.size() < 2 || first.size() > 8 || first.size() == 4 || !letters(first)) return false;
    return std::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
        return !part.empty() && part.size() <= 8 &&
               std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c); });
    });
}

bool same_language(std::string_view a, std::string_view b) { return ascii_iequal(primary(a), primary(b)); }

} // namespace halfstar::html
