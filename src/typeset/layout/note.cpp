// The programme note of one piece: opener, side column, body, notes, foot, on one page where a page design of the
// style holds it, else on as many as it takes.
#include "typeset/layout/layout.h"

#include "typeset/layout/furniture.h"
#include "typeset/layout/piece_setter.h"

#include "design/style/load.h"
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

std::unique_ptr<ComposedDocument> set_note(const Edition& edition, std::size_t piece, const Style& style, const PageSpec& page,
                                           const Foundry& foundry) {
    auto document = std::make_unique<ComposedDocument>(style, page, foundry);
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
    return document;
}

/// Wide columns leave a poster beside an empty text column.
bool suits(const PageSpec& page, const Piece& piece) { return !(page.wide_columns && piece.poster); }

/// On the page, or where that takes two, on the first denser one that takes one.
std::unique_ptr<ComposedDocument> choose_note(const Edition& edition, std::size_t piece, const Style& style,
                                              const PageSpec& page, const Foundry& foundry) {
    auto plain = set_note(edition, piece, style, page, foundry);
    if (plain->page_count() != 2) return plain;
    for (const std::string& name : page.denser) {
        const PageSpec& denser = *find_page(style, name);
        if (!suits(denser, edition.pieces.at(piece))) continue;
        if (auto note = set_note(edition, piece, style, denser, foundry); note->page_count() == 1) return note;
    }
    return plain;
}

} // namespace

} // namespace layout

std::unique_ptr<PagedDocument> lay_out_note(const Edition& edition, std::size_t piece, const Style& style,
                                            const PageSpec& page, const Foundry& foundry, Diagnostics& diagnostics) {
    auto document = layout::choose_note(edition, piece, style, page, foundry);
    diagnostics.append(std::exchange(document->diagnostics(), {}));
    return document;
}

} // namespace halfstar
