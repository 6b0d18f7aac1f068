#include "read/character_flow.h"

#include "foundation/base/utf8.h"

#include <algorithm>

namespace halfstar::reading {

namespace {

constexpr char32_t opaque = U'x';

} // namespace

CharacterFlow::CharacterFlow(Inlines& inlines, std::string_view language) { gather(inlines, language_index(language)); }

CharacterFlow::CharacterFlow(std::string& text, std::string_view language) { gather(text, language_index(language)); }

void CharacterFlow::write() {
    for (std::size_t i = 0; i < signs_.size();) {
        const std::uint32_t text = signs_[i].text;
        std::string words;
        for (; i < signs_.size() && signs_[i].text == text; ++i) {
            if (signs_[i].changed)
                words += utf8::from_utf32(signs_[i].set);
            else
                utf8::append(words, signs_[i].c);
        }
        if (text != no_text) *texts_[text] = std::move(words);
    }
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
    for (const char32_t c : utf8::to_utf32(text))
        signs_.push_back({c, index, language, false, {}});
}

void CharacterFlow::gather(Inlines& inlines, std::uint32_t language) {
    for (Inline& node : inlines) {
        std::visit(overloaded{
                       [&](Text& text) { gather(text.text, language); },
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
