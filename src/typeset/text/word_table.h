// What is known of words, by the font they are in: a word is looked up many times for each time that anything is worked
// out for it. Open addressing, linear probing, keys in one arena.
#pragma once

#include "foundation/base/prefetch.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

namespace halfstar {

/// A word, the number of its font, and what else decides (of eight bits each table makes its own use).
struct WordKey {
    std::string_view word;
    std::uint32_t font = 0;
    std::uint8_t way = 0;
    friend bool operator==(const WordKey&, const WordKey&) = default;
};

/// Eight bytes at a time; where a word falls depends on the machine's byte order, what is found does not.
std::uint64_t hash_of(const WordKey& key);

/// Keys of words: bytes that stay where they are.
class WordArena {
public:
    std::string_view keep(std::string_view word);

private:
    std::deque<std::vector<char>> blocks_;
};

/// A key as a table keeps it: most words lie in it whole, so that looking them up reads nothing else.
class KeptKey {
public:
    KeptKey(const WordKey& key, WordArena& arena);
    bool is(const WordKey& key) const { return key.font == font_ && key.way == way_ && key.word.size() == size_ && key.word == word(); }
    WordKey key() const { return {word(), font_, way_}; }

private:
    static constexpr std::size_t within = 16;

    std::string_view word() const { return {size_ <= within ? bytes_ : away_, size_}; }

    std::uint32_t size_, font_;
    union {
        char bytes_[within];
        const char* away_; ///< in the arena
    };
    std::uint8_t way_;
};

/// The table itself: several threads may use it, and none waits to find a word. What is known of a word stays where it is as long as the table. Words
/// are never let go one by one: a table that has become large is, as a whole, for a fresh one. It is parted by hash, so that threads that
/// add words seldom wait for one another.
template <class Known> class WordTable {
public:
    struct Entry {
        KeptKey key;
        Known known;
    };

    /// `expected`: how many words it has room for from the start. One that outgrows its room keeps what it had of it, as somebody may still read there.
    explicit WordTable(std::size_t expected = 0) {
        for (Part& part : parts_) part.use(std::max(first_slots, std::bit_ceil(slots_for(expected / part_count))));
    }

    /// What is known of the word, else null.
    const Entry* find(const WordKey& key, std::uint64_t hash) const {
        const Slots& slots = *part_of(hash).slots.load(std::memory_order_acquire);
        for (std::size_t at = hash & slots.last;; at = (at + 1) & slots.last) {
            const std::uintptr_t slot = slots.all[at].load(std::memory_order_acquire);
            if (slot == 0) return nullptr;
            if (is_likely(slot, hash) && entry_in(slot)->key.is(key)) return entry_in(slot);
        }
    }

    /// Asks memory for where a word of that hash is looked up. Then `approach` asks for the word, and returns where it is if it is there: almost surely it,
    /// and null if not.
    void expect(std::uint64_t hash) const {
        const Slots& slots = *part_of(hash).slots.load(std::memory_order_acquire);
        prefetch(&slots.all[hash & slots.last]);
    }
    const Entry* approach(std::uint64_t hash) const {
        const Slots& slots = *part_of(hash).slots.load(std::memory_order_acquire);
        for (std::size_t at = hash & slots.last;; at = (at + 1) & slots.last) {
            const std::uintptr_t slot = slots.all[at].load(std::memory_order_acquire);
            if (slot == 0) return nullptr;
            if (!is_likely(slot, hash)) continue;
            prefetch(entry_in(slot));
            prefetch(&entry_in(slot)->known);
            return entry_in(slot);
        }
    }

    /// Keeps what `find` did not know; where another thread was first, that is what is kept.
    const Entry* add(const WordKey& key, std::uint64_t hash, Known known) {
        Part& part = part_of(hash);
        const std::lock_guard lock(part.mutex);
        if (const Entry* entry = find(key, hash)) return entry;
        ++size_;
        return part.add(key, hash, std::move(known));
    }

    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t first_slots = 64, part_count = 16;
    /// The fewest for so many entries: a quarter of them stay empty, so that what is looked for is soon found or missed.
    static constexpr std::size_t slots_for(std::size_t entries) { return (4 * entries + 2) / 3; }

    /// Entries stand at addresses of which the lowest bits are zero. In slots these are a part of the word's hash, so that hardly an entry is looked at in vain.
    static constexpr std::uintptr_t hash_bits = 7;
    static_assert(alignof(Entry) > hash_bits);
    static std::uintptr_t check_of(std::uint64_t hash) { return hash >> 61; }
    static bool is_likely(std::uintptr_t slot, std::uint64_t hash) { return (slot & hash_bits) == check_of(hash); }
    static const Entry* entry_in(std::uintptr_t slot) { return reinterpret_cast<const Entry*>(slot & ~hash_bits); }

    /// Where entries are, by hash; 0: nothing. Their number is a power of two.
    struct Slots {
        explicit Slots(std::size_t count) : last(count - 1), all(count) {}
        const std::size_t last;
        std::vector<std::atomic<std::uintptr_t>> all;

        void place(std::uint64_t hash, const Entry& entry) {
            std::size_t at = hash & last;
            while (all[at].load(std::memory_order_relaxed) != 0) at = (at + 1) & last;
            all[at].store(reinterpret_cast<std::uintptr_t>(&entry) | check_of(hash), std::memory_order_release);
        }
    };

    /// What all read, and what is for whoever has its mutex: in lines of the processor's cache of their own.
    struct alignas(64) Part {
        std::atomic<const Slots*> slots;
        alignas(64) std::mutex mutex;
        std::vector<std::unique_ptr<Slots>> all_slots; ///< the last are in use; those before them somebody may still read
        std::deque<Entry> entries; ///< never move: references are handed out
        WordArena arena;

        const Entry* add(const WordKey& key, std::uint64_t hash, Known known) {
            if (slots_for(entries.size() + 1) > all_slots.back()->all.size()) grow();
            entries.push_back({KeptKey(key, arena), std::move(known)});
            all_slots.back()->place(hash, entries.back());
            return &entries.back();
        }

        void grow() {
            auto more = std::make_unique<Slots>(all_slots.back()->all.size() * 2);
            for (const Entry& entry : entries) more->place(hash_of(entry.key.key()), entry);
            use(std::move(more));
        }

        void use(std::unique_ptr<Slots> fresh) {
            slots.store(fresh.get(), std::memory_order_release);
            all_slots.push_back(std::move(fresh));
        }
        void use(std::size_t count) { use(std::make_unique<Slots>(count)); }
    };

    /// Neither the bits that are in slots nor those that choose among them.
    static std::size_t index_of(std::uint64_t hash) { return hash >> 28 & (part_count - 1); }
    const Part& part_of(std::uint64_t hash) const { return parts_[index_of(hash)]; }
    Part& part_of(std::uint64_t hash) { return parts_[index_of(hash)]; }

    std::array<Part, part_count> parts_;
    std::atomic<std::size_t> size_{0};
};

/// The words of late, and those before them. For one thread; others have their own for the same tables.
template <class Known> class RecentWords {
public:
    using Table = WordTable<Known>;
    using Entry = typename Table::Entry;

    explicit RecentWords(std::shared_ptr<Table> table) : table_(std::move(table)) {}

    const std::shared_ptr<Table>& table() const { return table_; }
    /// From now on words are kept in `table`. What was found before lives as long as the table that it is in.
    void turn(std::shared_ptr<Table> table, std::shared_ptr<const Table> before) {
        table_ = std::move(table);
        before_ = std::move(before);
    }

    const Known* find(const WordKey& key) const { return find(key, hash_of(key)); }
    const Known* find(const WordKey& key, std::uint64_t hash) const { return known(table_->find(key, hash)); }
    const Known& add(const WordKey& key, Known known) { return table_->add(key, hash_of(key), std::move(known))->known; }
    /// What the table before knew of a word that this one does not know. It may be let go at the next turn.
    const Known* find_before(const WordKey& key) const {
        return before_ == nullptr || before_->size() == 0 ? nullptr : known(before_->find(key, hash_of(key)));
    }
    /// As of a table.
    void expect(std::uint64_t hash) const { table_->expect(hash); }
    const Known* approach(std::uint64_t hash) const { return known(table_->approach(hash)); }

private:
    static const Known* known(const Entry* entry) { return entry == nullptr ? nullptr : &entry->known; }

    std::shared_ptr<Table> table_;
    std::shared_ptr<const Table> before_; ///< null: there was none
};

} // namespace halfstar
