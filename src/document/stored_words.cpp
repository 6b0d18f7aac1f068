#include "document/stored_words.h"

#include "document/packed_words.h"
#include "foundation/base/parallel.h"

#include <stdexcept>
#include <utility>

namespace halfstar {

StoredWords::StoredWords(Edition& edition, int jobs, std::unique_ptr<Scratch> scratch) : shelf_(std::move(scratch)), words_(edition.pieces.size()) {
    for_each_parallel(words_.size(), jobs, [&](std::size_t i) {
        Piece& piece = edition.pieces[i];
        words_[i] = shelf_.put(packed_words(piece));
        piece.body = {};
        piece.notes = {};
    });
    // What is left lies scattered between where the words were. Copies, made before any of it is let go, lie close together: then all that
    // room can be had for something else.
    edition.pieces = std::vector<Piece>(edition.pieces);
}

Piece StoredWords::whole(const Edition& edition, std::uint32_t piece) const {
    const Result<std::string> words = shelf_.get(words_[piece]);
    if (!words) throw std::runtime_error(words.error().message);
    Piece whole = edition.pieces[piece];
    unpack_words(*words, whole);
    return whole;
}

} // namespace halfstar
