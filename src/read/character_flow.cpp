#include "read/character_flow.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <span>

namespace halfstar::reading {

namespace {

constexpr char32_t opaque = U'x';

/// A mark that passes change, and what sets it as it is typed.
struct Mark {
    char c;
    std::u32string_view itself;
};
constexpr Mark marks[] = {{'"', U"\""}, {'\'', U"'"}, {'-', U"-"}, {'.', U"."}};

/// Of each `mark` in the source, whether a backslash that is none's own letter stands before it.
std::vector<bool> escapes_of(char mark, std::string_view written) {
    std::vector<bool> escapes;
    bool escaped = false;
    for (const char c : written) {
        if (c == mark) escapes.push_back(escaped);
        escaped = c == '\\' && !escaped;
    }
    return escapes;
}

std::string words_of(std::span<const Sign> signs) {
    std::string words;
    words.reserve(signs.size());
    for (const Sign& sign : signs) {
        if (!sign.changed) utf8::append(words, sign.c);
        else
            for (const char32_t c : sign.set) utf8::append(words, c);
    }
    return words;
}

} // namespace

CharacterFlow::CharacterFlow(Inlines& inlines, std::string_view language, std::string_view source) : source_(source) {
    gather(inlines, language_index(language));
}

CharacterFlow::CharacterFlow(std::string& text, std::string_view language) { gather(text, language_index(language)); }

void CharacterFlow::write() {
    for (auto begin = signs_.begin(), end = begin; begin != signs_.end(); begin = end) {
        const std::uint32_t text = begin->text;
        end = std::find_if(begin, signs_.end(), [text](const Sign& sign) { return sign.text != text; });
        const bool changed = std::any_of(begin, end, [](const Sign& sign) { return sign.changed; });
        if (text != no_text && changed) *texts_[text] = words_of({begin, end});
    }
}

bool CharacterFlow::speaks(std::string_view family) const {
    return std::any_of(languages_.begin(), languages_.end(), [&](std::string_view language) { return language.starts_with(family); });
}

std::uint32_t CharacterFlow::language_index(std::string_view language) {
    const auto found = std::find(languages_.begin(), languages_.end(), language);
    if (found == languages_.end())
        return languages_.push_back(language), static_cast<std::uint32_t>(languages_.size() - 1);
    return static_cast<std::uint32_t>(found - languages_.begin());
}

void CharacterFlow::gather(std::string& text, std::uint32_t language) {
    texts_.push_back(&text);
    const auto index = static_cast<std::uint32_t>(texts_.size() - 1);
    std::size_t next = signs_.size();
    signs_.resize(next + text.size(), {0, index, language, false, {}});
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        signs_[next++].c = c;
        at += length;
    }
    signs_.resize(next);
}

/// The signs from `first_sign` on were written so. Where marks came or went on the way (entities, tags between), they
/// cannot be told apart, and all are set as usual.
void CharacterFlow::keep_escaped(std::size_t first_sign, std::string_view written) {
    if (written.find('\\') == std::string_view::npos) return;
    for (const Mark& mark : marks) {
        const std::vector<bool> escapes = escapes_of(mark.c, written);
        const auto is_mark = [&](const Sign& sign) { return sign.c == static_cast<char32_t>(mark.c); };
        const auto begin = signs_.begin() + static_cast<std::ptrdiff_t>(first_sign);
        if (static_cast<std::size_t>(std::count_if(begin, signs_.end(), is_mark)) != escapes.size()) continue;
        auto escaped = escapes.begin();
        for (auto sign = begin; sign != signs_.end(); ++sign) {
            if (!is_mark(*sign) || !*escaped++) continue;
            sign->set = mark.itself;
            sign->changed = true;
        }
    }
}

void CharacterFlow::gather(Inlines& inlines, std::uint32_t language) {
    for (Inline& node : inlines) {
        std::visit(overloaded{
                       [&](Text& text) {
                           const std::size_t first_sign = signs_.size();
                           gather(text.text, language);
                           if (node.span.end <= source_.size() && node.span.begin < node.span.end)
                               keep_escaped(first_sign,
                                            source_.substr(node.span.begin, node.span.end - node.span.begin));
                       },
                       [&](SoftBreak&) { stand_in(U' ', language); },
                       [&](HardBreak&) { stand_in(U'\n', language); },
                       [&](CodeSpan&) { stand_in(opaque, language); },
                       [&](Styled& styled) { gather(styled.children, language); },
                       [&](Phrase& phrase) {
                           gather(phrase.children,
                                  phrase.language.empty() ? language : language_index(phrase.language));
                       },
                       [&](Link& link) { gather(link.children, language); },
                       [&](Image&) { stand_in(opaque, language); },
                       [](NoteReference&) {},
                       [](RawInline&) {},
                   },
                   node.node);
    }
}

} // namespace halfstar::reading
