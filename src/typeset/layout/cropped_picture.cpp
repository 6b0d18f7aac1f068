#include "typeset/layout/cropped_picture.h"

#include "design/drawing/paths.h"
#include "design/pictures/screen.h"
#include "document/tree.h"

#include <algorithm>

namespace halfstar::layout {

namespace {

std::optional<Image> first_figure(const Piece& piece) {
    std::optional<Image> first;
    walk_blocks(piece.body, [&](const Block& block) {
        const auto* figure = std::get_if<Figure>(&block.node);
        if (!first && figure != nullptr && figure->image.picture) first = figure->image;
    });
    return first;
}

} // namespace

std::optional<ShownPicture> picture_of(const Desk& desk, std::uint32_t piece) {
    const Piece& shown = desk.edition.pieces.at(piece);
    if (shown.pictures.empty()) return std::nullopt;
    std::optional<Image> image = shown.poster;
    if (!image || !image->picture) image = first_figure(*whole_piece(desk.edition, desk.stored, piece));
    if (!image || !image->picture || *image->picture >= shown.pictures.size()) return std::nullopt;
    return ShownPicture{desk.composition.first_picture(piece) + *image->picture,
                        image->alternative.empty() ? shown.title.value : image->alternative};
}

ShownPicture cover_picture(const Desk& desk) {
    const std::string words = desk.edition.subtitle.empty() ? desk.edition.title : desk.edition.title + ": " + desk.edition.subtitle;
    return {desk.composition.first_picture(desk.edition.front_index()), words};
}

Rect covering(const Picture& picture, const Rect& frame) {
    const double wide = std::max(1u, picture.width), high = std::max(1u, picture.height);
    const double scale = std::max(frame.width.to_points() / wide, frame.height.to_points() / high);
    const Length width = std::max(frame.width, Length::points(wide * scale));
    const Length height = std::max(frame.height, Length::points(high * scale));
    return {frame.x - (width - frame.width) / 2, frame.y - (height - frame.height) / 2, width, height};
}

void set_cropped(Desk& desk, std::size_t page, StructureId parent, const ShownPicture& shown, const Rect& frame) {
    std::vector<Picture>& pictures = desk.composition.pictures;
    const Rect whole = covering(pictures[shown.picture], frame);
    std::uint32_t picture = shown.picture;
    if (const Length pitch = desk.style().screen; pitch.units > 0) {
        desk.composition.screened.push_back(screened(pictures[picture], pitch, {whole.width, whole.height}));
        pictures.push_back(desk.composition.screened.back().picture);
        picture = static_cast<std::uint32_t>(pictures.size() - 1);
    }
    const StructureId figure = desk.structure.add(parent, StructureRole::figure);
    desk.structure.set_alternative(figure, shown.alternative);
    const StructureId leaf = desk.structure.add_leaf(figure);
    std::vector<PageContent>& contents = desk.composition.pages[page].contents;
    contents.emplace_back(Item{ClipBegin{rectangle_path(frame)}, 0});
    contents.emplace_back(Item{PictureItem{picture, whole}, leaf});
    contents.emplace_back(Item{ClipEnd{}, 0});
}

Rect full_frame(const Desk& desk) {
    const PageSpec& page = desk.page();
    const Length edge = page.display == Display::pasted ? page.outer : page.ground_inset;
    return {edge, edge, page.trim.width - edge * 2, page.trim.height - edge * 2};
}

} // namespace halfstar::layout
