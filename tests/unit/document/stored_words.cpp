#include "document/stored_words.h"

#include "document/packed_words.h"
#include "document/tree.h"
#include "unit/document/samples.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

/// Each node with a number, and the first with a place in its source.
Piece numbered() {
    Piece piece = samples::everything();
    number_nodes(piece);
    piece.body.front().span = {3, 70'000, 70'010};
    return piece;
}

} // namespace

TEST_CASE("what a piece says comes back as it was packed") {
    const Piece piece = numbered();
    Piece back = piece;
    back.body.clear();
    back.notes.clear();
    unpack_words(packed_words(piece), back);
    CHECK(dump(back) == dump(piece));
    CHECK(packed_words(back) == packed_words(piece)); // with what a dump does not show
    CHECK(back.body.front().span == piece.body.front().span);
    Piece empty;
    unpack_words(packed_words(empty), empty);
    CHECK(empty.body.empty());
}

TEST_CASE("an edition has its pieces without words while these are stored") {
    Edition edition;
    edition.pieces = {numbered(), Piece(), numbered()};
    edition.pieces[2].body.resize(1);
    const Edition before = edition;
    const StoredWords stored(edition, 2);
    for (std::uint32_t i = 0; i < edition.pieces.size(); ++i) {
        CHECK(edition.pieces[i].body.empty());
        CHECK(edition.pieces[i].notes.empty());
        CHECK(edition.pieces[i].title.value == before.pieces[i].title.value);
        CHECK(dump(stored.whole(edition, i)) == dump(before.pieces[i]));
    }
}
