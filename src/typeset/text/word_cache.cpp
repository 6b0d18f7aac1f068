#include "typeset/text/word_cache.h"

#include <algorithm>
#include <cstring>

namespace halfstar {

namespace {

constexpr std::size_t first_slots = 1024;
constexpr std::size_t arena_block = 64 * 1024;

std::uint64_t mixed(std::uint64_t state, std::uint64_t part) {
    state = (state ^ part) * 0x9E3779B97F4A7C15u;
    return state ^ (state >> 29);
}

} // namespace

WordCache::WordCache() : slots_(first_slots, none) {}

// Eight bytes at a time; where a word falls depends on the machine's byte order, what is found does not.
std::uint64_t WordCache::hash(const Key& key) {
    std::uint64_t state = mixed(key.word.size(), (std::uint64_t{key.font} << 8) | key.level);
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

const ShapedWord* WordCache::find(const Key& key) const {
    const std::uint64_t wanted = hash(key);
    const std::size_t last = slots_.size() - 1; // the size is a power of two
    for (std::size_t slot = wanted & last; slots_[slot] != none; slot = (slot + 1) & last) {
        const Entry& entry = entries_[slots_[slot]];
        if (entry.hash == wanted && entry.font == key.font && entry.level == key.level && entry.word == key.word)
            return &entry.shaped;
    }
    return nullptr;
}

const ShapedWord& WordCache::add(const Key& key, ShapedWord shaped) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    entries_.push_back({hash(key), keep(key.word), key.font, key.level, std::move(shaped)});
    std::size_t slot = entries_.back().hash & (slots_.size() - 1);
    while (slots_[slot] != none) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(entries_.size() - 1);
    return entries_.back().shaped;
}

std::string_view WordCache::keep(std::string_view word) {
    if (arena_.empty() || arena_.back().size() + word.size() > arena_.back().capacity()) {
        arena_.emplace_back();
        arena_.back().reserve(std::max(arena_block, word.size()));
    }
    std::vector<char>& block = arena_.back();
    const std::size_t begin = block.size();
    block.insert(block.end(), word.begin(), word.end());
    return {block.data() + begin, word.size()};
}

void WordCache::grow() {
    slots_.assign(slots_.size() * 2, none);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t slot = entries_[i].hash & (slots_.size() - 1);
        while (slots_[slot] != none) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = static_cast<std::uint32_t>(i);
    }
}

} // namespace halfstar
