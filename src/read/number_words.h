// Small numbers in words, as ratings use them, in the seven languages of the program. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace halfstar::reading {

/// Hundredths: "three" is 300, "dreieinhalb" 350. `word` is in lower case.
std::optional<std::int32_t> number_in_words(std::string_view word);

/// "half", "demi", "media", "mezzo", "buçuk".
bool is_half(std::string_view word);
/// "and", "et", "y", "e".
bool is_and(std::string_view word);
/// "stars" and its kin, or also "points" and theirs.
bool is_star_unit(std::string_view word);
bool is_unit(std::string_view word);

} // namespace halfstar::reading
