// Operations on the tree that know no format: walk, plain text, numbering, checks, dump, JSON.
#pragma once

#include <halfstar/edition.h>
#include <halfstar/piece.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halfstar {

/// The words of inlines as plain text: breaks are spaces, pictures their alternative text, note
/// references nothing.
std::string plain_text(std::span<const Inline> inlines);
inline std::string plain_text(const Inlines& inlines) { return plain_text(std::span(inlines)); }
/// The words of blocks, blocks parted by LF.
std::string plain_text(const Blocks& blocks);

/// Calls `visit` on every block in reading order, parents before children; not into notes.
void walk_blocks(const Blocks& blocks, const std::function<void(const Block&)>& visit);
void walk_blocks(Blocks& blocks, const std::function<void(Block&)>& visit);
/// Calls `visit` on every inline in reading order, parents before children.
void walk_inlines(std::span<const Inline> inlines, const std::function<void(const Inline&)>& visit);
inline void walk_inlines(const Inlines& inlines, const std::function<void(const Inline&)>& visit) {
    walk_inlines(std::span(inlines), visit);
}
void walk_inlines(Inlines& inlines, const std::function<void(Inline&)>& visit);
/// Calls `visit` on every list of inlines that a block holds itself (not its child blocks).
void each_inlines(Block& block, const std::function<void(Inlines&)>& visit);
void each_inlines(const Block& block, const std::function<void(const Inlines&)>& visit);

/// Joins neighbouring texts, drops empty ones and empty styled inlines.
void tidy_inlines(Inlines& inlines);

/// Numbers epigraph, summary, blocks, cells, captions and notes' blocks in reading order from 1.
void number_nodes(Piece& piece);

/// A flow is words that belong together in one order: summary, epigraph, body, each note, each caption, each
/// table cell (docs/architecture.md, "Nothing is lost"). A picture's alternative text is words of its flow
/// only where the picture could not be had, since then it stands in its place; a figure's is none.
struct Flow {
    std::string name; ///< "body", "note 2", "caption 14", "cell 31"
    std::string text;
};
std::vector<Flow> flows(const Piece& piece);

/// What is broken in the tree's invariants, a sentence each: unique ordinals, notes and pictures in
/// range, no empty text, rows as wide as their table. Empty when all hold.
std::vector<std::string> check(const Piece& piece);

/// The tree as indented text, a node a line: the oracle of the reader's tests.
std::string dump(const Piece& piece);

/// Equality of everything but spans, ordinals and the paths of pictures, which are one machine's.
bool same_content(const Piece& a, const Piece& b);

} // namespace halfstar
