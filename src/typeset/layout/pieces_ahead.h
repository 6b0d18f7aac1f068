// Pieces that follow each other, composed by other threads ahead of the one that sets them: the costly part of setting a piece
// is how its words are measured and its paragraphs broken, and that does not depend on where it will stand.
#pragma once

#include "foundation/base/parallel.h"
#include "typeset/layout/zine_pages.h"

#include <halfstar/diagnostics.h>

#include <cstdint>
#include <vector>

namespace halfstar::layout {

class PiecesAhead {
public:
    /// The zine's pieces from `first` on, at a heading level.
    PiecesAhead(ZinePages& zine, std::uint32_t first, int level);
    /// Gives the zine's stick what is known of a piece, which it will then only look up. Pieces are asked for one after the other.
    void prepare(std::uint32_t index);

private:
    struct Piece {
        std::vector<ComposedText> texts;
        Diagnostics told; ///< of faces that are missing
    };
    Piece compose(std::uint32_t index) const;

    ZinePages& zine_;
    const DocumentInfo info_; ///< the composition itself is another thread's
    const int level_;
    std::uint32_t next_;
    Ahead<Piece> ahead_;
};

} // namespace halfstar::layout
