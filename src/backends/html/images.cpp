#include "backends/html/images.h"

#include "backends/html/parts.h"
#include "document/tree.h"
#include "foundation/base/hash.h"
#include "foundation/unicode/text.h"

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

void each_picture(const Edition& edition, const std::function<void(const Picture&)>& visit) {
    for (const Piece* piece : shown_pieces(edition)) {
        if (piece->pictures.empty()) continue; // nor has it images of any
        each_image(*piece, [&](const Image& image) {
            if (image.picture) visit(piece->pictures[*image.picture]);
        });
    }
}

std::string picture_stem(const Picture& picture) {
    constexpr std::size_t longest = 40;
    const std::string words = unicode::slug(picture.name.substr(0, picture.name.rfind('.'))).substr(0, longest);
    return (words.empty() ? "picture" : words) + "-" + hex(picture.digest).substr(0, 16);
}

std::string_view extension_of(PictureFormat format) {
    switch (format) {
    case PictureFormat::png: return ".png";
    case PictureFormat::jpeg: return ".jpg";
    case PictureFormat::webp: return ".webp";
    case PictureFormat::gif: return ".gif";
    case PictureFormat::svg: return ".svg";
    }
    return "";
}

} // namespace halfstar::html
