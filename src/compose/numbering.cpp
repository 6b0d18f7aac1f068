#include "compose/passes.h"

#include "document/tree.h"

namespace halfstar {

void number_pieces(Edition& edition, const ComposeSettings&, Diagnostics&) {
    for (Piece* piece : every_piece(edition))
        number_nodes(*piece);
}

} // namespace halfstar
