#include "document/summary.h"

#include "document/tree.h"

namespace halfstar {

bool begins_with_summary(const Piece& piece) {
    if (piece.summary.empty() || piece.body.empty()) return false;
    const auto* first = std::get_if<Paragraph>(&piece.body.front().node);
    return first != nullptr && plain_text(first->inlines) == plain_text(piece.summary);
}

} // namespace halfstar
