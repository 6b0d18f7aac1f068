// A queue between one who finds work and those who do it, never longer than it was made: who is ahead waits.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace halfstar {

template <class Item> class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t longest) : longest_(longest) {}

    /// Waits for room. False when the queue is broken off: nobody will take the item.
    bool push(Item item) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return items_.size() < longest_ || state_ == State::broken_off; });
        if (state_ == State::broken_off) return false;
        items_.push_back(std::move(item));
        changed_.notify_all();
        return true;
    }

    /// Waits for an item; nothing once the queue has ended and is empty, or is broken off.
    std::optional<Item> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !items_.empty() || state_ != State::open; });
        if (items_.empty() || state_ == State::broken_off) return std::nullopt;
        std::optional<Item> item(std::move(items_.front()));
        items_.pop_front();
        changed_.notify_all();
        return item;
    }

    /// No more items come.
    void end() { settle(State::ended); }
    /// What is in the queue is dropped.
    void break_off() { settle(State::broken_off); }

private:
    enum class State { open, ended, broken_off };

    void settle(State state) {
        const std::lock_guard lock(mutex_);
        if (state_ != State::broken_off) state_ = state;
        changed_.notify_all();
    }

    const std::size_t longest_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Item> items_;
    State state_ = State::open;
};

} // namespace halfstar
