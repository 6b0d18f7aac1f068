#include "proof/known_words.h"

#include "foundation/unicode/text.h"
#include "proof/flows.h"

namespace halfstar::proof {
namespace {

/// Small letters, since facts are often written otherwise than they are kept.
std::string key_of(const std::string& word) { return unicode::lower(word, ""); }

/// Empty where there are not so many words.
std::string row_of(const Words& words, std::size_t first, KnownWords::Row row) {
    const std::size_t end = first + static_cast<std::size_t>(row);
    std::string text;
    for (std::size_t i = first; i < end && end <= words.size(); ++i)
        text += key_of(words[i].text) + ' ';
    return text;
}

} // namespace

KnownWords::KnownWords(const Piece& piece) {
    Words words;
    // All flows in one row: a table's line is cells, one behind the other.
    flows_of(piece, Medium::web).each([&](const WordFlow& flow) {
        for (const Words& part : flow.parts)
            words.insert(words.end(), part.begin(), part.end());
    });
    add(words, text_rows_);
    const Words facts = words_of(fact_text(piece));
    add(facts, fact_rows_);
    for (const Word& fact : facts)
        facts_.insert(key_of(fact.text));
}

void KnownWords::add(const Words& words, Set& rows) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string key = key_of(words[i].text);
        letters_ += key;
        words_.insert(key);
        for (const Row row : {Row::pair, Row::three})
            rows.insert(row_of(words, i, row));
    }
    letters_ += '\n';
}

bool KnownWords::holds(const Set& rows, const Words& words, std::size_t first, Row row) {
    const std::string text = row_of(words, first, row);
    return !text.empty() && rows.count(text) > 0;
}

bool KnownWords::is_text(const Words& words, std::size_t first, Row row) const {
    return holds(text_rows_, words, first, row);
}

bool KnownWords::knows_row(const Words& words, std::size_t first, Row row) const {
    return is_text(words, first, row) || holds(fact_rows_, words, first, row);
}

bool KnownWords::knows(const std::string& word) const {
    const std::string key = key_of(word);
    return words_.count(key) > 0 || letters_.find(key) != std::string::npos;
}

bool KnownWords::is_fact(const std::string& word) const { return facts_.count(key_of(word)) > 0; }

} // namespace halfstar::proof
