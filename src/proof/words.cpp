#include "proof/words.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>

namespace halfstar::proof {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::string_view dot_above = "\u0307"; ///< what a Turkish capital leaves behind when it becomes small

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_of_word(char32_t code_point) {
    // Most characters of most texts.
    if (code_point < 0x80) return is_ascii_letter(code_point) || (code_point >= '0' && code_point <= '9');
    switch (unicode::category(code_point)) {
    case unicode::Category::letter:
    case unicode::Category::uppercase:
    case unicode::Category::mark:
    case unicode::Category::digit:
        return !unicode::is_ignorable(code_point);
    case unicode::Category::punctuation:
    case unicode::Category::symbol:
    case unicode::Category::space:
    case unicode::Category::emoji:
    case unicode::Category::other:
        return false;
    }
    return false;
}

/// Characters within a word that neither show nor part.
bool is_unseen(char32_t code_point) {
    return code_point >= 0x80 && unicode::category(code_point) != unicode::Category::space &&
           unicode::is_ignorable(code_point);
}

std::string without_soft_hyphens(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t hyphen = std::min(text.find(soft_hyphen, at), text.size());
        out += text.substr(at, hyphen - at);
        at = hyphen;
        if (at == text.size()) break;
        at = std::min(text.find_first_not_of(" \t\r\n", at + soft_hyphen.size()), text.size());
    }
    return out;
}

/// Turkish, Azeri and Lithuanian: the small letter of I is another one, or has a dot more.
bool has_own_i(std::string_view language) {
    return language.starts_with("tr") || language.starts_with("az") || language.starts_with("lt");
}

/// Small letters, the same for all that one capital stands for.
std::string folded(const std::string& word, std::string_view language) {
    const bool is_plain =
        std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (is_plain && !has_own_i(language)) return ascii_lower(word);
    std::string small = unicode::lower(unicode::upper(word, language), language);
    small = replace_all(small, "ς", "σ");
    return replace_all(small, dot_above, "");
}

} // namespace

void append_words(std::string_view text, Span span, Words& words) {
    const std::string whole = unicode::normalise_nfc(without_soft_hyphens(text));
    std::string word;
    const auto end = [&] {
        if (!word.empty()) words.push_back({std::move(word), span});
        word.clear();
    };
    for (std::size_t at = 0; at < whole.size();) {
        const utf8::Decoded one = utf8::decode(whole, at);
        if (is_of_word(one.code_point))
            word += std::string_view(whole).substr(at, one.length);
        else if (!is_unseen(one.code_point))
            end();
        at += one.length;
    }
    end();
}

Words words_of(std::string_view text, Span span) {
    Words words;
    append_words(text, span, words);
    return words;
}

std::string quoted(const Words& words, std::size_t first, std::size_t count) {
    std::string text;
    for (std::size_t i = first; i < std::min(words.size(), first + count); ++i)
        text += (text.empty() ? "" : " ") + words[i].text;
    return text;
}

std::size_t Spelled::word_at(std::size_t offset) const {
    return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), offset) - ends.begin());
}

Spelled spell(const Words& words, Spelling spelling, std::string_view language) {
    Spelled out;
    if (spelling == Spelling::exact) out.text = " ";
    for (const Word& word : words) {
        out.text += spelling == Spelling::exact ? word.text + ' ' : folded(word.text, language);
        out.ends.push_back(out.text.size());
    }
    return out;
}

} // namespace halfstar::proof
