// What is kept is found again as long as somebody asks for it and there is room.
#include "foundation/base/kept.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace halfstar;

namespace {

constexpr std::size_t plenty = 1u << 20;

/// Strings can be asked for by views of them.
struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

} // namespace

TEST_CASE("what is kept is found by its key alone") {
    Kept<std::string, int> kept(plenty);
    CHECK(!kept.find("one"));
    kept.keep("one", 1, 10);
    kept.keep("two", 2, 10);
    CHECK(kept.find("one") == 1);
    CHECK(kept.find("two") == 2);
    CHECK(!kept.find("three"));
}

TEST_CASE("of what is kept twice the first stays") {
    Kept<std::string, int> kept(plenty);
    kept.keep("one", 1, 10);
    kept.keep("one", 2, 10);
    CHECK(kept.find("one") == 1);
}

TEST_CASE("what nobody asked for between two calls goes away") {
    Kept<std::string, int> kept(plenty);
    kept.keep("asked for", 1, 10);
    kept.keep("forgotten", 2, 10);
    kept.forget_unused(); // of which both were kept since the last
    CHECK(kept.find("asked for"));
    kept.forget_unused();
    CHECK(kept.find("asked for"));
    CHECK(!kept.find("forgotten"));
}

TEST_CASE("what has no room is not kept, until something goes away") {
    Kept<std::string, int> kept(3000);
    kept.keep("large", 1, 2000);
    kept.keep("other", 2, 2000);
    CHECK(kept.find("large"));
    CHECK(!kept.find("other"));
    kept.forget_unused();
    kept.forget_unused();
    kept.keep("other", 2, 2000);
    CHECK(kept.find("other"));
}

TEST_CASE("what is kept twice takes its room once") {
    Kept<std::string, int> kept(3000);
    for (int i = 0; i < 5; ++i) kept.keep("one", 1, 1000);
    kept.keep("two", 2, 1000);
    CHECK(kept.find("two"));
}

TEST_CASE("small things have a size too") {
    Kept<int, int> kept(1000);
    int found = 0;
    for (int i = 0; i < 1000; ++i) kept.keep(i, i, 0);
    for (int i = 0; i < 1000; ++i) found += kept.find(i) ? 1 : 0;
    CHECK(found > 0);
    CHECK(found < 1000);
}

TEST_CASE("a transparent key is asked for by what stands for it") {
    Kept<std::string, int, ViewHash, std::equal_to<>> kept(plenty);
    kept.keep("a long text that would be copied", 1, 10);
    CHECK(kept.find(std::string_view("a long text that would be copied and more").substr(0, 32)) == 1);
}

TEST_CASE("several threads keep and find") {
    Kept<int, int> kept(plenty);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&kept] {
            for (int i = 0; i < 200; ++i) {
                kept.keep(i, i * i, 1);
                if (i % 50 == 0) kept.forget_unused();
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (int i = 0; i < 200; ++i) {
        const std::optional<int> found = kept.find(i);
        CHECK((!found || *found == i * i));
    }
    CHECK(kept.find(199) == 199 * 199);
}
