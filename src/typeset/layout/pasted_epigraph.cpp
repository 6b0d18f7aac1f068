#include "typeset/layout/pasted_epigraph.h"

#include "typeset/layout/pasted_plates.h"
#include "typeset/layout/strip.h"

#include "design/style/load.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr double stagger = 1.2;     ///< of the size: every other strip begins so far behind the others
constexpr std::size_t cut = 5;      ///< all strips of an epigraph have one slant, and are read as one

Composed quoted(Desk& desk, const Inlines& inlines, Element element, Length width, StructureId quote) {
    SetText text = text_of(desk, writer_of(desk, inlines, element), element, width);
    text.setting = Setting::ragged;
    text.ordinal = desk.piece.epigraph->ordinal;
    text.span = desk.piece.epigraph->span;
    return compose(desk, std::move(text), desk.structure.add(quote, StructureRole::paragraph));
}

/// All lines of the text on strips of their own.
void paste(Desk& desk, Strip& strip, const Composed& text, Element element, Point at, Length step, Length width) {
    const Length size = desk.spec(element).size;
    const StripPaper paper{paper_paint(desk), paint_of(desk.style(), 0)};
    for (std::uint32_t line = 0; line < text.lines; ++line) {
        const LineEnd ends = ends_of(desk, text, line);
        const Length words = ends.right - ends.left, free = width - strip_width(words, size);
        const Length indent = line % 2 == 1 ? std::clamp(free, Length{}, size.scaled(stagger)) : Length{};
        const Length x = desk.right_to_left() ? at.x + std::max(Length{}, free - indent) : at.x + indent;
        const StripPlace place{{x, at.y + step * line}, size, cut};
        strip.contents.emplace_back(PageColumn::text, Item{strip_shape(place, words, paper), 0});
        const Point origin = strip_words_at(place);
        PlacedLines placed{text.text, line, line + 1, {origin.x - ends.left, origin.y}, step};
        placed.turn = strip_turn(cut);
        strip.contents.emplace_back(PageColumn::text, placed);
    }
}

} // namespace

Length PastedEpigraph::height() const {
    const std::size_t lines = words.lines + (source ? source->lines : 0);
    return step * (static_cast<std::int64_t>(std::max<std::size_t>(lines, 1)) - 1);
}

PastedEpigraph compose_pasted_epigraph(Desk& desk, StructureId parent, Length width) {
    const Epigraph& epigraph = *desk.piece.epigraph;
    const StructureId quote = desk.structure.add(parent, StructureRole::block_quote);
    const Length edges = strip_width({}, desk.spec(Element::epigraph).size) +
                         desk.spec(Element::epigraph).size.scaled(stagger);
    PastedEpigraph pasted{quoted(desk, epigraph.words, Element::epigraph, width - edges, quote), {},
                          desk.spec(Element::epigraph).leading};
    if (!epigraph.source.empty())
        pasted.source = quoted(desk, epigraph.source, Element::epigraph_source, width - edges, quote);
    return pasted;
}

void paste_epigraph(Desk& desk, Strip& strip, const PastedEpigraph& epigraph, Point at, Length width) {
    paste(desk, strip, epigraph.words, Element::epigraph, at, epigraph.step, width);
    if (!epigraph.source) return;
    const Length indent = desk.right_to_left() ? Length{} : desk.spec(Element::epigraph).size.scaled(stagger);
    const Length below = epigraph.step * static_cast<std::int64_t>(epigraph.words.lines);
    paste(desk, strip, *epigraph.source, Element::epigraph_source, {at.x + indent, at.y + below}, epigraph.step,
          width - indent);
}

} // namespace halfstar::layout
