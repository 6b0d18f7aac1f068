// What a piece knows of words, wherever they stand in it: in its flows, and in what left the text for a fact, an
// address, a picture's name. Against this a source is held.
#pragma once

#include "proof/words.h"

#include <halfstar/piece.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace halfstar::proof {

class KnownWords {
public:
    explicit KnownWords(const Piece& piece);

    /// Words that stand together in a source, one behind the other.
    enum class Row : std::uint8_t { pair = 2, three = 3 };
    /// Whether they stand so in a flow.
    bool is_text(const Words& words, std::size_t first, Row row) const;
    /// The same, in a flow or a fact.
    bool knows_row(const Words& words, std::size_t first, Row row) const;
    /// Whether the word, or the part of a word that it is, stands anywhere.
    bool knows(const std::string& word) const;
    /// Whether the word is of a fact.
    bool is_fact(const std::string& word) const;

private:
    using Set = std::unordered_set<std::string>;
    static bool holds(const Set& rows, const Words& words, std::size_t first, Row row);
    void add(const Words& words, Set& rows);

    Set text_rows_, fact_rows_, words_, facts_;
    std::string letters_;
};

/// The words of everything that is no flow, in one text.
std::string fact_text(const Piece& piece);

} // namespace halfstar::proof
