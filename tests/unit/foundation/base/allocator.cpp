// Sanitizers have allocators of their own, which keep what is freed to see whether it is used.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include "foundation/base/allocator.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <fstream>
#include <memory>
#include <vector>

using namespace halfstar;

namespace {

/// Bytes of memory that the system has given to this process.
std::size_t resident() {
    std::size_t all = 0, pages = 0;
    std::ifstream("/proc/self/statm") >> all >> pages;
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

} // namespace

TEST_CASE("what nobody uses any more goes back to the system, and what is used stays") {
    constexpr std::size_t count = 100'000, size = 512;
    std::vector<std::unique_ptr<char[]>> blocks;
    for (std::size_t i = 0; i < count; ++i) blocks.push_back(std::make_unique<char[]>(size));
    const std::unique_ptr<char[]> last = std::make_unique<char[]>(size); // behind all of them
    last[0] = 'x';
    blocks.clear();
    const std::size_t before = resident();
    give_back_free_memory();
    CHECK(resident() + count * size / 2 < before);
    CHECK(last[0] == 'x');
}
#endif
