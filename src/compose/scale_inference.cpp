#include "compose/scale_inference.h"

#include "compose/scale.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace halfstar {
namespace {

/// So many ratings of which none is above the middle of a scale were not given on it.
constexpr std::size_t enough_for_half = 8;
/// Among so many there would be one of the best, were there a better one.
constexpr std::size_t enough_for_best = 40, enough_to_doubt = 20;

struct Evidence {
    std::size_t count = 0;
    std::int32_t lowest = 0, highest = 0;
    bool whole = true; ///< no halves
};

Evidence evidence_of(const std::vector<std::int32_t>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const bool whole = std::all_of(values.begin(), values.end(), [](std::int32_t v) { return v % 100 == 0; });
    return {values.size(), *low, *high, whole};
}

/// No more than four stars, in a folder of many.
ScaleGuess guess_below_five(const Evidence& seen) {
    const bool three = seen.highest == 300 && seen.lowest >= 100 && seen.whole;
    if (three && seen.count >= enough_to_doubt) return {300, 500};
    if (seen.highest == 400 && seen.count >= enough_for_best) return {400, 500};
    if (seen.highest == 400 && seen.count >= enough_to_doubt) return {500, 400};
    return {500, 0};
}

ScaleGuess guess_of_numbers(const Evidence& seen) {
    if (seen.highest > 2000) return {10'000, 0};
    if (seen.highest > 1000) return {2000, 10'000};
    if (seen.highest > 500) return {1000, 0};
    if (seen.count < enough_for_half) return {500, 1000};
    if (seen.highest > 400) return {500, 0};
    const ScaleGuess guess = guess_below_five(seen);
    return guess.other == 0 ? ScaleGuess{500, 400} : guess;
}

struct RatingPlace {
    Rating* rating = nullptr;
    Span span;
};

std::vector<RatingPlace> ratings_of(const RatedFolder& folder) {
    std::vector<RatingPlace> all;
    for (Piece* piece : folder.pieces)
        for (std::vector<Work>* works : {&piece->works, &piece->listed})
            for (Work& work : *works)
                if (work.rating) all.push_back({&work.rating->value, work.rating->span});
    return all;
}

/// "5", "4.5".
std::string number_said(std::int32_t hundredths) {
    std::string said = std::to_string(hundredths / 100);
    if (hundredths % 100 == 0) return said;
    said += "." + std::to_string(hundredths % 100 / 10);
    return hundredths % 10 == 0 ? said : said + std::to_string(hundredths % 10);
}

/// The scale that most of the ratings name themselves, or 0; of equals the smaller.
std::int32_t named_scale(const std::vector<RatingPlace>& ratings) {
    std::map<std::int32_t, int> counts;
    for (const RatingPlace& one : ratings)
        if (one.rating->form == RatingForm::number && one.rating->scale == ScaleSource::written) ++counts[one.rating->best];
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(counts.begin(), counts.end(), fewer);
    return most == counts.end() ? 0 : most->first;
}

/// A scale that other ratings of the folder name settles the choice between two, and is one where it holds the numbers.
ScaleGuess settled_by(std::int32_t named, std::int32_t highest, ScaleGuess guess) {
    if (named == 0 || named < highest) return guess;
    if (named == guess.best || named == guess.other) return {named, 0};
    return {guess.best, named};
}

void report_doubt(ScaleGuess guess, const std::vector<RatingPlace>& bare, Diagnostics& diagnostics) {
    const std::string best = number_said(guess.best), other = number_said(guess.other);
    diagnostics.report(Code::ambiguous_scale, bare.front().span,
                       {number_said(std::min(guess.best, guess.other)), number_said(std::max(guess.best, guess.other)),
                        best, std::to_string(bare.size())},
                       {"say it in issue.yaml, or in the front matter: scale: " + best, "or with each rating: " +
                            bare.front().rating->written + "/" + best});
}

void settle_bare(const std::vector<RatingPlace>& all, WrittenAs as, Diagnostics& diagnostics) {
    std::vector<RatingPlace> bare;
    std::vector<std::int32_t> values;
    for (const RatingPlace& one : all) {
        const bool drawn = one.rating->drawn;
        if (one.rating->scale != ScaleSource::inferred || drawn != (as == WrittenAs::stars)) continue;
        bare.push_back(one);
        values.push_back(one.rating->value);
    }
    if (bare.empty()) return;
    const std::int32_t highest = *std::max_element(values.begin(), values.end());
    const ScaleGuess guess = settled_by(named_scale(all), highest, guess_scale(values, as));
    for (const RatingPlace& one : bare)
        one.rating->best = guess.best;
    if (guess.other != 0) report_doubt(guess, bare, diagnostics);
}

/// A line for each form and scale; those that most ratings have first.
std::vector<FolderScale> scales_of(const std::string& folder, const std::vector<RatingPlace>& ratings) {
    using Key = std::tuple<RatingForm, std::int32_t, ScaleSource>;
    struct Range {
        FolderScale scale;
        std::int32_t low = 0, high = 0;
    };
    std::map<Key, Range> ranges;
    for (const RatingPlace& one : ratings) {
        const Rating& rating = *one.rating;
        Range& range = ranges[{rating.form, rating.best, rating.scale}];
        FolderScale& scale = range.scale;
        if (scale.ratings++ == 0) scale = {folder, rating.form, rating.best, rating.scale, 1, rating.written, rating.written};
        if (scale.ratings == 1) range.low = range.high = rating.value;
        if (rating.value < range.low) range.low = rating.value, scale.lowest = rating.written;
        if (rating.value > range.high) range.high = rating.value, scale.highest = rating.written;
    }
    std::vector<FolderScale> scales;
    for (auto& [key, range] : ranges)
        scales.push_back(std::move(range.scale));
    std::stable_sort(scales.begin(), scales.end(),
                     [](const FolderScale& a, const FolderScale& b) { return a.ratings > b.ratings; });
    return scales;
}

} // namespace

ScaleGuess guess_scale(const std::vector<std::int32_t>& values, WrittenAs as) {
    const Evidence seen = evidence_of(values);
    if (as == WrittenAs::numbers) return guess_of_numbers(seen);
    return seen.highest > 500 ? ScaleGuess{1000, 0} : guess_below_five(seen);
}

std::vector<FolderScale> settle_scales(const RatedFolder& folder, Diagnostics& diagnostics) {
    const std::vector<RatingPlace> ratings = ratings_of(folder);
    settle_bare(ratings, WrittenAs::numbers, diagnostics);
    settle_bare(ratings, WrittenAs::stars, diagnostics);
    return scales_of(folder.name, ratings);
}

} // namespace halfstar
