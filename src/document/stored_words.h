// The words of an edition's pieces, packed while nobody reads them: a large issue has much to say, and only a few of its pieces are set at
// a time.
#pragma once

#include <halfstar/edition.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace halfstar {

class StoredWords {
public:
    /// Takes body and notes of each piece out of the edition, on up to `jobs` threads.
    StoredWords(Edition& edition, int jobs);

    /// A piece of that edition with what it says.
    Piece whole(const Edition& edition, std::uint32_t piece) const;

private:
    std::vector<std::string> words_; ///< by piece
};

} // namespace halfstar
