#include "typeset/layout/contributor_notes.h"

#include "typeset/layout/statements.h"

#include <utility>

namespace halfstar::layout {

Piece contributors_piece(const Edition& edition) {
    Piece piece;
    piece.key = "notes-on-contributors";
    piece.kind = PieceKind::essay;
    piece.language = edition.language;
    piece.direction = edition.direction;
    piece.title.value = std::string(locale_for(edition.language).word("notes-on-contributors"));
    Definitions definitions;
    NodeOrdinal ordinal = 0;
    for (const ContributorNote& one : edition.contributor_notes) {
        Definition item;
        item.term = {{Text{one.name}, {}}};
        item.term_ordinal = ++ordinal;
        if (!one.note.empty()) {
            Block note{Paragraph{{{Text{one.note}, {}}}}, {}, 0};
            note.ordinal = ++ordinal;
            item.blocks.push_back(std::move(note));
        }
        definitions.items.push_back(std::move(item));
    }
    piece.body.push_back({std::move(definitions), {}, 0});
    piece.body.back().ordinal = ++ordinal;
    return piece;
}

} // namespace halfstar::layout
