#include "compose/scale.h"

#include <algorithm>
#include <map>
#include <utility>

namespace halfstar {
namespace {

constexpr std::int32_t worst_letter = 100, best_letter = 1300;

Scale scale_of(const Rating& rating) {
    return rating.form == RatingForm::letter ? Scale{RatingForm::letter, best_letter}
                                             : Scale{RatingForm::number, rating.best};
}

} // namespace

Scale scale_of(const std::vector<Piece>& pieces, int best) {
    if (best > 0) return {RatingForm::number, best * 100};
    std::map<std::pair<RatingForm, std::int32_t>, int> counts;
    for (const Piece& piece : pieces)
        for (const Work& work : piece.works) {
            if (!work.rating || !work.rating->value.is_counted()) continue;
            const Scale scale = scale_of(work.rating->value);
            ++counts[{scale.form, scale.best}];
        }
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(counts.begin(), counts.end(), fewer);
    return most == counts.end() ? Scale() : Scale{most->first.first, most->first.second};
}

std::optional<std::int32_t> value_on(const Scale& scale, const Rating& rating) {
    if (rating.form != scale.form || !rating.is_counted()) return std::nullopt;
    if (scale.form == RatingForm::letter || rating.best == scale.best) return rating.value;
    if (rating.best <= 0) return std::nullopt;
    const std::int64_t best = rating.best;
    const std::int64_t value = std::clamp<std::int64_t>(rating.value, 0, best);
    return static_cast<std::int32_t>((2 * value * scale.best + best) / (2 * best));
}

std::int32_t step_of(const Scale& scale) {
    if (scale.form == RatingForm::letter) return 100;
    if (scale.best <= 500) return 50;
    return scale.best <= 2000 ? 100 : scale.best / 10;
}

Rating rating_on(const Scale& scale, std::int32_t value) {
    Rating rating;
    rating.form = scale.form;
    rating.value = value;
    rating.worst = scale.form == RatingForm::letter ? worst_letter : 0;
    rating.best = scale.best;
    return rating;
}

std::int64_t strength(const Rating& rating) {
    constexpr std::int64_t millionths = 1000000;
    // As in Rating::quarter_stars: a number counts from 0, a letter from F.
    const std::int64_t least = rating.form == RatingForm::letter ? rating.worst : 0;
    const std::int64_t range = rating.best - least;
    return range <= 0 ? 0 : (rating.value - least) * millionths / range;
}

const Rating* rating_of(const Piece& piece) {
    const Rating* best = nullptr;
    for (const Work& work : piece.works) {
        if (!work.rating || !work.rating->value.is_counted()) continue;
        const Rating& rating = work.rating->value;
        if (best == nullptr || strength(*best) < strength(rating)) best = &rating;
    }
    return best;
}

} // namespace halfstar
