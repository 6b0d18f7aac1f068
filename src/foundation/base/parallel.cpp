#include "foundation/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>
#include <vector>

namespace halfstar {

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
    const std::size_t threads = std::min(count, threads_for(jobs));
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < threads; ++i)
        helpers.emplace_back(work);
    work();
    for (std::thread& thread : helpers)
        thread.join();
}

Crew::~Crew() {
    {
        const Lock held = lock();
        ended_ = true;
    }
    changed_.notify_all();
    for (std::thread& helper : helpers_) helper.join();
}

void Crew::engage(std::size_t helpers, std::function<bool()> may_begin, std::function<void(Lock&)> begin) {
    may_begin_ = std::move(may_begin);
    begin_ = std::move(begin);
    for (std::size_t i = 0; i < helpers; ++i) helpers_.emplace_back([this] { help(); });
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
