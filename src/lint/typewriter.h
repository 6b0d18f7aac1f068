// Typewriter punctuation in a source, found by holding the source beside the words that were read from it: where the
// words have “ and the source has ", the source's mark is one that a repair can write. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::lint {

enum class Typewriter : std::uint8_t { quotation_mark, spaces, dots };

/// Bytes [begin, end) of the source, and what the words have there.
struct TypewriterMark {
    Typewriter kind{};
    std::uint32_t begin = 0, end = 0;
    std::string set; ///< empty: the words have the same mark, so nobody knows what it was to be
};

/// Holds `source`, the Markdown of one stretch of words, beside the `words`. Escapes and entities are passed over; at
/// the first place where the two cannot be matched (markup within) the search ends, since beyond it nothing is sure.
std::vector<TypewriterMark> typewriter_marks(std::string_view source, std::string_view words);

} // namespace halfstar::lint
