// What reviewers write for a rating, and what it comes to on its scale. Pure: a text in, a rating out.
#pragma once

#include <halfstar/piece.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace halfstar::reading {

enum class RatingOutcome : std::uint8_t { rated, absent, not_a_rating, outside_scale };

struct RatingReading {
    RatingOutcome outcome = RatingOutcome::absent;
    std::optional<Rating> rating; ///< set when rated
};

/// Reads verdicts in words ("Highly recommended", 👍) as RatingForm::words, stars drawn (`★★★½☆`, `***1/2`), fractions (`3/5`, `3 out of 5`, `7.5 / 10`), percentages,
/// letter grades (A+ to F), number words of seven languages ("three and a half stars", "seven half") and bare
/// numbers, whose scale is `best` hundredths, or when that is 0 the first of 5, 10 and 100 that holds them, until
/// all ratings of the folder have told (Rating::scale says so). Empty texts and words such as "none" or "n/a" are absent.
RatingReading read_rating(std::string_view written, std::int32_t best = 0);

/// Whether a line can be nothing but a rating, without a label: drawn stars, `4/5`, `3 out of 5`.
bool is_bare_rating(std::string_view line);

} // namespace halfstar::reading
