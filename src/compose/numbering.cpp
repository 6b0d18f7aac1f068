#include "compose/passes.h"

#include "document/tree.h"

namespace halfstar {

void number_pieces(Edition& edition, const ComposeSettings&, Diagnostics&) {
    for (Piece& piece : edition.pieces)
        number_nodes(piece);
}

} // namespace halfstar
