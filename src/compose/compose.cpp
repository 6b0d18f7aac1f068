#include "compose/compose.h"

#include "compose/passes.h"
#include "document/tree.h"

#include <array>
#include <cassert>
#include <utility>

namespace halfstar {

namespace {

using Pass = void (*)(Edition&, const ComposeSettings&, Diagnostics&);

constexpr std::array<Pass, 6> passes = {
    make_keys_unique, settle_languages, order_notes, number_pieces, title_edition, identify_edition,
};

[[maybe_unused]] bool holds_together(const Edition& edition) {
    for (const Piece& piece : edition.pieces)
        if (!check(piece).empty()) return false;
    return true;
}

} // namespace

Edition compose(std::vector<Piece> pieces, const ComposeSettings& settings, Diagnostics& diagnostics) {
    Edition edition;
    edition.pieces = std::move(pieces);
    for (const Pass pass : passes) {
        pass(edition, settings, diagnostics);
        assert(holds_together(edition));
    }
    return edition;
}

} // namespace halfstar
