#include "typeset/layout/edition_facts.h"

#include "typeset/layout/desk.h"
#include "typeset/layout/opener.h"

#include <set>
#include <string>

namespace halfstar::layout {

DocumentInfo info_of(const Edition& edition) {
    DocumentInfo info;
    info.title = edition.title;
    if (!edition.number.empty())
        info.title =
            joined({edition.title, Locale::fill(locale_for(edition.language).word("number"), {edition.number})}, ", ");
    info.subject = edition.subtitle;
    info.language = edition.language;
    info.right_to_left = edition.direction == Direction::right_to_left;
    info.facing = true;
    std::set<std::string> known;
    for (const Piece& piece : edition.pieces)
        for (const std::string& author : piece.authors)
            if (known.insert(author).second) info.authors.push_back(author);
    return info;
}

Piece front_of(const Edition& edition) {
    Piece front;
    front.language = edition.language;
    front.direction = edition.direction;
    front.title.value = edition.title;
    if (edition.cover.picture) front.pictures.push_back(*edition.cover.picture);
    return front;
}

} // namespace halfstar::layout
