// A line that names a film: "10. Parasite (2019, dir. Bong Joon-ho) ★★★★½". Pure.
#pragma once

#include <halfstar/piece.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar::reading {

/// Where in a line the parts stand, in bytes of its plain words.
struct FilmLine {
    std::string rank; ///< "10", or empty
    std::size_t title_begin = 0, title_end = 0;
    Work film; ///< title, year, director, rating
    std::size_t end = 0; ///< behind what was understood
};

/// The rank before a title: "10.", "10)", "#10", "No. 10:"; the bytes it takes, or 0.
std::size_t rank_length(std::string_view words, std::string& rank);

/// Reads a whole line. Nothing when no title is left, or when something follows that is neither year, director
/// nor rating. `bare_best` is what a rating without a scale is out of, in hundredths.
std::optional<FilmLine> read_film_line(std::string_view words, std::int32_t bare_best);

/// What may stand behind a title: "(2019)", "(2019, dir. X)", "(X, 2019)", "[2019]", "★★★★½", "— 4/5". Fills
/// `film`; the bytes it takes, with the marks between.
std::size_t read_film_facts(std::string_view words, std::int32_t bare_best, Work& film);

} // namespace halfstar::reading
