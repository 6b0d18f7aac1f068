#include "backends/html/images.h"

#include "document/tree.h"

namespace halfstar::html {

void each_image(const Piece& piece, const std::function<void(const Image&)>& visit) {
    const auto in_inlines = [&](const Inlines& inlines) {
        walk_inlines(inlines, [&](const Inline& node) {
            if (const auto* image = std::get_if<Image>(&node.node)) visit(*image);
        });
    };
    const auto in_blocks = [&](const Blocks& blocks) {
        walk_blocks(blocks, [&](const Block& block) {
            if (const auto* figure = std::get_if<Figure>(&block.node)) visit(figure->image);
            each_inlines(block, in_inlines);
        });
    };
    if (piece.poster) visit(*piece.poster);
    if (piece.epigraph) in_inlines(piece.epigraph->words);
    if (piece.epigraph) in_inlines(piece.epigraph->source);
    in_inlines(piece.summary);
    in_blocks(piece.body);
    for (const Note& note : piece.notes)
        in_blocks(note.blocks);
}

} // namespace halfstar::html
