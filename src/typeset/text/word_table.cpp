#include "typeset/text/word_table.h"

#include <algorithm>
#include <cstring>

namespace halfstar {

namespace {

constexpr std::size_t arena_block = 4 * 1024; ///< tables have many parts, and few words are long

std::uint64_t mixed(std::uint64_t state, std::uint64_t part) {
    state = (state ^ part) * 0x9E3779B97F4A7C15u;
    return state ^ (state >> 29);
}

} // namespace

std::uint64_t hash_of(const WordKey& key) {
    std::uint64_t state = mixed(key.word.size(), (std::uint64_t{key.font} << 8) | key.way);
    const char* at = key.word.data();
    std::size_t left = key.word.size();
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t part;
        std::memcpy(&part, at, 8);
        state = mixed(state, part);
    }
    std::uint64_t part = 0;
    if (left > 0) std::memcpy(&part, at, left);
    return mixed(state, part);
}

std::string_view WordArena::keep(std::string_view word) {
    if (blocks_.empty() || blocks_.back().size() + word.size() > blocks_.back().capacity()) {
        blocks_.emplace_back();
        blocks_.back().reserve(std::max(arena_block, word.size()));
    }
    std::vector<char>& block = blocks_.back();
    const std::size_t begin = block.size();
    block.insert(block.end(), word.begin(), word.end());
    return {block.data() + begin, word.size()};
}

KeptKey::KeptKey(const WordKey& key, WordArena& arena)
    : size_(static_cast<std::uint32_t>(key.word.size())), font_(key.font), way_(key.way) {
    if (size_ <= within) key.word.copy(bytes_, size_);
    else away_ = arena.keep(key.word).data();
}

} // namespace halfstar
