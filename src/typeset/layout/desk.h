// What every part of the layout works with: the stick, the composition that grows, the structure tree, and
// the piece that is being set.
#pragma once

#include "typeset/layout/composition.h"
#include "typeset/layout/galley.h"

#include "document/stored_words.h"

#include <halfstar/edition.h>
#include <halfstar/locale.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace halfstar::layout {

/// A column's left edge and width. Galley columns count from the text column's left edge.
struct Column {
    Length x, width;
};

/// Whether what is known of films and their rating is set with the piece.
enum class FilmFacts : std::uint8_t { hidden, shown };

struct Desk {
    ComposingStick& stick;
    Composition& composition;
    StructureBuilder& structure;
    const Edition& edition;
    const Piece& piece;
    std::uint32_t piece_index = 0;
    const Locale& words; ///< of what the program sets, in the piece's language
    Diagnostics& diagnostics;
    std::set<std::uint32_t> referred{}; ///< notes that a text has referred to
    int level = 1; ///< of the piece's title among the document's headings
    PieceLinks links = PieceLinks::addresses;
    FilmFacts facts = FilmFacts::shown;
    const PageSpec* plates = nullptr; ///< the page design of what is drawn, where that is another
    const TypeCase* variant = nullptr;  ///< what the piece is set in, where that is not the document's own
    int jobs = 1; ///< threads that may compose for it
    std::string heading{}; ///< stands for the piece's title where it is not empty
    const StoredWords* stored = nullptr; ///< what the edition's pieces say, where they lie apart from it

    const TypeCase& types() const { return variant != nullptr ? *variant : stick.types(); }
    const Style& style() const { return types().style(); }
    const PageSpec& page() const { return plates != nullptr ? *plates : types().page(); }
    Length grid() const { return page().grid; }
    const TextSpec& spec(Element element) const { return types().spec(element); }
    bool right_to_left() const { return piece.direction == Direction::right_to_left; }
    const std::string& title() const { return heading.empty() ? piece.title.value : heading; }
};

/// A piece of the edition with all that it says.
std::shared_ptr<const Piece> whole_piece(const Edition& edition, const StoredWords* stored, std::uint32_t piece);

/// Words in an element, of the piece's language and direction, with one line shape; nothing composed yet.
SetText text_of(const Desk& desk, TextWriter write, Element element, Length width);
/// A writer of inlines in an element. The inlines must outlive it.
TextWriter writer_of(const Desk& desk, const Inlines& inlines, Element element);
/// A writer of a fact, or of words that the program sets.
TextWriter writer_of(const Desk& desk, std::string words, Element element);

struct Composed {
    std::uint32_t text = 0; ///< index into Composition::texts
    std::size_t lines = 0;
    SharedText measured;
    std::vector<breaking::Breaks> other_ways = {}; ///< with the demerits that they have beyond those of the one taken
};
/// Composes the text and adds its slots below `parent`.
Composed compose(Desk& desk, SetText text, StructureId parent);
/// Composes the text as an artifact.
Composed compose_artifact(Desk& desk, SetText text);
/// Its lines are built when much else has been composed: until then what was measured is not kept for them.
void let_go_of_measured(Desk& desk, Composed& composed);
/// Where the words of a composed text's line begin and end if the measure's left end is at 0.
LineEnd ends_of(Desk& desk, const Composed& composed, std::size_t line);
/// Notes that the line refers to, in reading order.
std::vector<std::uint32_t> notes_of(const MeasuredText& measured, const breaking::Line& line);

/// Indented at the side where reading begins.
Column indented(const Desk& desk, Column column, Length by);
/// Rounded up to whole units of the grid, or of half of it.
Length whole_rows(const Desk& desk, Length height);
Length half_rows(const Desk& desk, Length height);
/// The height of an element's capitals.
Length cap_height(const Desk& desk, Element element);
/// A picture of the piece in `rect`, screened where the style says so.
PictureItem picture_item(Desk& desk, std::uint32_t picture, const Rect& rect);
/// How far the first letter's ink stands from its origin, at its size: what optical alignment takes off.
/// Of the glyph that it becomes: the features of its type may choose another than the face has for the letter.
Length left_bearing(const Desk& desk, const RichText& rich);
/// The same at the other end: from the last letter's ink to the end of its box.
Length right_bearing(const Desk& desk, const RichText& rich);

} // namespace halfstar::layout
