#include "read/accents.h"

#include "document/tree.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

namespace halfstar::reading {

namespace {

/// Plain ASCII, as most words are, is composed as it stands.
void compose(std::string& text) {
    if (!utf8::is_ascii(text)) text = unicode::normalise_nfc(text);
}

void compose(Image& image) {
    compose(image.alternative);
    compose(image.title);
}

void compose(Inlines& inlines) {
    walk_inlines(inlines, [](Inline& node) {
        if (auto* text = std::get_if<Text>(&node.node)) compose(text->text);
        if (auto* image = std::get_if<Image>(&node.node)) compose(*image);
    });
}

void compose(Blocks& blocks) {
    walk_blocks(blocks, [](Block& block) {
        each_inlines(block, [](Inlines& inlines) { compose(inlines); });
        if (auto* figure = std::get_if<Figure>(&block.node)) compose(figure->image);
    });
}

} // namespace

void compose_accents(Piece& piece) {
    compose(piece.body);
    for (Note& note : piece.notes)
        compose(note.blocks);
}

} // namespace halfstar::reading
