// Work for several threads in a deterministic order: what task i makes stands at place i, whoever made it.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <latch>
#include <mutex>
#include <optional>
#include <utility>

namespace halfstar {

/// Runs `task`, which must not throw, on another thread: one that has nothing to do, else a new one. Threads stay a while for the next task: what
/// the allocator does for a new one costs as much as many tasks.
void run_beside(std::function<void()> task);

/// How many threads `jobs` asks for: 0 is one a core.
std::size_t threads_for(int jobs);

/// Calls `task(i)` for every i below `count` on up to `jobs` threads (0: as many as cores) and waits. Tasks
/// must not throw and must touch only what is theirs.
void for_each_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& task);

/// Threads that help with work which lies open under the crew's lock, until the crew is let go of.
class Crew {
public:
    using Lock = std::unique_lock<std::mutex>;
    Crew() = default;
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    /// Up to `helpers` threads, once: each calls `begin` with the lock held, again and again, whenever `may_begin` and else waits. `begin` takes
    /// a task, opens the lock while it works on it, and must not throw. They leave when there `is_no_more`.
    void engage(std::size_t helpers, std::function<bool()> may_begin, std::function<void(Lock&)> begin,
                std::function<bool()> is_no_more = [] { return false; });

    Lock lock() { return Lock(mutex_); }
    /// Until another thread says that something changed.
    void wait(Lock& lock) { changed_.wait(lock); }
    /// There is more to do, or something is done.
    void tell() { changed_.notify_all(); }

private:
    void help();

    std::mutex mutex_;
    std::condition_variable changed_;
    bool ended_ = false;
    std::function<bool()> may_begin_, is_no_more_;
    std::function<void(Lock&)> begin_;
    std::optional<std::latch> left_; ///< by its helpers
};

/// A task's outcome: what it made, or what it threw.
template <class Made> struct Outcome {
    std::optional<Made> made = {};
    std::exception_ptr failure = {};
    bool done = false;

    template <class Task> void get_from(Task&& task) {
        try {
            made.emplace(task());
        } catch (...) {
            failure = std::current_exception();
        }
    }
    Made take() {
        if (failure) std::rethrow_exception(failure);
        return std::move(*made);
    }
};

/// What is made ahead of the thread that takes it, in order and never further ahead than is said: while it works on one, others make the next
/// few. `make(i)` is called once for each i, on any thread; what it throws is thrown where i is taken.
template <class Made> class Ahead {
public:
    /// `jobs` threads in all, the one that takes among them. `most`: so many may be made and not taken; 0 is a few for each thread.
    Ahead(std::size_t count, int jobs, std::function<Made(std::size_t)> make, std::size_t most = 0)
        : make_(std::move(make)), count_(count) {
        const std::size_t helpers = std::min(count, threads_for(jobs)) - (count > 0 ? 1 : 0);
        most_ = most > 0 ? most : helpers * 4;
        crew_.engage(helpers, [this] { return may_begin(); }, [this](Crew::Lock& lock) { begin(lock); },
                     [this] { return begun_ == count_; });
    }

    /// The next, from the first on. While it is not there, what comes after it is made here too.
    Made take() {
        Crew::Lock lock = crew_.lock();
        while (begun_ == taken_ || !places_.front().done) {
            if (begun_ == taken_ || may_begin()) begin(lock);
            else crew_.wait(lock);
        }
        Outcome<Made> outcome = std::move(places_.front());
        places_.pop_front();
        ++taken_;
        const bool has_room = begun_ - taken_ <= most_ / 2; // waking somebody for each that is taken would cost more than many that are made
        lock.unlock();
        if (has_room) crew_.tell();
        return outcome.take();
    }

    /// The next, if it is made or on its way; else none, and it will not be made.
    std::optional<Made> take_begun() {
        {
            const Crew::Lock lock = crew_.lock();
            if (begun_ == taken_) {
                ++begun_;
                ++taken_;
                return std::nullopt;
            }
        }
        return take();
    }

private:
    bool may_begin() const { return begun_ < count_ && begun_ - taken_ < most_; }

    /// Makes the next that nobody has begun. A deque's places stay where they are.
    void begin(Crew::Lock& lock) {
        const std::size_t index = begun_++;
        Outcome<Made>& place = places_.emplace_back();
        lock.unlock();
        place.get_from([&] { return make_(index); });
        lock.lock();
        place.done = true;
        crew_.tell();
    }

    const std::function<Made(std::size_t)> make_;
    const std::size_t count_;
    std::size_t most_ = 0; ///< made and not taken
    std::deque<Outcome<Made>> places_; ///< from `taken_` on, to `begun_`
    std::size_t taken_ = 0, begun_ = 0;
    Crew crew_; ///< the first to go
};

/// What is made behind the thread that hands it over, and taken by it in the same order. What a task throws is thrown where it is taken.
template <class Made> class Behind {
public:
    /// `jobs` threads in all, the one that takes among them. The others begin with the first task.
    explicit Behind(int jobs) : jobs_(jobs) {}

    /// How many may wait, so that nobody does: some for each of the others.
    std::size_t enough() const { return helpers() * 4; }
    void put(std::function<Made()> make) {
        if (!std::exchange(engaged_, true))
            crew_.engage(helpers(), [this] { return begun_ < places_.size(); }, [this](Crew::Lock& lock) { begin(lock); });
        {
            const Crew::Lock lock = crew_.lock();
            places_.push_back({std::move(make)});
        }
        crew_.tell();
    }
    /// The first that was put and not taken: there must be one. While it is not there, what comes after it is made here too.
    Made take() {
        Crew::Lock lock = crew_.lock();
        while (!places_.front().outcome.done) {
            if (begun_ < places_.size()) begin(lock);
            else crew_.wait(lock);
        }
        Outcome<Made> outcome = std::move(places_.front().outcome);
        places_.pop_front();
        --begun_;
        lock.unlock();
        return outcome.take();
    }

private:
    struct Place {
        std::function<Made()> make;
        Outcome<Made> outcome = {};
    };

    /// Makes the next that nobody has begun. A deque's places stay where they are.
    void begin(Crew::Lock& lock) {
        Place& place = places_[begun_++];
        lock.unlock();
        place.outcome.get_from(std::exchange(place.make, nullptr));
        lock.lock();
        place.outcome.done = true;
        crew_.tell();
    }

    std::size_t helpers() const { return threads_for(jobs_) - 1; }

    const int jobs_;
    bool engaged_ = false;
    std::deque<Place> places_; ///< from the first that is not taken on
    std::size_t begun_ = 0;    ///< of these
    Crew crew_; ///< the first to go
};

} // namespace halfstar
