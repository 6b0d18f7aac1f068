// The flows of a piece as they must stand in an output: words in one order that belong together (the body, each note,
// each caption, each cell, summary, epigraph), every word with the place its author wrote it at, so that a loss is
// shown there. document/tree.h's flows are texts alone.
#pragma once

#include "proof/words.h"

#include <halfstar/piece.h>

#include <cstdint>
#include <string>
#include <vector>

namespace halfstar::proof {

/// What a piece is printed in, since that decides where words stand and what stands between them.
enum class Medium : std::uint8_t {
    web,   ///< as in the tree
    book,  ///< blocks that give something away are notes behind the others
    print, ///< the numbers of lists stand among their items; a summary is for those who choose, and stands on no page
};

/// Words in one order. Where facts or what is generated stand among them (a ranked film's year, the day of a showing)
/// they have parts, each of which stands whole.
struct WordFlow {
    std::string name; ///< "body", "note 2", "caption 14", "cell 31"
    std::vector<Words> parts;
    Span span;             ///< of what the flow stands in
    bool is_mixed = false; ///< other words stand among them, or before the first, or behind the last
    std::size_t size() const;
};

struct PieceFlows {
    WordFlow body, summary, epigraph;
    std::vector<WordFlow> notes, captions, cells; ///< empty ones too
    bool holds_markup = false; ///< of the author's own (--allow-raw-html), with words that are in no flow
    /// How many have words, and how many words they have.
    std::size_t flow_count() const;
    std::size_t word_count() const;
    /// Calls `visit` on every flow.
    template <class Visit> void each(const Visit& visit) const {
        for (const WordFlow* one : {&body, &summary, &epigraph})
            visit(*one);
        for (const auto* list : {&notes, &captions, &cells})
            for (const WordFlow& one : *list)
                visit(one);
    }
};

PieceFlows flows_of(const Piece& piece, Medium medium);

} // namespace halfstar::proof
