#include "compose/passes.h"

#include "compose/index_words.h"
#include "compose/scale.h"
#include "document/dates.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <string_view>

namespace halfstar {
namespace {

std::string folded(std::string_view words) { return unicode::lower(unicode::normalise_nfc(words), ""); }

bool has(const std::vector<std::string>& words, std::string_view word) {
    const std::string wanted = folded(word);
    return std::any_of(words.begin(), words.end(), [&](const std::string& one) { return folded(one) == wanted; });
}

bool fits_one(const std::string& path, const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& one) { return path_fits(path, one); });
}

class Selector {
public:
    Selector(const Selection& selection, Scale scale) : selection_(selection), scale_(scale) {}

    bool takes(const Piece& piece) const {
        return meets_days(piece) && meets_words(piece.tags, selection_.tags) &&
               meets_words(piece.authors, selection_.authors) && meets_people(piece) && meets_rating(piece) &&
               (selection_.files.empty() || fits_one(piece.path, selection_.files));
    }

private:
    bool meets_days(const Piece& piece) const {
        const Date* day = day_of(piece);
        const bool asked = !selection_.years.empty() || selection_.from || selection_.to;
        if (day == nullptr) return !asked;
        const auto& years = selection_.years;
        if (!years.empty() && std::find(years.begin(), years.end(), day->year) == years.end()) return false;
        if (selection_.from && compare_known(*day, *selection_.from) < 0) return false;
        return !selection_.to || compare_known(*day, *selection_.to) <= 0;
    }

    static bool meets_words(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
        return wanted.empty() ||
               std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) { return has(words, one); });
    }

    bool meets_people(const Piece& piece) const {
        if (selection_.people.empty()) return true;
        for (const Work& work : piece.works)
            for (const Credit& credit : work.credits)
                if (has(selection_.people, credit.name)) return true;
        return false;
    }

    /// A letter counts as the stars that are drawn for it.
    bool meets_rating(const Piece& piece) const {
        if (!selection_.rating_at_least) return true;
        const Rating* rating = rating_of(piece);
        if (rating == nullptr) return false;
        constexpr std::int64_t all_stars = 20;
        const auto value = value_on(scale_, *rating);
        if (value) return *value >= *selection_.rating_at_least;
        return std::int64_t{rating->quarter_stars()} * scale_.best >= all_stars * *selection_.rating_at_least;
    }

    const Selection& selection_;
    Scale scale_;
};

/// What a number in `rating-at-least` is out of: where most are letters, five.
Scale scale_of_numbers(const std::vector<Piece>& pieces, int best) {
    const Scale scale = scale_of(pieces, best);
    return scale.form == RatingForm::number ? scale : Scale();
}

} // namespace

void select_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics) {
    if (settings.issue == nullptr) return;
    const IssueSettings& issue = *settings.issue;
    std::erase_if(edition.pieces, [&](const Piece& piece) { return fits_one(piece.path, issue.ignore); });
    const bool had_some = !edition.pieces.empty();
    const Selector selector(issue.select, scale_of_numbers(edition.pieces, issue.rating_best));
    std::erase_if(edition.pieces, [&](const Piece& piece) { return !selector.takes(piece); });
    if (had_some && edition.pieces.empty()) diagnostics.report(Code::empty_selection, issue.select.span);
}

} // namespace halfstar
