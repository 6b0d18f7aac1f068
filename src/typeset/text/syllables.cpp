#include "typeset/text/syllables.h"

namespace halfstar {

namespace {

bool is_vowel(char32_t letter) { return std::u32string_view(U"aeıioöuüâîû").find(letter) != std::u32string_view::npos; }

} // namespace

std::vector<std::uint32_t> turkish_syllables(std::u32string_view word) {
    std::vector<std::uint32_t> begins;
    bool had_vowel = false;
    for (std::uint32_t i = 0; i < word.size(); ++i) {
        if (!is_vowel(word[i])) continue;
        // the last consonant before a vowel goes with it; of two vowels in a row the second stands alone
        if (had_vowel) begins.push_back(is_vowel(word[i - 1]) ? i : i - 1);
        had_vowel = true;
    }
    return begins;
}

} // namespace halfstar
