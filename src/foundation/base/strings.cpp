#include "foundation/base/strings.h"

#include "foundation/base/byte_set.h"
#include "foundation/base/first_byte.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <cstddef>

namespace halfstar {
namespace {

constexpr ByteSet spaces(" \t\n\r\f\v");

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_blank(char32_t c) { return c < 0x80 ? spaces.holds(static_cast<char>(c)) : c == 0xA0 || c == 0x200B || c == 0xFEFF; }

/// Where the character that ends before `end` begins.
std::size_t start_of_last(std::string_view text, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

/// Edit distance where two neighbours exchanged count as one (optimal string alignment).
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

/// The entity of a character that markup claims for itself, or empty.
std::string_view entity(char32_t c) {
    switch (c) {
    case U'&': return "&amp;";
    case U'<': return "&lt;";
    case U'>': return "&gt;";
    case U'"': return "&quot;";
    default: return {};
    }
}

/// The escape of a character that a JSON string may not hold, or empty. U+2028 and U+2029 end a line in
/// older JavaScript.
std::string json_escape(char32_t c) {
    switch (c) {
    case U'"': return "\\\"";
    case U'\\': return "\\\\";
    case U'\n': return "\\n";
    case U'\r': return "\\r";
    case U'\t': return "\\t";
    default: break;
    }
    if (c >= 0x20 && c != 0x7F && c != U'<' && c != 0x2028 && c != 0x2029) return {};
    constexpr std::string_view digits = "0123456789abcdef";
    std::string escape = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) escape += digits[(c >> shift) & 0xF];
    return escape;
}

/// Appends the ASCII at `at` that stands in XML and JSON as it is in one go, since most text is nothing else; where it ends.
std::size_t append_plain(std::string& out, std::string_view text, std::size_t at) {
    const std::size_t end = first_byte(text, at, [](auto c) {
        return (c < 0x20) | (c >= 0x7F) | (c == '"') | (c == '&') | (c == '<') | (c == '>') | (c == '\\');
    });
    out.append(text, at, end - at);
    return end;
}

/// The production Char of XML 1.0.
bool is_xml_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

} // namespace

std::string_view trim(std::string_view text) {
    const std::size_t begin = spaces.first_other_in(text);
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin);
    while (spaces.holds(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view trim_unicode(std::string_view text) {
    while (!text.empty()) {
        const utf8::Decoded first = utf8::decode(text, 0);
        if (!is_blank(first.code_point)) break;
        text.remove_prefix(first.length);
    }
    while (!text.empty()) {
        const std::size_t at = start_of_last(text, text.size());
        if (!is_blank(utf8::decode(text, at).code_point)) break;
        text = text.substr(0, at);
    }
    return text;
}

std::string plain_spaces(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        const bool widthless = (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
        const bool space = c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
        if (space) plain += ' ';
        else if (!widthless) plain += text.substr(at, length);
        at += length;
    }
    return plain;
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool ascii_iequal(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += separator;
        out += parts[i];
    }
    return out;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    if (from.empty()) return std::string(text);
    std::string out;
    for (std::size_t begin = 0;;) {
        const std::size_t at = text.find(from, begin);
        out += text.substr(begin, at - begin);
        if (at == std::string_view::npos) return out;
        out += to;
        begin = at + from.size();
    }
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    // Whoever types more than this has not mistyped a name, and the distance costs length times length.
    constexpr std::size_t longest = 256;
    if (word.empty() || word.size() > longest) return std::nullopt;
    const std::u32string wanted = utf8::to_utf32(ascii_lower(word));
    std::size_t best = std::max<std::size_t>(1, wanted.size() / 3);
    std::optional<std::string> found;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > 2 * longest) continue;
        const std::size_t distance = edit_distance(wanted, utf8::to_utf32(ascii_lower(candidate)));
        if (distance > best || (found && distance == best)) continue;
        best = distance;
        found = candidate;
    }
    return found;
}

std::string escape_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; (at = append_plain(out, text, at)) < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        at += d.length;
        if (const std::string_view name = entity(d.code_point); !name.empty())
            out += name;
        else
            utf8::append(out, is_xml_character(d.code_point) ? d.code_point : 0xFFFD);
    }
    return out;
}

void append_json(std::string& out, std::string_view text) {
    for (std::size_t at = 0; (at = append_plain(out, text, at)) < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        at += d.length;
        if (const std::string escape = json_escape(d.code_point); !escape.empty())
            out += escape;
        else
            utf8::append(out, d.code_point);
    }
}

std::string escape_json(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    append_json(out, text);
    return out;
}

} // namespace halfstar
