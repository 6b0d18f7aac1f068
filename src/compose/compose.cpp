#include "compose/compose.h"

#include "compose/passes.h"
#include "document/tree.h"
#include "foundation/base/parallel.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <span>
#include <utility>

namespace halfstar {

namespace {

using Pass = void (*)(Edition&, const ComposeSettings&, Diagnostics&);

/// These move pieces as they are; what is in them is not looked after yet. After the last, pieces stay where they are and are called what
/// they are called.
constexpr std::array<Pass, 8> gathering = {
    take_issue_facts, select_pieces, settle_languages, leave_out_spoilers, order_pieces, group_pieces, plan_reviews, make_keys_unique,
};

/// Two rows that may run side by side: people are nobody's business but their index's.
constexpr std::array<Pass, 6> texts = {link_pieces, order_notes, number_pieces, title_edition, index_films, credit_pictures};
constexpr std::array<Pass, 1> people = {index_people};
constexpr std::array<std::span<const Pass>, 2> side_by_side = {people, texts};

constexpr std::array<Pass, 3> finishing = {count_films, list_parts, identify_edition};

[[maybe_unused]] bool holds_together(Edition& edition) {
    for (const Piece* piece : every_piece(edition))
        if (!check(*piece).empty()) return false;
    return true;
}

void run(std::span<const Pass> passes, Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics) {
    for (const Pass pass : passes)
        pass(edition, settings, diagnostics);
}

void run_side_by_side(Edition& edition, const ComposeSettings& settings, Diagnostics& diagnostics) {
    std::array<Diagnostics, side_by_side.size()> told;
    const int jobs = settings.issue != nullptr ? settings.jobs : 1; // without an issue there is no index, and no thread begins for nothing
    for_each_parallel(side_by_side.size(), jobs, [&](std::size_t i) { run(side_by_side[i], edition, settings, told[i]); });
    for (Diagnostics& one : told)
        diagnostics.append(std::move(one));
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
    run(gathering, edition, settings, diagnostics);
    assert(holds_together(edition));
    run_side_by_side(edition, settings, diagnostics);
    assert(holds_together(edition));
    run(finishing, edition, settings, diagnostics);
    assert(holds_together(edition));
    return edition;
}

} // namespace halfstar
