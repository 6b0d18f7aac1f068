// What a review should say of itself and does not, and years in which no film was made.
#include "lint/rules.h"

#include "read/vocabulary.h"

#include <algorithm>
#include <string>

namespace halfstar::lint {
namespace {

constexpr int first_film = 1888; ///< "Roundhay Garden Scene"

bool is_from_the_name(const Piece& piece) { return piece.title.span.end == 0; }

bool is_rated(const Piece& piece) {
    return std::any_of(piece.works.begin(), piece.works.end(),
                       [](const Work& work) { return work.rating.has_value(); });
}

/// A fact that could not be read was complained of where it stands.
bool has_unread(const Piece& piece, std::initializer_list<reading::Field> fields) {
    return std::any_of(piece.extras.begin(), piece.extras.end(), [&](const ExtraFact& extra) {
        const auto meaning = reading::meaning_of_key(extra.key);
        return meaning && std::find(fields.begin(), fields.end(), meaning->field) != fields.end();
    });
}

bool has_date(const Piece& piece) {
    using reading::Field;
    return piece.published || piece.seen || has_unread(piece, {Field::date, Field::posted, Field::seen});
}

bool has_rating(const Piece& piece) {
    using reading::Field;
    return is_rated(piece) || has_unread(piece, {Field::rating, Field::score, Field::stars});
}

void report_year(const Desk& desk, int year, Span span) {
    const auto& now = desk.manuscripts.year;
    if (year < first_film)
        desk.report(Code::implausible_year, span, {std::to_string(year), "before the first film, of 1888"});
    else if (now && year > *now)
        desk.report(Code::implausible_year, span, {std::to_string(year), "in the future"});
}

/// `lacks` of each piece; of several that all lack it, once of the first, since their author does without.
template <class Lacks> void report_missing(const Desk& desk, Code code, const Lacks& lacks) {
    std::vector<const Piece*> reviews, without;
    for (const FiledPiece& filed : desk.manuscripts.pieces)
        if (filed.piece->kind == PieceKind::review) reviews.push_back(filed.piece);
    std::copy_if(reviews.begin(), reviews.end(), std::back_inserter(without), lacks);
    if (without.size() > 1 && without.size() == reviews.size()) {
        desk.report(code, head_of(*without.front()), {},
                    {"none of the " + std::to_string(reviews.size()) + " reviews has one"});
        return;
    }
    for (const Piece* piece : without)
        desk.report(code, head_of(*piece));
}

} // namespace

void check_title(const Desk& desk, const FiledPiece& filed) {
    const Piece& piece = *filed.piece;
    if (is_from_the_name(piece)) desk.report(Code::missing_title, head_of(piece), {piece.title.value});
}

void check_years(const Desk& desk, const FiledPiece& filed) {
    const Piece& piece = *filed.piece;
    for (const Work& work : piece.works)
        if (work.year) report_year(desk, *work.year, place_of(desk, piece, std::to_string(*work.year)));
    for (const auto* date : {&piece.published, &piece.seen})
        if (*date) report_year(desk, (*date)->value.year, (*date)->span);
}

void check_dates(const Desk& desk) {
    report_missing(desk, Code::missing_date, [](const Piece* piece) { return !has_date(*piece); });
}

void check_ratings(const Desk& desk) {
    report_missing(desk, Code::missing_rating, [](const Piece* piece) { return !has_rating(*piece); });
}

} // namespace halfstar::lint
