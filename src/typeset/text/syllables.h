// The rule by which Turkish parts its words, for which no patterns are packaged: each syllable has one vowel,
// and takes at most one consonant before it (Türk Dil Kurumu, Yazım Kılavuzu, "Hece yapısı").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace halfstar {

/// For a word in lower case: indexes of letters before which a syllable begins, the first not counted.
std::vector<std::uint32_t> turkish_syllables(std::u32string_view word);

} // namespace halfstar
