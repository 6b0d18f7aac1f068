// The words of an edition's pieces, packed and put aside while nobody reads them: a large issue has much to say, and only a few of its
// pieces are set at a time.
#pragma once

#include "foundation/base/shelf.h"

#include <halfstar/edition.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace halfstar {

class StoredWords {
public:
    /// Takes body and notes of each piece out of the edition, on up to `jobs` threads. Where they are much they go to `scratch`, which may be
    /// null. The edition's pieces lie elsewhere in memory then.
    StoredWords(Edition& edition, int jobs, std::unique_ptr<Scratch> scratch = nullptr);

    /// A piece of that edition with what it says. Throws where that cannot be had: it is as grave as memory that is not there.
    Piece whole(const Edition& edition, std::uint32_t piece) const;

private:
    Shelf shelf_;
    std::vector<Shelved> words_; ///< by piece
};

} // namespace halfstar
