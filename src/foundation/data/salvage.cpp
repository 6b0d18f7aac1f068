#include "foundation/data/salvage.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <algorithm>

namespace halfstar::salvage {
namespace {

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Whether the marks at both ends of the text hold all of it: every apostrophe inside stands between letters, or the
/// first other mark opens something.
bool holds_all(std::string_view text) {
    const char mark = text.front();
    const std::string_view inside = text.substr(1, text.size() - 2);
    for (std::size_t at = inside.find(mark); at != std::string_view::npos; at = inside.find(mark, at + 1)) {
        const bool after_letter = at > 0 && is_word_byte(inside[at - 1]);
        const bool before_letter = at + 1 < inside.size() && is_word_byte(inside[at + 1]);
        if (mark == '\'' && after_letter && before_letter) continue;
        return !after_letter && before_letter;
    }
    return true;
}

} // namespace

std::string_view unquoted(std::string_view text) {
    if (text.size() < 2 || (text.front() != '"' && text.front() != '\'')) return text;
    const bool closed = text.back() == text.front();
    if (closed) return holds_all(text) ? text.substr(1, text.size() - 2) : text;
    const bool alone = text.find(text.front(), 1) == std::string_view::npos;
    return alone && text.front() == '"' ? text.substr(1) : text;
}

std::vector<std::string> shown(Tolerance tolerance, std::string_view before, std::string_view words) {
    constexpr std::size_t most = 72; // bytes
    std::string cut(words);
    if (cut.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(cut[end]) & 0xC0) == 0x80)
            --end;
        cut = cut.substr(0, end) + "…";
    }
    const bool plain = cut.find('"') == std::string::npos && cut.find('\\') == std::string::npos;
    const std::string quoted = plain ? "\"" + cut + "\"" : "'" + replace_all(cut, "'", "''") + "'";
    return {(tolerance == Tolerance::settings ? "put it in quotation marks: " : "it was read as: ") + std::string(before) + quoted};
}

void Collected::add(std::string key, Value value, Diagnostics& diagnostics) {
    const bool first = keys_.insert(key).second;
    if (!first) diagnostics.report(Code::duplicate_key, value.key_span, {key});
    if (first || tolerance_ == Tolerance::front_matter) members_.emplace_back(std::move(key), std::move(value));
}

} // namespace halfstar::salvage
