// How long stages took.
#include "export/stage_times.h"

#include <doctest/doctest.h>

using halfstar::StageTimes;

TEST_CASE("a stage took what passed since the mark before it") {
    using namespace std::chrono_literals;
    const StageTimes::Clock::time_point start{};
    StageTimes times;
    times.begin(start);
    CHECK(times.words().empty());
    times.mark("read", start + 3ms);
    times.mark("compose", start + 24ms);
    CHECK(times.words() == "read 3 ms, compose 21 ms");
    times.begin(start + 1s);
    times.mark("read", start + 1s);
    CHECK(times.words() == "read 0 ms");
}
