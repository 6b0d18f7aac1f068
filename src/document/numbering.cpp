#include "document/parts.h"
#include "document/tree.h"

namespace halfstar {
namespace {

class Numbering {
public:
    void inlines(const Inlines& words, NodeOrdinal& ordinal) { ordinal = words.empty() ? 0 : ++last_; }

    void blocks(Blocks& blocks) {
        for (Block& block : blocks) {
            block.ordinal = ++last_;
            visit_parts(
                block, [&](Part part, Inlines& words, NodeOrdinal& ordinal) { number_part(part, words, ordinal); },
                [&](Blocks& below) { this->blocks(below); });
        }
    }

    void next(NodeOrdinal& ordinal) { ordinal = ++last_; }

private:
    void number_part(Part part, const Inlines& words, NodeOrdinal& ordinal) {
        switch (part) {
        case Part::text:
        case Part::source: return; // the block's own
        case Part::cell: return next(ordinal);
        case Part::caption:
        case Part::term:
        case Part::summary: return inlines(words, ordinal);
        }
    }

    NodeOrdinal last_ = 0;
};

} // namespace

void number_nodes(Piece& piece) {
    Numbering numbering;
    numbering.inlines(piece.summary, piece.summary_ordinal);
    if (piece.epigraph) numbering.next(piece.epigraph->ordinal);
    numbering.blocks(piece.body);
    for (Note& note : piece.notes) numbering.blocks(note.blocks);
}

} // namespace halfstar
