#include "foundation/base/parallel.h"

#include "foundation/base/allocator.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <list>
#include <thread>
#include <utility>
#include <vector>

namespace halfstar {

namespace {

/// Threads without a task are kept so long: what they hold for their next allocations is given back when they end.
constexpr std::chrono::milliseconds patience{3};

/// All threads that tasks were handed to. At the program's end they are waited for.
class Workers {
public:
    ~Workers() {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
            for (Worker& worker : all_) worker.changed.notify_one();
        }
        for (Worker& worker : all_) worker.thread.join();
    }

    void run(std::function<void()> task) {
        const std::lock_guard lock(mutex_);
        all_.remove_if([](Worker& worker) {
            if (worker.has_left) worker.thread.join();
            return worker.has_left;
        });
        if (free_.empty()) {
            Worker& fresh = all_.emplace_back();
            fresh.task = std::move(task);
            fresh.thread = std::thread([this, &fresh] { work(fresh); });
            return;
        }
        Worker& worker = *free_.back();
        free_.pop_back();
        worker.task = std::move(task);
        worker.changed.notify_one();
    }

private:
    struct Worker {
        std::function<void()> task; ///< that it is to begin
        std::condition_variable changed;
        bool has_left = false;
        std::thread thread;
    };

    void work(Worker& worker) {
        grow_by_huge_pages();
        std::unique_lock lock(mutex_);
        while (worker.task) {
            const std::function<void()> task = std::exchange(worker.task, nullptr);
            lock.unlock();
            task();
            lock.lock();
            free_.push_back(&worker);
            worker.changed.wait_for(lock, patience, [&] { return worker.task != nullptr || ending_; });
        }
        std::erase(free_, &worker);
        worker.has_left = true;
    }

    std::mutex mutex_; ///< of what follows
    std::list<Worker> all_;
    std::vector<Worker*> free_; ///< the last to be free is the first to be asked again
    bool ending_ = false;
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

void Crew::engage(std::size_t helpers, std::function<bool()> may_begin, std::function<void(Lock&)> begin,
                  std::function<bool()> is_no_more) {
    may_begin_ = std::move(may_begin);
    is_no_more_ = std::move(is_no_more);
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
        changed_.wait(held, [this] { return ended_ || is_no_more_() || may_begin_(); });
        if (ended_ || is_no_more_()) return;
        begin_(held);
    }
}

} // namespace halfstar
