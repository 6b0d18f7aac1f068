// What was made once, kept for whoever asks for the same again: as much as there is room for, as long as somebody asks for it.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace halfstar {

/// Values by all that they were made from. With a transparent hash and comparison a value can be asked for by what is not copied
/// into a key. Safe to use from several threads.
template <class Key, class Value, class Hash = std::hash<Key>, class Equal = std::equal_to<Key>> class Kept {
public:
    /// Keeps about so many bytes and no more.
    explicit Kept(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// A copy; nothing: it is not known.
    template <class Asked> std::optional<Value> find(const Asked& key) {
        const std::lock_guard lock(mutex_);
        const auto found = entries_.find(key);
        if (found == entries_.end()) return std::nullopt;
        found->second.used = true;
        return found->second.value;
    }

    /// What was not found; with its key it takes about `bytes`. Where there is no room left, or another thread has kept the same, it is not kept.
    void keep(Key key, Value value, std::size_t bytes) {
        bytes += sizeof(Entry);
        const std::lock_guard lock(mutex_);
        if (bytes_ + bytes > most_bytes_) return;
        if (entries_.try_emplace(std::move(key), Entry{std::move(value), bytes}).second) bytes_ += bytes;
    }

    /// What nobody asked for, and nobody kept, since the last call goes away.
    void forget_unused() {
        const std::lock_guard lock(mutex_);
        for (auto one = entries_.begin(); one != entries_.end();) {
            if (std::exchange(one->second.used, false)) {
                ++one;
                continue;
            }
            bytes_ -= one->second.bytes;
            one = entries_.erase(one);
        }
    }

private:
    struct Entry {
        Value value;
        std::size_t bytes = 0;
        bool used = true;
    };

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::unordered_map<Key, Entry, Hash, Equal> entries_;
    std::size_t bytes_ = 0;
};

} // namespace halfstar
