// Work for several threads in a deterministic order: what task i makes stands at place i, whoever made it.
#pragma once

#include <cstddef>
#include <functional>

namespace halfstar {

/// Calls `task(i)` for every i below `count` on up to `jobs` threads (0: as many as cores) and waits. Tasks
/// must not throw and must touch only what is theirs.
void for_each_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& task);

} // namespace halfstar
