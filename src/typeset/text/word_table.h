// What is known of words, by the font they are in: a word is looked up many times for each time that anything is worked
// out for it. Open addressing, linear probing, keys in one arena; slots hold a part of the hash, so that hardly an entry
// is looked at in vain.
#pragma once

#include <array>
#include <atomic>
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

/// The part of a hash that slots hold.
inline std::uint32_t hash_check(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

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

/// The table itself: several threads may use it. What is known of a word stays where it is as long as the table. Words are never
/// let go one by one: a table that has become large is, as a whole, for a fresh one. It is parted by hash, so that threads seldom wait
/// for one another.
template <class Known> class WordTable {
public:
    struct Entry {
        KeptKey key;
        Known known;
    };

    /// What is known of the word, else null.
    const Entry* find(const WordKey& key) const { return find(key, hash_of(key)); }
    const Entry* find(const WordKey& key, std::uint64_t hash) const {
        const Part& part = parts_[part_of(hash)];
        const std::lock_guard lock(part.mutex);
        return part.find(key, hash);
    }

    /// Keeps what `find` did not know; where another thread was first, that is what is kept.
    const Entry* add(const WordKey& key, Known known) {
        const std::uint64_t hash = hash_of(key);
        Part& part = parts_[part_of(hash)];
        const std::lock_guard lock(part.mutex);
        if (const Entry* entry = part.find(key, hash)) return entry;
        ++size_;
        return part.add(key, hash, std::move(known));
    }

    std::size_t size() const { return size_; }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::size_t first_slots = 64, part_count = 16;

    /// Neither the bits that slots hold nor those that choose among them.
    static std::size_t part_of(std::uint64_t hash) { return hash >> 28 & (part_count - 1); }

    struct Slot {
        std::uint32_t check = 0, entry = none;
    };

    /// For whoever has its mutex. No two share a line of the processor's cache.
    struct alignas(64) Part {
        mutable std::mutex mutex;
        std::vector<Slot> slots = std::vector<Slot>(first_slots);
        std::deque<Entry> entries; ///< never move: references are handed out
        WordArena arena;

        const Entry* find(const WordKey& key, std::uint64_t hash) const {
            const std::size_t last = slots.size() - 1; // the size is a power of two
            for (std::size_t at = hash & last; slots[at].entry != none; at = (at + 1) & last)
                if (slots[at].check == hash_check(hash) && entries[slots[at].entry].key.is(key)) return &entries[slots[at].entry];
            return nullptr;
        }

        const Entry* add(const WordKey& key, std::uint64_t hash, Known known) {
            if (4 * (entries.size() + 1) > 3 * slots.size()) grow();
            entries.push_back({KeptKey(key, arena), std::move(known)});
            place(hash, static_cast<std::uint32_t>(entries.size() - 1));
            return &entries.back();
        }

        void place(std::uint64_t hash, std::uint32_t entry) {
            std::size_t at = hash & (slots.size() - 1);
            while (slots[at].entry != none) at = (at + 1) & (slots.size() - 1);
            slots[at] = {hash_check(hash), entry};
        }

        void grow() {
            slots.assign(slots.size() * 2, {});
            for (std::uint32_t i = 0; i < entries.size(); ++i) place(hash_of(entries[i].key.key()), i);
        }
    };

    std::array<Part, part_count> parts_;
    std::atomic<std::size_t> size_{0};
};

/// One thread's way into a table: words that it has met it finds without asking the others.
template <class Known> class WordIndex {
public:
    using Table = WordTable<Known>;
    using Entry = typename Table::Entry;

    explicit WordIndex(std::shared_ptr<Table> table) : table_(std::move(table)), slots_(first_slots) {}

    const std::shared_ptr<Table>& table() const { return table_; }
    /// From now on it leads into `table`. What it found before lives as long as the table that it is in.
    void turn(std::shared_ptr<Table> table, std::shared_ptr<const Table> before) {
        table_ = std::move(table);
        before_ = std::move(before);
        slots_.assign(first_slots, {});
        count_ = 0;
    }

    const Known* find(const WordKey& key) {
        const std::uint64_t hash = hash_of(key);
        const std::size_t last = slots_.size() - 1;
        for (std::size_t at = hash & last; slots_[at].entry != nullptr; at = (at + 1) & last)
            if (slots_[at].check == hash_check(hash) && slots_[at].entry->key.is(key)) return &slots_[at].entry->known;
        const Entry* entry = table_->find(key, hash);
        return entry == nullptr ? nullptr : &take(entry, hash);
    }
    const Known& add(const WordKey& key, Known known) { return take(table_->add(key, std::move(known)), hash_of(key)); }
    /// What the table before knew of a word that this one does not know. It may be let go at the next turn.
    const Known* find_before(const WordKey& key) const {
        const Entry* entry = before_ == nullptr || before_->size() == 0 ? nullptr : before_->find(key);
        return entry == nullptr ? nullptr : &entry->known;
    }

private:
    static constexpr std::size_t first_slots = 1024;

    struct Slot {
        std::uint32_t check = 0;
        const Entry* entry = nullptr;
    };

    const Known& take(const Entry* entry, std::uint64_t hash) {
        if (2 * (++count_) > slots_.size()) grow();
        place(entry, hash);
        return entry->known;
    }

    void place(const Entry* entry, std::uint64_t hash) {
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at].entry != nullptr) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {hash_check(hash), entry};
    }

    void grow() {
        const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
        for (const Slot& slot : old)
            if (slot.entry != nullptr) place(slot.entry, hash_of(slot.entry->key.key()));
    }

    std::shared_ptr<Table> table_;
    std::shared_ptr<const Table> before_; ///< null: there was none
    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

} // namespace halfstar
