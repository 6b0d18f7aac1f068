// Which language words are in, told by the small words that every sentence of a language is full of. For the languages
// that halfstar hyphenates; of others nothing is said.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::lint {

/// A language by its primary tag ("de") and its English name.
struct KnownLanguage {
    std::string_view tag;
    std::string_view name;
};
/// The language of that BCP 47 tag, if its small words are known.
std::optional<KnownLanguage> known_language(std::string_view tag);

/// The language that `text` is in beyond doubt, when it is not the one `declared`: of at least `least_words` words a
/// sixth are its small words, and more than twice as many as those of `declared`. Nothing where `declared` is not
/// known.
std::optional<KnownLanguage> other_language(std::string_view text, const KnownLanguage& declared,
                                            std::size_t least_words);

} // namespace halfstar::lint
