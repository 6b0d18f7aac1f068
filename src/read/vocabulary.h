// What authors call the facts of a review, in front matter and in labels: "director", "Directed by",
// "Regie", "date_watched". One table, so that a new word is a new row.
#pragma once

#include <halfstar/piece.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar::reading {

enum class Field : std::uint8_t {
    title,
    film,
    film_title,
    english_title,
    original_title,
    original_language,
    subtitle,
    summary,
    year,
    released,
    date,
    posted,
    seen,
    seen_on,
    rating,
    score,
    stars,
    rating_best,
    credit,
    credits,
    countries,
    languages,
    language,
    genres,
    minutes,
    imdb,
    tmdb,
    letterboxd,
    picture,
    picture_alternative,
    picture_caption,
    venue,
    medium,
    spoilers,
    epigraph,
    epigraph_source,
    author,
    tags,
    kind,
    works,
    table,
};

/// Where a word is known: as a key of front matter, as a label in the body, or both.
enum class Known : std::uint8_t { as_key, as_label, as_both };

struct Meaning {
    Field field{};
    std::vector<Role> roles; ///< of a credit, in the author's order
    std::string label;       ///< the author's word, for Role::other
};

/// The meaning of a front matter key. Case does not matter; spaces, underscores and hyphens are equal.
std::optional<Meaning> meaning_of_key(std::string_view key);

/// Every key of front matter that halfstar knows, as fold_word spells it; for "did you mean".
std::vector<std::string> known_keys();

/// The meaning of a label in the body. Several roles may be joined: "Written + Directed by",
/// "Director/Writer", "Écrit et réalisé par".
std::optional<Meaning> meaning_of_label(std::string_view label);

/// "review", "interviews", "now showing": the kind of piece that a key's value names.
std::optional<PieceKind> kind_named(std::string_view word);

/// A word as the table has it: lower case, without spaces, underscores, hyphens and a full stop or colon at its end.
std::string fold_word(std::string_view word);

} // namespace halfstar::reading
