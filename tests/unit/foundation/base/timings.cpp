#include "foundation/base/stopwatch.h"

#include <doctest/doctest.h>

#include <thread>

using namespace halfstar;
using namespace std::chrono_literals;

TEST_CASE("a line of the ledger adds up what is entered under its name, in the order of first entries") {
    Timings timings;
    timings.add_stage("reading", {5ms, 8ms});
    timings.add_stage("writing", {1ms, 1ms});
    timings.add_stage("reading", {2ms, 3ms});
    REQUIRE(timings.stages().size() == 2);
    CHECK(timings.stages()[0].name == "reading");
    CHECK(timings.stages()[0].cost.wall == 7ms);
    CHECK(timings.stages()[0].cost.cpu == 11ms);
    CHECK(timings.stages()[0].times == 2);
    CHECK(timings.stages()[1].name == "writing");
    CHECK(timings.total().wall == 8ms);
    CHECK(timings.total().cpu == 12ms);
}

TEST_CASE("parts are no stages and are not in the total") {
    Timings timings;
    timings.add_part("pdf", {5ms, 5ms});
    CHECK(timings.stages().empty());
    CHECK(timings.parts().front().name == "pdf");
    CHECK(timings.total().wall == 0ns);
}

TEST_CASE("a stage ends where the next begins, and the last with its scope") {
    Timings timings;
    const Stopwatch around(Workers::all);
    {
        Stages stages(&timings);
        stages.begin("reading");
        std::this_thread::sleep_for(2ms);
        stages.begin("writing");
        CHECK(timings.stages().size() == 1);
    }
    REQUIRE(timings.stages().size() == 2);
    CHECK(timings.stages()[0].cost.wall >= 2ms);
    CHECK(timings.stages()[1].name == "writing");
    CHECK(timings.total().wall <= around.elapsed().wall);
}

TEST_CASE("parts of several threads meet in one line") {
    Timings timings;
    const auto work = [&] { const TimedPart part(&timings, "pdf"); };
    std::thread helper(work);
    work();
    helper.join();
    REQUIRE(timings.parts().size() == 1);
    CHECK(timings.parts().front().times == 2);
}

TEST_CASE("without a ledger nothing is noted") {
    Stages stages(nullptr);
    stages.begin("reading");
    const TimedPart part(nullptr, "pdf");
    stages.end();
}

TEST_CASE("a process has worked before main") {
    const Cost cost = cost_until_main();
    CHECK(cost.cpu > 0ns);
    CHECK(cost.wall >= cost.cpu);
}
