#include "compose/compose.h"

#include "compose/passes.h"
#include "document/tree.h"

#include <array>
#include <cassert>
#include <utility>

namespace halfstar {

namespace {

using Pass = void (*)(Edition&, const ComposeSettings&, Diagnostics&);

/// These move pieces as they are; what is in them is not looked after yet.
constexpr std::array<Pass, 7> gathering = {
    take_issue_facts, select_pieces, settle_languages, leave_out_spoilers, order_pieces, group_pieces, plan_reviews,
};

constexpr std::array<Pass, 10> finishing = {
    make_keys_unique,       link_pieces,     order_notes, number_pieces, title_edition,
    index_films_and_people, credit_pictures, count_films, list_parts,    identify_edition,
};

[[maybe_unused]] bool holds_together(Edition& edition) {
    for (const Piece* piece : every_piece(edition))
        if (!check(*piece).empty()) return false;
    return true;
}

} // namespace

std::vector<Piece*> every_piece(Edition& edition) {
    std::vector<Piece*> all;
    for (Piece& piece : edition.pieces)
        all.push_back(&piece);
    if (edition.letter) all.push_back(&*edition.letter);
    if (edition.about) all.push_back(&*edition.about);
    return all;
}

Edition compose(std::vector<Piece> pieces, const ComposeSettings& settings, Diagnostics& diagnostics) {
    Edition edition;
    edition.pieces = std::move(pieces);
    for (const Pass pass : gathering)
        pass(edition, settings, diagnostics);
    for (const Pass pass : finishing) {
        pass(edition, settings, diagnostics);
        assert(holds_together(edition));
    }
    return edition;
}

} // namespace halfstar
