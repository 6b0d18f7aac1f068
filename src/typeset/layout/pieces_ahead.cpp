#include "typeset/layout/pieces_ahead.h"

#include "typeset/layout/piece_setter.h"

#include <cassert>
#include <utility>

namespace halfstar::layout {

namespace {

/// While the cover and the contents are set, nobody takes any.
constexpr std::size_t most_pieces = 48;

} // namespace

PiecesAhead::PiecesAhead(ZinePages& zine, std::uint32_t first, int level)
    : zine_(zine), info_(zine.composition.info), level_(level), next_(first),
      ahead_(zine.edition.pieces.size() - first, zine.document.jobs(),
             [this, first](std::size_t i) { return compose(first + static_cast<std::uint32_t>(i)); }, most_pieces) {}

void PiecesAhead::prepare([[maybe_unused]] std::uint32_t index) {
    assert(index == next_);
    ++next_;
    auto piece = ahead_.take_begun();
    if (!piece) return;
    zine_.document.diagnostics().append(std::move(piece->told));
    zine_.document.stick().prepare(std::move(piece->texts));
}

/// Sets it nowhere. What has a look of its own or loses its poster is left to the thread that sets it.
PiecesAhead::Piece PiecesAhead::compose(std::uint32_t index) const {
    zine_.behind.build_some(); // nearly as many pieces are done as are begun
    const ReviewPlan plan = zine_.edition.plan(index);
    if (!plan.variant.empty() || plan.still == StillPlace::full) return {};
    const std::shared_ptr<const halfstar::Piece> whole = zine_.piece(index);
    const halfstar::Piece& piece = *whole;
    Diagnostics of_faces, of_texts; // those of texts are told when they are looked up
    const TypeCase types(zine_.document.types(), of_faces);
    ComposingStick stick(types, std::as_const(zine_.document).stick());
    Composition nowhere;
    nowhere.info = info_;
    nowhere.take_pictures(index, piece.pictures);
    StructureBuilder structure;
    Desk desk = zine_.desk(piece, index, stick, nowhere, structure, of_texts);
    desk.level = level_;
    PieceSetter(std::move(desk), structure.add(0, StructureRole::article), {}).compose();
    return {stick.take_composed(), std::move(of_faces)};
}

} // namespace halfstar::layout
