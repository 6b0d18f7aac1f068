#include "compose/passes.h"

#include "compose/index_words.h"
#include "compose/scale.h"
#include "document/dates.h"
#include "foundation/base/strings.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <cstddef>

namespace halfstar {
namespace {

/// What a piece is ordered by, made once a piece.
struct Place {
    std::size_t piece = 0;
    std::size_t listed = 0;
    std::int64_t weakness = 0; ///< small for the best; unrated is behind all
    std::string title;         ///< collation key, where titles matter
    const Date* day = nullptr;
    std::string_view path;
};

std::string title_key(const Piece& piece, std::string_view language) {
    const std::string& title = piece.title.value;
    const std::string_view own = piece.works.size() == 1 && piece.works[0].title.value == title
                                     ? language_of_title(piece.works[0], piece)
                                     : std::string_view(piece.language);
    return unicode::sort_key(unicode::from_first_letter(title_in_index(title, own)), language);
}

/// The first pattern or path of the list that means the piece; its end for none.
std::size_t place_in_list(const Piece& piece, const std::vector<std::string>& listed) {
    std::size_t i = 0;
    while (i < listed.size() && !path_fits(piece.path, listed[i]))
        ++i;
    return i;
}

std::vector<Place> places_of(const Edition& edition, const IssueSettings& issue) {
    const bool by_words = *issue.order == Order::title || *issue.order == Order::rating;
    std::vector<Place> places;
    places.reserve(edition.pieces.size());
    for (const Piece& piece : edition.pieces) {
        const Rating* rating = rating_of(piece);
        places.push_back({places.size(), place_in_list(piece, issue.listed), rating ? -strength(*rating) : 1,
                          by_words ? title_key(piece, edition.language) : "", day_of(piece), piece.path});
    }
    return places;
}

/// What has no day comes behind.
bool is_earlier(const Place& a, const Place& b) {
    if (a.day == nullptr || b.day == nullptr) return a.day != nullptr && b.day == nullptr;
    return *a.day < *b.day;
}

bool by_date(const Place& a, const Place& b) {
    if (is_earlier(a, b) || is_earlier(b, a)) return is_earlier(a, b);
    return a.path < b.path;
}

bool by_title(const Place& a, const Place& b) { return a.title != b.title ? a.title < b.title : by_date(a, b); }

bool by_rating(const Place& a, const Place& b) {
    if (a.weakness != b.weakness) return a.weakness < b.weakness;
    if (is_earlier(a, b) || is_earlier(b, a)) return is_earlier(a, b);
    return by_title(a, b);
}

bool by_list(const Place& a, const Place& b) { return a.listed < b.listed; }

void sort_places(std::vector<Place>& places, Order order) {
    switch (order) {
    case Order::date:
        return std::stable_sort(places.begin(), places.end(), by_date);
    case Order::title:
        return std::stable_sort(places.begin(), places.end(), by_title);
    case Order::rating:
        return std::stable_sort(places.begin(), places.end(), by_rating);
    case Order::listed:
        return std::stable_sort(places.begin(), places.end(), by_list);
    }
}

/// Paths in the list that no piece has.
void report_missing(const Edition& edition, const IssueSettings& issue, Diagnostics& diagnostics) {
    std::vector<std::string> paths;
    for (const Piece& piece : edition.pieces)
        paths.push_back(piece.path);
    for (std::size_t i = 0; i < issue.listed.size(); ++i) {
        const std::string& listed = issue.listed[i];
        if (std::any_of(paths.begin(), paths.end(), [&](const std::string& path) { return path_fits(path, listed); }))
            continue;
        const auto near = nearest(listed, paths);
        const Span at = i < issue.listed_places.size() ? issue.listed_places[i] : issue.span;
        diagnostics.report(Code::missing_piece, at, {listed},
                           near ? std::vector<std::string>{"did you mean '" + *near + "'?"}
                                : std::vector<std::string>{});
    }
}

} // namespace

void order_pieces(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics) {
    if (settings.issue == nullptr || !settings.issue->order) return;
    if (*settings.issue->order == Order::listed) report_missing(edition, *settings.issue, diagnostics);
    std::vector<Place> places = places_of(edition, *settings.issue);
    sort_places(places, *settings.issue->order);
    std::vector<Piece> ordered;
    ordered.reserve(places.size());
    for (const Place& place : places)
        ordered.push_back(std::move(edition.pieces[place.piece]));
    edition.pieces = std::move(ordered);
}

} // namespace halfstar
