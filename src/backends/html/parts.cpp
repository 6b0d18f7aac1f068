#include "backends/html/parts.h"

#include <algorithm>

namespace halfstar::html {
namespace {

bool wants(const Edition& edition, IssuePart part) { return edition.parts.empty() || edition.has(part); }

/// What a part has to show in words and links; paper's own parts have nothing.
bool has_content(const Edition& edition, IssuePart part) {
    switch (part) {
    case IssuePart::letter: return edition.letter.has_value();
    case IssuePart::reviews: return true;
    case IssuePart::numbers: return is_collection(edition) && edition.statistics.films > 0;
    case IssuePart::films: return is_collection(edition) && !edition.films.empty();
    case IssuePart::people: return is_collection(edition) && !edition.people.empty();
    case IssuePart::about: return edition.about.has_value();
    case IssuePart::contributors: return is_collection(edition) && !edition.contributor_notes.empty();
    case IssuePart::pictures: return is_collection(edition) && !edition.picture_credits.empty();
    case IssuePart::cover:
    case IssuePart::masthead:
    case IssuePart::contents:
    case IssuePart::colophon:
    case IssuePart::back: return false;
    }
    return false;
}

} // namespace

bool is_collection(const Edition& edition) {
    return edition.pieces.size() > 1 || (edition.letter && wants(edition, IssuePart::letter)) ||
           (edition.about && wants(edition, IssuePart::about));
}

std::vector<IssuePart> shown_parts(const Edition& edition) {
    std::vector<IssuePart> wanted = edition.parts;
    if (wanted.empty())
        wanted = {IssuePart::letter, IssuePart::reviews, IssuePart::numbers,
                  IssuePart::films,  IssuePart::people,  IssuePart::pictures,
                  IssuePart::about,  IssuePart::contributors};
    // Everything else leads to the reviews.
    if (std::find(wanted.begin(), wanted.end(), IssuePart::reviews) == wanted.end())
        wanted.insert(wanted.begin(), IssuePart::reviews);
    std::vector<IssuePart> shown;
    for (const IssuePart part : wanted)
        if (has_content(edition, part)) shown.push_back(part);
    return shown;
}

bool shows(const Edition& edition, IssuePart part) {
    const std::vector<IssuePart> parts = shown_parts(edition);
    return std::find(parts.begin(), parts.end(), part) != parts.end();
}

std::vector<const Piece*> shown_pieces(const Edition& edition) {
    std::vector<const Piece*> pieces;
    for (const IssuePart part : shown_parts(edition)) {
        if (part == IssuePart::letter) pieces.push_back(&*edition.letter);
        if (part == IssuePart::about) pieces.push_back(&*edition.about);
        if (part != IssuePart::reviews) continue;
        for (const Piece& piece : edition.pieces)
            pieces.push_back(&piece);
    }
    return pieces;
}

} // namespace halfstar::html
