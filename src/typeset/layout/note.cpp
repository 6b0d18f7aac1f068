// The programme note of one piece: opener, side column, body, notes, foot, on as many pages as it takes.
#include "typeset/layout/layout.h"

#include "typeset/layout/furniture.h"
#include "typeset/layout/piece_setter.h"

#include "document/tree.h"

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

void compose_note(Desk desk) {
    Composition& composition = desk.composition;
    PieceSetter setter(desk, desk.structure.add(0, StructureRole::article), {});
    setter.compose();
    setter.stand(0, 0);
    setter.finish(Ending::at_foot);
    for (std::size_t i = 0; i < composition.pages.size(); ++i) {
        composition.pages[i].label = std::to_string(i + 1);
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
    const auto index = static_cast<std::uint32_t>(piece);
    composition.take_pictures(index, set.pictures);
    StructureBuilder structure;
    compose_note({document->stick(), composition, structure, edition, set, index, locale_for(set.language),
                  document->diagnostics()});
    composition.structure = structure.take();
    document->keep(std::move(composition));
    diagnostics.append(std::exchange(document->diagnostics(), {}));
    return document;
}

} // namespace halfstar
