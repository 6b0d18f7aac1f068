#include <halfstar/piece.h>

#include <algorithm>

namespace halfstar {

int Rating::quarter_stars() const {
    constexpr std::int64_t all = 20;
    // Three of five are three stars, whether the scale begins at 0, at a half or at 1; but an F is none.
    const std::int64_t least = form == RatingForm::letter ? worst : 0;
    const std::int64_t range = static_cast<std::int64_t>(best) - least;
    if (range <= 0) return 0;
    const std::int64_t part = std::clamp<std::int64_t>(static_cast<std::int64_t>(value) - least, 0, range);
    return static_cast<int>((part * all * 2 + range) / (range * 2));
}

} // namespace halfstar
