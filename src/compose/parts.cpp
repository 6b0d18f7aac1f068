#include "compose/passes.h"

#include <algorithm>
#include <array>

namespace halfstar {
namespace {

constexpr std::array<IssuePart, 13> usual = {
    IssuePart::cover,    IssuePart::masthead, IssuePart::letter,       IssuePart::contents, IssuePart::reviews,
    IssuePart::numbers,  IssuePart::films,    IssuePart::people,       IssuePart::pictures, IssuePart::about,
    IssuePart::contributors, IssuePart::colophon, IssuePart::back,
};

bool has_something(const Edition& edition, IssuePart part) {
    switch (part) {
    case IssuePart::letter:
        return edition.letter.has_value();
    case IssuePart::about:
        return edition.about.has_value();
    case IssuePart::contents:
    case IssuePart::reviews:
        return !edition.pieces.empty();
    case IssuePart::numbers:
        return edition.statistics.films > 0;
    case IssuePart::films:
        return !edition.films.empty();
    case IssuePart::people:
        return !edition.people.empty();
    case IssuePart::contributors:
        return !edition.contributor_notes.empty();
    case IssuePart::pictures:
        return !edition.picture_credits.empty();
    case IssuePart::cover:
    case IssuePart::masthead:
    case IssuePart::colophon:
    case IssuePart::back:
        return true;
    }
    return true;
}

} // namespace

void list_parts(Edition& edition, const ComposeSettings& settings, Diagnostics&) {
    if (settings.issue == nullptr) return;
    const std::vector<IssuePart> asked =
        settings.issue->parts.value_or(std::vector<IssuePart>(usual.begin(), usual.end()));
    for (const IssuePart part : asked)
        if (has_something(edition, part) && !edition.has(part)) edition.parts.push_back(part);
}

} // namespace halfstar
