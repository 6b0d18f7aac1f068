#include "read/character_flow.h"

#include "foundation/base/utf8.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

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

} // namespace

CharacterFlow::CharacterFlow(Inlines& inlines, std::string_view language, std::string_view source) : source_(source) {
    gather(inlines, language_index(language));
}

CharacterFlow::CharacterFlow(std::string& text, std::string_view language) { gather(text, language_index(language)); }

/// Parts without characters stand before the one that has them.
const CharacterFlow::Part& CharacterFlow::part_of(std::size_t i) const {
    const auto after = std::upper_bound(parts_.begin(), parts_.end(), i, [](std::size_t at, const Part& part) { return at < part.begin; });
    return *std::prev(after);
}

void CharacterFlow::write() {
    auto change = changes_.cbegin();
    while (change != changes_.cend()) {
        const Part& part = part_of(change->first);
        const std::size_t end = &part == &parts_.back() ? characters_.size() : (&part + 1)->begin;
        *part.text = changed_words(part.begin, end, change);
        change = changes_.lower_bound(end);
    }
}

/// Characters [begin, end) with the changes from `change` on.
std::string CharacterFlow::changed_words(std::size_t begin, std::size_t end, Changes::const_iterator change) const {
    std::string words;
    words.reserve(end - begin);
    const std::u32string_view characters = characters_;
    while (begin < end) {
        const std::size_t stop = change == changes_.cend() ? end : std::min(change->first, end);
        utf8::append(words, characters.substr(begin, stop - begin));
        begin = stop;
        if (begin == end) break;
        utf8::append(words, change->second);
        ++change, ++begin;
    }
    return words;
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
    std::size_t next = characters_.size();
    parts_.push_back({next, &text, language});
    characters_.resize(next + text.size());
    for (std::size_t at = 0; at < text.size();) {
        for (const std::size_t end = utf8::ascii_end(text, at); at < end; ++at) characters_[next++] = static_cast<unsigned char>(text[at]);
        if (at == text.size()) break;
        const auto [c, length] = utf8::decode(text, at);
        characters_[next++] = c;
        at += length;
    }
    characters_.resize(next);
}

void CharacterFlow::stand_in(char32_t c, std::uint32_t language) {
    parts_.push_back({characters_.size(), nullptr, language});
    characters_ += c;
}

/// The characters from `begin` on were written so. Where marks came or went on the way (entities, tags between), they
/// cannot be told apart, and all are set as usual.
void CharacterFlow::keep_escaped(std::size_t begin, std::string_view written) {
    if (written.find('\\') == std::string_view::npos) return;
    for (const Mark& mark : marks) {
        const std::vector<bool> escapes = escapes_of(mark.c, written);
        const auto c = static_cast<char32_t>(mark.c);
        if (static_cast<std::size_t>(std::count(characters_.begin() + static_cast<std::ptrdiff_t>(begin), characters_.end(), c)) != escapes.size())
            continue;
        auto escaped = escapes.begin();
        for (std::size_t i = begin; i < characters_.size(); ++i)
            if (characters_[i] == c && *escaped++) put(i, mark.itself);
    }
}

void CharacterFlow::gather(Inlines& inlines, std::uint32_t language) {
    for (Inline& node : inlines) {
        std::visit(overloaded{
                       [&](Text& text) {
                           const std::size_t begin = characters_.size();
                           gather(text.text, language);
                           if (node.span.end <= source_.size() && node.span.begin < node.span.end)
                               keep_escaped(begin, source_.substr(node.span.begin, node.span.end - node.span.begin));
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
