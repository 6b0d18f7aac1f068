#include "foundation/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
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

} // namespace halfstar
