// What is compared when outputs are read back: words as runs of letters, marks and digits. Everything else may
// differ, since quotation marks, dashes and spaces are made typographic on the way and lines are broken anew.
#pragma once

#include <halfstar/diagnostics.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::proof {

struct Word {
    std::string text; ///< in normal form C
    Span span;        ///< of what it stands in; no place where it was read from an output
};
using Words = std::vector<Word>;

/// Appends the words of `text`. Soft hyphens go, with a line end behind them: the parts are one word.
void append_words(std::string_view text, Span span, Words& words);
Words words_of(std::string_view text, Span span = {});

/// Some words as people read them in a message: `count` of them from `first`, fewer where there are no more.
std::string quoted(const Words& words, std::size_t first, std::size_t count);

/// How words are compared: on paper neither the space between two words nor their capitals are the author's, since
/// styles set capitals and lines end anywhere.
enum class Spelling : std::uint8_t { exact, letters };

/// Words spelled one behind the other, and where each ends, with the space behind it.
struct Spelled {
    std::string text;
    std::vector<std::size_t> ends;
    /// The word that the byte at `offset` belongs to; the number of words behind the last.
    std::size_t word_at(std::size_t offset) const;
};
/// Exact words are parted by spaces, and one stands before and behind them, so that only whole words are found in
/// others. `language` says how capitals become small letters.
Spelled spell(const Words& words, Spelling spelling, std::string_view language);

} // namespace halfstar::proof
