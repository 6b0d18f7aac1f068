// When a burst of changes has come to rest.
#include "watch/burst.h"

#include <doctest/doctest.h>

using namespace halfstar;
using watch::Burst;
using namespace std::chrono_literals;

namespace {

const Burst::Time start{};

Touched at(const char* path) { return {false, {path}}; }

} // namespace

TEST_CASE("a file that is saved is waited for a moment") {
    Burst burst;
    CHECK(burst.empty());
    burst.add(at("/a/stalker.md"), start);
    CHECK(burst.due() == start + Burst::rest_of_one);
    burst.add(at("/a/stalker.md"), start + 10ms);
    CHECK(burst.due() == start + 10ms + Burst::rest_of_one);
}

TEST_CASE("several files are waited for longer, since more may come") {
    Burst burst;
    burst.add(at("/a/stalker.md"), start);
    burst.add(at("/a/mirror.md"), start + 5ms);
    CHECK(burst.due() == start + 5ms + Burst::rest_of_many);
    CHECK(burst.take().paths.size() == 2);
    CHECK(burst.empty());
}

TEST_CASE("a draft that was renamed over a file does not make two of them") {
    Burst burst;
    burst.add(at("/a/stalker.draft"), start);
    burst.add({false, {"/a/stalker.draft", "/a/stalker.md"}, {"/a/stalker.draft"}}, start + 1ms);
    CHECK(burst.due() == start + 1ms + Burst::rest_of_one);
    // It is looked at all the same.
    CHECK(Burst(burst).take().paths.size() == 2);
    // And it may come again, to stay.
    burst.add(at("/a/stalker.draft"), start + 2ms);
    CHECK(burst.due() == start + 2ms + Burst::rest_of_many);
}

TEST_CASE("a burst that does not end is dealt with all the same") {
    Burst burst;
    Burst::Time now = start;
    for (; now < start + 2 * Burst::longest; now += 50ms)
        burst.add(at(now == start ? "/a/one.md" : "/a/two.md"), now);
    CHECK(burst.due() == start + Burst::longest);
}

TEST_CASE("nothing that happened is no burst, and an overflow is one") {
    Burst burst;
    burst.add({}, start);
    CHECK(burst.empty());
    burst.add({true, {}}, start + 1ms);
    CHECK_FALSE(burst.empty());
    CHECK(burst.due() == start + 1ms + Burst::rest_of_many);
    CHECK(burst.take().everything);
}
