// Work for several threads in a deterministic order: what task i makes stands at place i, whoever made it.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace halfstar {

/// How many threads `jobs` asks for: 0 is one a core.
std::size_t threads_for(int jobs);

/// Calls `task(i)` for every i below `count` on up to `jobs` threads (0: as many as cores) and waits. Tasks
/// must not throw and must touch only what is theirs.
void for_each_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& task);

/// What is made ahead of the thread that takes it, in order and never further ahead than is said: while it works on one, others make the next
/// few. `make(i)` is called once for each i, on any thread; what it throws is thrown where i is taken.
template <class Made> class Ahead {
public:
    /// `jobs` threads in all, the one that takes among them. `most`: so many may be made and not taken; 0 is a few for each thread.
    Ahead(std::size_t count, int jobs, std::function<Made(std::size_t)> make, std::size_t most = 0)
        : make_(std::move(make)), count_(count) {
        const std::size_t helpers = std::min(count, threads_for(jobs)) - (count > 0 ? 1 : 0);
        most_ = most > 0 ? most : helpers * 4;
        for (std::size_t i = 0; i < helpers; ++i) helpers_.emplace_back([this] { help(); });
    }
    ~Ahead() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        changed_.notify_all();
        for (std::thread& helper : helpers_) helper.join();
    }
    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;

    /// The next, from the first on. While it is not there, what comes after it is made here too.
    Made take() {
        std::unique_lock lock(mutex_);
        while (begun_ == taken_ || !places_.front().done) {
            if (begun_ == taken_ || may_begin()) begin(lock);
            else changed_.wait(lock);
        }
        Place place = std::move(places_.front());
        places_.pop_front();
        ++taken_;
        lock.unlock();
        changed_.notify_all();
        if (place.failure) std::rethrow_exception(place.failure);
        return std::move(*place.made);
    }

    /// The next, if it is made or on its way; else none, and it will not be made.
    std::optional<Made> take_begun() {
        {
            const std::lock_guard lock(mutex_);
            if (begun_ == taken_) {
                ++begun_;
                ++taken_;
                return std::nullopt;
            }
        }
        return take();
    }

private:
    struct Place {
        std::optional<Made> made;
        std::exception_ptr failure;
        bool done = false;
    };

    bool may_begin() const { return begun_ < count_ && begun_ - taken_ < most_; }

    /// Makes the next that nobody has begun; the lock is open meanwhile.
    void begin(std::unique_lock<std::mutex>& lock) {
        const std::size_t index = begun_++;
        places_.emplace_back();
        lock.unlock();
        Place place;
        try {
            place.made.emplace(make_(index));
        } catch (...) {
            place.failure = std::current_exception();
        }
        place.done = true;
        lock.lock();
        places_[index - taken_] = std::move(place);
        changed_.notify_all();
    }

    void help() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return ended_ || begun_ == count_ || may_begin(); });
            if (ended_ || begun_ == count_) return;
            begin(lock);
        }
    }

    const std::function<Made(std::size_t)> make_;
    const std::size_t count_;
    std::size_t most_ = 0; ///< made and not taken
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Place> places_; ///< from `taken_` on, to `begun_`
    std::size_t taken_ = 0, begun_ = 0;
    bool ended_ = false;
    std::vector<std::thread> helpers_;
};

/// What is made behind the thread that hands it over, and taken by it in the same order. What a task throws is thrown where it is taken.
template <class Made> class Behind {
public:
    /// `jobs` threads in all, the one that takes among them. The others begin with the first task.
    explicit Behind(int jobs) : jobs_(jobs) {}
    ~Behind() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        changed_.notify_all();
        for (std::thread& helper : helpers_) helper.join();
    }
    Behind(const Behind&) = delete;
    Behind& operator=(const Behind&) = delete;

    /// How many may wait, so that nobody does: some for each of the others.
    std::size_t enough() const { return (threads_for(jobs_) - 1) * 4; }
    void put(std::function<Made()> make) {
        if (helpers_.empty())
            for (std::size_t i = 1; i < threads_for(jobs_); ++i) helpers_.emplace_back([this] { help(); });
        {
            const std::lock_guard lock(mutex_);
            places_.emplace_back(std::move(make));
        }
        changed_.notify_one();
    }
    /// The first that was put and not taken: there must be one. While it is not there, what comes after it is made here too.
    Made take() {
        std::unique_lock lock(mutex_);
        while (!places_.front().done) {
            if (begun_ < places_.size()) make_next(lock);
            else changed_.wait(lock);
        }
        Place place = std::move(places_.front());
        places_.pop_front();
        --begun_;
        lock.unlock();
        if (place.failure) std::rethrow_exception(place.failure);
        return std::move(*place.made);
    }

private:
    struct Place {
        explicit Place(std::function<Made()> task) : make(std::move(task)) {}
        std::function<Made()> make;
        std::optional<Made> made = {};
        std::exception_ptr failure = {};
        bool done = false;
    };

    /// The lock is open meanwhile; a deque's places stay where they are.
    void make_next(std::unique_lock<std::mutex>& lock) {
        Place& place = places_[begun_++];
        lock.unlock();
        try {
            place.made.emplace(std::exchange(place.make, nullptr)());
        } catch (...) {
            place.failure = std::current_exception();
        }
        lock.lock();
        place.done = true;
        changed_.notify_all();
    }

    void help() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return ended_ || begun_ < places_.size(); });
            if (ended_) return;
            make_next(lock);
        }
    }

    const int jobs_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Place> places_; ///< from the first that is not taken on
    std::size_t begun_ = 0;    ///< of these
    bool ended_ = false;
    std::vector<std::thread> helpers_;
};

} // namespace halfstar
