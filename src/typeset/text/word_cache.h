// The table of shaped words: a word is looked up many times for each time it is shaped. Open addressing,
// linear probing, keys in one arena.
#pragma once

#include "typeset/text/shaping.h"

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace halfstar {

class WordCache {
public:
    WordCache();

    struct Key {
        std::string_view word;
        FontNumber font = 0;
        std::uint8_t level = 0;
    };
    /// The word if it is known, else null.
    const ShapedWord* find(const Key& key) const;
    /// Keeps a word that `find` did not know.
    const ShapedWord& add(const Key& key, ShapedWord shaped);

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::string_view word; ///< in the arena
        FontNumber font = 0;
        std::uint8_t level = 0;
        ShapedWord shaped;
    };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    static std::uint64_t hash(const Key& key);
    std::string_view keep(std::string_view word);
    void grow();

    std::deque<Entry> entries_; ///< never move: references are handed out
    std::vector<std::uint32_t> slots_;
    std::deque<std::vector<char>> arena_;
};

} // namespace halfstar
