#include "compose/passes.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace halfstar {

namespace {

constexpr std::size_t most_titles = 3;

/// The folder in which all pieces stand, as a title; empty when they share none.
std::string shared_folder(const std::vector<Piece>& pieces) {
    const auto folder_of = [](const Piece& piece) {
        return piece.path.substr(0, std::min(piece.path.rfind('/'), piece.path.size()));
    };
    const std::string first =
        pieces.front().path.find('/') == std::string::npos ? std::string() : folder_of(pieces.front());
    const auto same = [&](const Piece& piece) {
        return piece.path.find('/') != std::string::npos && folder_of(piece) == first;
    };
    if (first.empty() || !std::all_of(pieces.begin(), pieces.end(), same)) return {};
    return first.substr(first.rfind('/') + 1);
}

/// What the one piece is called, else the folder's name, else the first titles.
std::string title_of(const std::vector<Piece>& pieces) {
    if (pieces.empty()) return {};
    if (pieces.size() == 1) return pieces.front().title.value;
    if (std::string folder = shared_folder(pieces); !folder.empty()) return folder;
    std::vector<std::string> titles;
    for (const Piece& piece : pieces)
        if (titles.size() < most_titles) titles.push_back(piece.title.value);
    return join(titles, ", ") + (pieces.size() > most_titles ? ", …" : "");
}

/// The newest day on which a piece was written, or its film seen.
std::optional<Date> newest_date(const std::vector<Piece>& pieces) {
    std::optional<Date> newest;
    for (const Piece& piece : pieces)
        for (const auto& fact : {piece.published, piece.seen})
            if (fact && (!newest || *newest < fact->value)) newest = fact->value;
    return newest;
}

} // namespace

void title_edition(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    edition.title = settings.title;
    if (edition.title.empty() && settings.issue != nullptr) edition.title = settings.issue->title;
    if (edition.title.empty()) edition.title = title_of(edition.pieces);
    edition.date = settings.issue != nullptr ? settings.issue->date : std::nullopt;
    if (!edition.date) edition.date = newest_date(edition.pieces);
    if (edition.pieces.size() != 1 || settings.title.empty() || settings.issue != nullptr) return;
    // Of one piece, the title that was asked for is its own; its film keeps the film's.
    edition.pieces.front().title.value = settings.title;
}

} // namespace halfstar
