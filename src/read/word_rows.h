// Tables whose rows are words with spaces between, looked up by word.
#pragma once

#include "foundation/base/strings.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace halfstar::reading {

/// The rows of all words, each word's first.
class WordRows {
public:
    /// `words_of` says of a row of the table which words it has: none, or some with spaces between, which live as long as this.
    template <class Table, class WordsOf> WordRows(const Table& table, const WordsOf& words_of) {
        std::size_t number = 0;
        for (const auto& row : table) {
            for (const std::string_view word : split(words_of(row), ' '))
                if (!word.empty()) rows_.try_emplace(word, number);
            ++number;
        }
    }

    /// The row's number from 0; none for a word that no row has.
    std::optional<std::size_t> find(std::string_view word) const {
        const auto found = rows_.find(word);
        return found == rows_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::unordered_map<std::string_view, std::size_t> rows_;
};

} // namespace halfstar::reading
