// The programme note of one piece: opener, side column, body, notes, foot, on as many pages as it takes.
#include "typeset/layout/layout.h"

#include "typeset/layout/furniture.h"
#include "typeset/layout/notes.h"
#include "typeset/layout/page_maker.h"
#include "typeset/layout/side_column.h"

#include "document/tree.h"

#include <algorithm>
#include <utility>

namespace halfstar {

namespace layout {

namespace {

DocumentInfo info_of(const Edition& edition, const Piece& piece) {
    DocumentInfo info;
    info.title = piece.title.value;
    if (piece.works.size() == 1 && piece.works.front().year)
        info.title += " (" + std::to_string(*piece.works.front().year) + ")";
    info.authors = piece.authors;
    info.subject = piece.summary.empty() ? edition.title : plain_text(piece.summary);
    info.keywords = piece.tags;
    info.language = piece.language;
    info.right_to_left = piece.direction == Direction::right_to_left;
    return info;
}

/// The body's last line takes the end mark; a body that ends in a picture takes none.
void mark_end(Galley& galley) {
    if (!galley.entries.empty() && !galley.entries.back().lines.empty()) galley.entries.back().closes = true;
}

void compose_note(Desk& desk) {
    Composition& composition = desk.composition;
    const StructureId article = desk.structure.add(0, StructureRole::article);
    composition.pages.emplace_back();
    set_band(desk, composition.pages.front());
    const Opener opener = set_opener(desk, composition.pages.front(), article);

    Surroundings around;
    around.column = {{}, columns_of(desk, 0).text.width};
    around.parent = article;
    around.tallest = desk.grid() * (last_row(desk.page()) + 1);
    Galley galley;
    BlockSetter blocks(desk, galley);
    blocks.set_body(desk.piece.body, around);
    mark_end(galley);
    NoteSetter notes(desk, around);
    notes.set(galley);
    if (desk.style().links_as_notes) set_addresses(desk, galley, around);

    PageMaker maker(desk, galley, notes, blocks.paragraphs(), opener.text_row);
    maker.float_figures();
    maker.fit();
    maker.make();

    int side_row = opener.side_row;
    if (desk.piece.poster) side_row = set_poster(desk, composition.pages.front(), side_row, article) + 1;
    set_boxes(desk, boxes_of(desk), 0, std::max(side_row, desk.page().opener.boxes_row), article);
    for (std::size_t i = 0; i < composition.pages.size(); ++i) {
        composition.pages[i].label = std::to_string(i + 1);
        if (i > 0) set_running_head(desk, composition.pages[i]);
        set_foot(desk, composition.pages[i], i);
    }
}

} // namespace

} // namespace layout

std::unique_ptr<PagedDocument> lay_out_note(const Edition& edition, std::size_t piece, const Style& style,
                                            const PageSpec& page, const FontBook& fonts, Diagnostics& diagnostics) {
    using namespace layout;
    auto document = std::make_unique<ComposedDocument>(style, page, fonts);
    Composition composition;
    composition.trim = page.trim;
    const Piece& set = edition.pieces.at(piece);
    composition.info = info_of(edition, set);
    composition.pictures = set.pictures;
    for (std::uint32_t i = 0; i < set.pictures.size(); ++i) composition.piece_pictures.push_back(i);
    StructureBuilder structure;
    Desk desk{document->stick(), composition, structure, edition, set, static_cast<std::uint32_t>(piece),
              locale_for(set.language), document->diagnostics()};
    compose_note(desk);
    composition.structure = structure.take();
    document->keep(std::move(composition));
    diagnostics.append(std::exchange(document->diagnostics(), {}));
    return document;
}

} // namespace halfstar
