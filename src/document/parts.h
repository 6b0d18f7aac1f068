// The parts of a block in reading order: its own lists of inlines, each with what it is, and its child
// blocks. The one exhaustive visit on which walking, numbering, checking and flows stand.
#pragma once

#include <halfstar/document.h>

#include <type_traits>
#include <variant>

namespace halfstar {

enum class Part : std::uint8_t { text, source, caption, cell, term, summary };

/// T, constant when B is.
template <class B, class T>
using Like = std::conditional_t<std::is_const_v<B>, const T, T>;

/// Calls `on_inlines(Part, inlines, ordinal)` and `on_blocks(blocks)` in reading order, also with what is
/// empty. The ordinal of `text` and `source` is the block's own. `B` is Block or const Block.
template <class B, class OnInlines, class OnBlocks>
void visit_parts(B& block, const OnInlines& on_inlines, const OnBlocks& on_blocks) {
    std::visit(overloaded{
                   [&](Like<B, Paragraph>& p) { on_inlines(Part::text, p.inlines, block.ordinal); },
                   [&](Like<B, Heading>& h) { on_inlines(Part::text, h.inlines, block.ordinal); },
                   [&](Like<B, Quote>& q) {
                       on_blocks(q.blocks);
                       on_inlines(Part::source, q.source, block.ordinal);
                   },
                   [&](Like<B, List>& list) {
                       for (auto& item : list.items) on_blocks(item.blocks);
                   },
                   [](Like<B, CodeBlock>&) {},
                   [](Like<B, Break>&) {},
                   [&](Like<B, Table>& table) {
                       on_inlines(Part::caption, table.caption, table.caption_ordinal);
                       for (auto& cell : table.head) on_inlines(Part::cell, cell.inlines, cell.ordinal);
                       for (auto& row : table.rows)
                           for (auto& cell : row) on_inlines(Part::cell, cell.inlines, cell.ordinal);
                   },
                   [&](Like<B, Figure>& f) { on_inlines(Part::caption, f.caption, f.caption_ordinal); },
                   [&](Like<B, Definitions>& definitions) {
                       for (auto& item : definitions.items) {
                           on_inlines(Part::term, item.term, item.term_ordinal);
                           on_blocks(item.blocks);
                       }
                   },
                   [&](Like<B, Details>& details) {
                       on_inlines(Part::summary, details.summary, details.summary_ordinal);
                       on_blocks(details.blocks);
                   },
                   [&](Like<B, Dialogue>& dialogue) {
                       for (auto& turn : dialogue.turns) {
                           on_inlines(Part::term, turn.speaker, turn.speaker_ordinal);
                           on_blocks(turn.blocks);
                       }
                   },
                   [&](Like<B, Ranking>& ranking) {
                       for (auto& entry : ranking.entries) {
                           on_inlines(Part::term, entry.title, entry.title_ordinal);
                           on_blocks(entry.blocks);
                       }
                   },
                   [&](Like<B, Showings>& showings) {
                       for (auto& showing : showings.showings) {
                           on_inlines(Part::term, showing.title, showing.title_ordinal);
                           on_inlines(Part::term, showing.words, showing.words_ordinal);
                       }
                   },
                   [](Like<B, RawBlock>&) {},
               },
               block.node);
}

/// The inlines within an inline, or null.
template <class I>
Like<I, Inlines>* children_of(I& one) {
    using Children = Like<I, Inlines>*;
    return std::visit(overloaded{
                          [](Like<I, Text>&) -> Children { return nullptr; },
                          [](Like<I, SoftBreak>&) -> Children { return nullptr; },
                          [](Like<I, HardBreak>&) -> Children { return nullptr; },
                          [](Like<I, CodeSpan>&) -> Children { return nullptr; },
                          [](Like<I, Styled>& styled) -> Children { return &styled.children; },
                          [](Like<I, Phrase>& phrase) -> Children { return &phrase.children; },
                          [](Like<I, Link>& link) -> Children { return &link.children; },
                          [](Like<I, Image>&) -> Children { return nullptr; },
                          [](Like<I, NoteReference>&) -> Children { return nullptr; },
                          [](Like<I, RawInline>&) -> Children { return nullptr; },
                      },
                      one.node);
}

} // namespace halfstar
