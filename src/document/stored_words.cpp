#include "document/stored_words.h"

#include "document/packed_words.h"
#include "foundation/base/parallel.h"

namespace halfstar {

StoredWords::StoredWords(Edition& edition, int jobs) : words_(edition.pieces.size()) {
    for_each_parallel(words_.size(), jobs, [&](std::size_t i) {
        Piece& piece = edition.pieces[i];
        words_[i] = packed_words(piece);
        piece.body = {};
        piece.notes = {};
    });
}

Piece StoredWords::whole(const Edition& edition, std::uint32_t piece) const {
    Piece whole = edition.pieces[piece];
    unpack_words(words_[piece], whole);
    return whole;
}

} // namespace halfstar
