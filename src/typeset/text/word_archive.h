// Shaped words in a tenth of the room that they take to be read: for those that were met and are not expected soon. To take one
// out again costs a small part of what shaping it costs.
#pragma once

#include "typeset/text/shaping.h"
#include "typeset/text/word_table.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace halfstar {

/// Safe to use from several threads.
class WordArchive {
public:
    /// Words of one run in the face of their font; others are left out.
    void add(const WordKey& key, const ShapedWord& word, const Face* face);
    /// The word as it was added, in that face.
    std::optional<ShapedWord> find(const WordKey& key, const Face* face) const;

private:
    /// A record is its key and its word; `place` counts bytes through all blocks, from 1.
    struct Slot {
        std::uint32_t check = 0, place = 0;
    };

    std::string_view at(std::uint32_t place) const;
    std::uint32_t keep(const std::string& record);
    std::string_view find(const WordKey& key, std::uint64_t hash) const;
    void put(std::uint64_t hash, std::uint32_t place);
    void grow();

    mutable std::mutex mutex_;
    std::vector<Slot> slots_;
    std::size_t count_ = 0;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0; ///< bytes of the last block
};

} // namespace halfstar
