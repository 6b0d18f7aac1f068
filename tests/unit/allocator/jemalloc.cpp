// The release allocates with jemalloc, and so does this program.
#include "foundation/base/allocator.h"
#include "foundation/base/parallel.h"

#include <doctest/doctest.h>
#include <jemalloc/jemalloc.h>

#include <cstddef>
#include <future>
#include <string>
#include <thread>

using namespace halfstar;

namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20;

/// The most bytes by which memory of the calling thread grows at a time.
std::size_t most_growth() {
    unsigned arena = 0;
    std::size_t size = sizeof arena, most = 0;
    REQUIRE(mallctl("thread.arena", &arena, &size, nullptr, 0) == 0);
    size = sizeof most;
    REQUIRE(mallctl(("arena." + std::to_string(arena) + ".retain_grow_limit").c_str(), &most, &size, nullptr, 0) == 0);
    return most;
}

} // namespace

TEST_CASE("memory of a thread that asks for it grows by huge pages") {
    std::size_t before = 0, after = 0;
    std::thread([&] {
        before = most_growth();
        grow_by_huge_pages();
        after = most_growth();
    }).join();
    CHECK(before > huge_page);
    CHECK(after == huge_page);
}

TEST_CASE("memory of threads that tasks are handed to grows by huge pages") {
    std::promise<std::size_t> growth;
    run_beside([&] { growth.set_value(most_growth()); });
    CHECK(growth.get_future().get() == huge_page);
}
