#include "proof/known_words.h"

#include "foundation/unicode/text.h"
#include "proof/flows.h"

namespace halfstar::proof {
namespace {

/// Small letters, since facts are often written otherwise than they are kept.
std::string key_of(const std::string& word) { return unicode::lower(word, ""); }

std::string row_of(const Words& words, std::size_t first) {
    return key_of(words[first].text) + ' ' + key_of(words[first + 1].text) + ' ' + key_of(words[first + 2].text);
}

} // namespace

KnownWords::KnownWords(const Piece& piece) {
    Words words;
    // All flows in one row: a table's line is cells, one behind the other.
    flows_of(piece, Medium::web).each([&](const WordFlow& flow) {
        for (const Words& part : flow.parts) words.insert(words.end(), part.begin(), part.end());
    });
    add(words, text_rows_);
    const Words facts = words_of(fact_text(piece));
    add(facts, fact_rows_);
    for (const Word& fact : facts) facts_.insert(key_of(fact.text));
}

void KnownWords::add(const Words& words, Set& rows) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string key = key_of(words[i].text);
        letters_ += key;
        words_.insert(key);
        if (i + 2 < words.size()) rows.insert(row_of(words, i));
    }
    letters_ += '\n';
}

bool KnownWords::is_text(const Words& words, std::size_t first) const {
    return first + 2 < words.size() && text_rows_.count(row_of(words, first)) > 0;
}

bool KnownWords::knows_row(const Words& words, std::size_t first) const {
    return is_text(words, first) || (first + 2 < words.size() && fact_rows_.count(row_of(words, first)) > 0);
}

bool KnownWords::knows(const std::string& word) const {
    const std::string key = key_of(word);
    return words_.count(key) > 0 || letters_.find(key) != std::string::npos;
}

bool KnownWords::is_fact(const std::string& word) const { return facts_.count(key_of(word)) > 0; }

} // namespace halfstar::proof
