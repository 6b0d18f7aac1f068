// Words as the rules compare them: quickly, since every word of every review is looked at.
#pragma once

#include <string_view>
#include <vector>

namespace halfstar::lint {

/// The stretches of `text` between ASCII's spaces and marks and the typographic ones of General Punctuation and
/// Latin-1. Scripts that part their words otherwise come out as longer stretches. Refers to `text`.
std::vector<std::string_view> plain_words(std::string_view text);

} // namespace halfstar::lint
