// The programme note of one piece: opener, side column, body, notes, foot, on one page where a page design of the
// style holds it, else on as many as it takes.
#include "typeset/layout/layout.h"

#include "typeset/layout/furniture.h"
#include "typeset/layout/piece_setter.h"

#include "design/style/load.h"
#include "document/tree.h"

#include <algorithm>
#include <cmath>
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

/// A denser page is not tried with a text that takes more than this of its room, as reckoned below. Of a thousand notes in
/// three styles that came to stand on one page none took more than 1.07; most that do not fit take far more.
constexpr double most_in_room = 1.1;

/// Room for text in all columns, or what a text takes of it: the widths of its lines in ems, one line a row.
double room_of(const Style& style, const PageSpec& page, double rows) {
    const Length beside = page.wide_columns ? Length{} : page.side + page.gutter;
    const Length measure = page.trim.width - page.inner - page.outer - beside - page.column_gap * (page.columns - 1);
    return rows * measure.to_points() / element_on(style, page, Element::text).size.to_points();
}

/// The room that a denser page has, if its opener takes as many rows as on `page`, but for a lower block.
double room_below_opener(const Style& style, const PageSpec& denser, const PageSpec& page, int text_row) {
    const Length lower = std::max(page.opener.block.height - denser.opener.block.height, Length{});
    return room_of(style, denser, last_row(denser) + 1 - text_row + std::ceil(lower.to_points() / denser.grid.to_points()));
}

/// A note on a page, and what its body and the notes at its foot take of it.
struct SetNote {
    std::unique_ptr<ComposedDocument> document;
    double taken = 0;
    int text_row = 0;
};

void compose_note(Desk desk, SetNote& note) {
    Composition& composition = desk.composition;
    PieceSetter setter(desk, desk.structure.add(0, StructureRole::article), {});
    setter.compose();
    note.text_row = setter.text_row();
    const double rows = (setter.body_height() + setter.notes_height()).to_points() / desk.grid().to_points();
    note.taken = room_of(desk.style(), desk.page(), rows / desk.page().columns);
    setter.stand(0, 0);
    setter.finish(Ending::at_foot);
    for (std::size_t i = 0; i < composition.pages.size(); ++i) {
        composition.pages[i].label = std::to_string(i + 1);
        set_foot(desk, composition.pages[i], i);
    }
}

SetNote set_note(const Edition& edition, std::size_t piece, const Style& style, const PageSpec& page, const Foundry& foundry) {
    SetNote note{std::make_unique<ComposedDocument>(style, page, foundry)};
    ComposedDocument* const document = note.document.get();
    Composition composition;
    composition.trim = page.trim;
    const Piece& set = edition.pieces.at(piece);
    composition.info = info_of(edition, set);
    const auto index = static_cast<std::uint32_t>(piece);
    composition.take_pictures(index, set.pictures);
    StructureBuilder structure;
    compose_note({document->stick(), composition, structure, edition, set, index, locale_for(set.language),
                  document->diagnostics()}, note);
    composition.structure = structure.take();
    document->keep(std::move(composition));
    return note;
}

/// Wide columns leave a poster beside an empty text column.
bool suits(const PageSpec& page, const Piece& piece) { return !(page.wide_columns && piece.poster); }

/// Whether a text may fit on one denser page. Pictures are not reckoned with: they shrink with the column.
bool may_fit(const SetNote& plain, const Piece& piece, const Style& style, const PageSpec& page, const PageSpec& denser) {
    if (!suits(denser, piece)) return false;
    return !piece.pictures.empty() ||
           plain.taken <= most_in_room * room_below_opener(style, denser, page, plain.text_row);
}

/// On the page, or where that takes two, on the first denser one that takes one. What is clearly too long for a denser page is not
/// set on it.
std::unique_ptr<ComposedDocument> choose_note(const Edition& edition, std::size_t piece, const Style& style,
                                              const PageSpec& page, const Foundry& foundry) {
    SetNote plain = set_note(edition, piece, style, page, foundry);
    if (plain.document->page_count() != 2) return std::move(plain.document);
    for (const std::string& name : page.denser) {
        const PageSpec& denser = *find_page(style, name);
        if (!may_fit(plain, edition.pieces.at(piece), style, page, denser)) continue;
        if (auto note = set_note(edition, piece, style, denser, foundry); note.document->page_count() == 1)
            return std::move(note.document);
    }
    return std::move(plain.document);
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
