#include "foundation/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace halfstar {

namespace {

/// A thread that does one task after the other, as they are handed to it.
class Worker {
public:
    /// `rests` is called by its thread whenever it is free again.
    explicit Worker(std::function<void(Worker&)> rests) : rests_(std::move(rests)), thread_([this] { work(); }) {}
    ~Worker() {
        hand({});
        thread_.join();
    }

    /// It must be free. An empty task ends it.
    void hand(std::function<void()> task) {
        {
            const std::lock_guard lock(mutex_);
            task_ = std::move(task);
            handed_ = true;
        }
        changed_.notify_one();
    }

private:
    void work() {
        while (const std::function<void()> task = next()) {
            task();
            rests_(*this);
        }
    }
    std::function<void()> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return handed_; });
        handed_ = false;
        return std::exchange(task_, nullptr);
    }

    const std::function<void(Worker&)> rests_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::function<void()> task_;
    bool handed_ = false;
    std::thread thread_;
};

/// All workers of the program; at its end they are waited for.
class Workers {
public:
    void run(std::function<void()> task) {
        const std::lock_guard lock(mutex_);
        if (free_.empty()) {
            all_.push_back(std::make_unique<Worker>([this](Worker& worker) {
                const std::lock_guard held(mutex_);
                free_.push_back(&worker);
            }));
            free_.push_back(all_.back().get());
        }
        Worker* const worker = free_.back();
        free_.pop_back();
        worker->hand(std::move(task));
    }

private:
    std::mutex mutex_;
    std::vector<Worker*> free_;
    std::vector<std::unique_ptr<Worker>> all_; ///< the first to go
};

} // namespace

void run_beside(std::function<void()> task) {
    static Workers workers;
    workers.run(std::move(task));
}

std::size_t threads_for(int jobs) {
    if (jobs > 0) return static_cast<std::size_t>(jobs);
    static const std::size_t cores = std::max(1u, std::thread::hardware_concurrency()); // the kernel's files are read for it
    return cores;
}

void for_each_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            task(i);
    };
    if (count == 0) return;
    const std::size_t helpers = std::min(count, threads_for(jobs)) - 1;
    std::latch left(static_cast<std::ptrdiff_t>(helpers));
    for (std::size_t i = 0; i < helpers; ++i)
        run_beside([&] {
            work();
            left.count_down();
        });
    work();
    left.wait();
}

Crew::~Crew() {
    {
        const Lock held = lock();
        ended_ = true;
    }
    changed_.notify_all();
    if (left_) left_->wait();
}

void Crew::engage(std::size_t helpers, std::function<bool()> may_begin, std::function<void(Lock&)> begin) {
    may_begin_ = std::move(may_begin);
    begin_ = std::move(begin);
    left_.emplace(static_cast<std::ptrdiff_t>(helpers));
    for (std::size_t i = 0; i < helpers; ++i)
        run_beside([this] {
            help();
            left_->count_down();
        });
}

void Crew::help() {
    Lock held = lock();
    while (true) {
        changed_.wait(held, [this] { return ended_ || may_begin_(); });
        if (ended_) return;
        begin_(held);
    }
}

} // namespace halfstar
