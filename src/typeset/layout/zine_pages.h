// A zine in the making: what all of its parts share, the pages that grow and where everything begins.
#pragma once

#include "typeset/layout/composition.h"
#include "typeset/layout/contents.h"
#include "typeset/layout/desk.h"
#include "typeset/layout/pages_behind.h"
#include "typeset/layout/structure.h"

#include "design/style/load.h"

#include <cstddef>
#include <set>
#include <string>

namespace halfstar::layout {

constexpr int rows_between = 2; ///< that stay free between what follows each other on a page

/// Its members refer to what must outlive it; pages count from 0.
struct ZinePages {
    ComposedDocument& document;
    Composition& composition;
    PagesBehind& behind; ///< builds what is done
    StructureBuilder& structure;
    const Edition& edition;
    const Piece& front; ///< what pages that are no piece's are set as
    const StoredWords* stored = nullptr; ///< what pieces say, where the edition has them without
    Beginnings beginnings = {};
    std::set<std::size_t> bare = {}; ///< pages without a folio

    Desk desk() { return desk(front, edition.front_index()); }
    Desk desk(const Piece& piece, std::uint32_t index) {
        Desk own = desk(piece, index, document.stick(), composition, structure, document.diagnostics());
        own.jobs = document.jobs();
        return own;
    }
    std::shared_ptr<const Piece> piece(std::uint32_t index) const { return whole_piece(edition, stored, index); }
    /// One that sets it elsewhere.
    Desk desk(const Piece& piece, std::uint32_t index, ComposingStick& stick, Composition& into, StructureBuilder& tree, Diagnostics& told) const {
        Desk desk{stick, into, tree, edition, piece, index, locale_for(piece.language), told};
        desk.links = PieceLinks::anchors;
        desk.stored = stored;
        desk.facts = piece.kind == PieceKind::review ? FilmFacts::shown : FilmFacts::hidden;
        return desk;
    }

    /// The design of drawn pages.
    const PageSpec* plates() const {
        const TypeCase& types = document.types();
        return find_page(types.style(), types.page().plates);
    }

    std::size_t add_page() {
        composition.pages.emplace_back();
        return composition.pages.size() - 1;
    }
    /// A page without a folio.
    std::size_t add_bare_page() {
        bare.insert(add_page());
        return composition.pages.size() - 1;
    }

    void anchor(const std::string& name, std::size_t page, Length y) {
        composition.pages[page].contents.emplace_back(Item{Anchor{name, {{}, y}}, 0});
    }

    /// A part begins on the page: its anchor, and its place in the outline unless an opener has one.
    void begin(IssuePart part, std::size_t page, Length y = {}) {
        beginnings.parts[part] = static_cast<std::uint32_t>(page);
        anchor(part_anchor(part), page, y);
    }
    void outline(const std::string& title, std::size_t page) {
        composition.outline.push_back({1, title, static_cast<std::uint32_t>(page), {}});
    }
};

} // namespace halfstar::layout
