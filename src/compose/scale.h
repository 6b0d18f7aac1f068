// Ratings made comparable: the one scale of an issue, what a rating is on it, and which of two is better.
#pragma once

#include <halfstar/piece.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace halfstar {

/// `best` is hundredths for numbers; letters have one scale (Rating).
struct Scale {
    RatingForm form = RatingForm::number;
    std::int32_t best = 500;
    friend bool operator==(const Scale&, const Scale&) = default;
};

/// `best` of issue.yaml when it is not 0, else the one that most ratings of the pieces have (of equals, numbers
/// before letters and the smaller first), else five.
Scale scale_of(const std::vector<Piece>& pieces, int best);

/// The rating's value on the scale, to the nearest hundredth; none when one has letters and the other numbers.
std::optional<std::int32_t> value_on(const Scale& scale, const Rating& rating);

/// Hundredths between two steps at which the scale is counted: halves up to 5, ones up to 20, else a tenth of it.
/// A letter is a step.
std::int32_t step_of(const Scale& scale);
Rating rating_on(const Scale& scale, std::int32_t value);

/// Larger for the better rating, on whatever scale: millionths of the best there is.
std::int64_t strength(const Rating& rating);

/// The best rating of the piece's works that counts, or null.
const Rating* rating_of(const Piece& piece);

} // namespace halfstar
