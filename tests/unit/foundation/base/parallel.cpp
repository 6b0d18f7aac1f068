#include "foundation/base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace halfstar;

namespace {

/// Some take longer than those after them.
void dawdle(std::size_t i) {
    if (i % 7 == 3) std::this_thread::sleep_for(std::chrono::microseconds(200));
}

} // namespace

TEST_CASE("every task is done once, whoever does it") {
    for (const int jobs : {0, 1, 2, 8}) {
        std::vector<std::atomic<int>> times(100);
        for_each_parallel(times.size(), jobs, [&](std::size_t i) { ++times[i]; });
        for (const std::atomic<int>& each : times) CHECK(each == 1);
    }
}

TEST_CASE("threads are kept for the next tasks") {
    std::mutex mutex;
    std::set<std::thread::id> threads;
    for (int round = 0; round < 200; ++round)
        for_each_parallel(8, 4, [&](std::size_t) {
            std::this_thread::sleep_for(std::chrono::microseconds(20));
            const std::lock_guard lock(mutex);
            threads.insert(std::this_thread::get_id());
        });
    CHECK(threads.size() >= 2);
    CHECK(threads.size() < 50); // some are not back yet when the next are asked for
}

TEST_CASE("tasks have tasks of their own") {
    std::atomic<int> times{0};
    for_each_parallel(6, 3, [&](std::size_t) {
        for_each_parallel(5, 3, [&](std::size_t) { ++times; });
        Ahead<int> ahead(4, 3, [](std::size_t i) { return static_cast<int>(i); });
        for (int i = 0; i < 4; ++i) times += ahead.take();
    });
    CHECK(times == 6 * (5 + 6));
}

TEST_CASE("a task beside is done by another thread") {
    std::latch done(1);
    std::thread::id other;
    run_beside([&] {
        other = std::this_thread::get_id();
        done.count_down();
    });
    done.wait();
    CHECK(other != std::this_thread::get_id());
}

TEST_CASE("what is made ahead is taken in order, each made once") {
    for (const int jobs : {0, 1, 2, 8}) {
        std::vector<std::atomic<int>> times(300);
        Ahead<std::string> ahead(times.size(), jobs, [&](std::size_t i) {
            dawdle(i);
            ++times[i];
            return std::to_string(i);
        });
        for (std::size_t i = 0; i < times.size(); ++i) CHECK(ahead.take() == std::to_string(i));
        for (const std::atomic<int>& each : times) CHECK(each == 1);
    }
}

TEST_CASE("others make no more than a few before they are taken") {
    std::atomic<std::size_t> made{0};
    Ahead<int> ahead(1000, 3, [&](std::size_t) { return static_cast<int>(++made); });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(made <= 8); // two helpers, four each
    for (int i = 0; i < 10; ++i) ahead.take();
    CHECK(made <= 10 + 8);
} // and what was not taken is let go of

TEST_CASE("many may wait for one that takes long, where that is said") {
    std::atomic<int> made{0};
    Ahead<int> ahead(1000, 3, [&](std::size_t i) {
        while (i == 0 && made < 99) std::this_thread::yield();
        ++made;
        return static_cast<int>(i);
    }, 100);
    CHECK(ahead.take() == 0);
    CHECK(made >= 100);
    for (int i = 1; i < 1000; ++i) CHECK(ahead.take() == i);
}

TEST_CASE("one thread alone makes nothing ahead") {
    std::size_t made = 0;
    Ahead<int> ahead(10, 1, [&](std::size_t) { return static_cast<int>(++made); });
    CHECK_FALSE(ahead.take_begun());
    CHECK(made == 0);
    CHECK(ahead.take() == 1); // the second
    for (int i = 0; i < 8; ++i) CHECK_FALSE(ahead.take_begun());
    CHECK(made == 1);
}

TEST_CASE("what is thrown while one is made is thrown where it is taken") {
    Ahead<int> ahead(20, 4, [](std::size_t i) -> int {
        if (i == 5) throw std::runtime_error("the fifth");
        return static_cast<int>(i);
    });
    for (int i = 0; i < 20; ++i) {
        if (i == 5) CHECK_THROWS_WITH(ahead.take(), "the fifth");
        else CHECK(ahead.take() == i);
    }
}

TEST_CASE("what is made behind is taken in the order in which it was put, each made once") {
    for (const int jobs : {0, 1, 2, 8}) {
        std::vector<std::atomic<int>> times(300);
        Behind<std::string> behind(jobs);
        std::size_t taken = 0;
        const auto take = [&] { CHECK(behind.take() == std::to_string(taken++)); };
        std::size_t waiting = 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            behind.put([&times, i] {
                dawdle(i);
                ++times[i];
                return std::to_string(i);
            });
            for (++waiting; waiting > behind.enough(); --waiting) take();
        }
        for (; waiting > 0; --waiting) take();
        for (const std::atomic<int>& each : times) CHECK(each == 1);
    }
}

TEST_CASE("alone, it is made where it is taken; with others, before") {
    Behind<std::thread::id> alone(1);
    alone.put([] { return std::this_thread::get_id(); });
    CHECK(alone.enough() == 0);
    CHECK(alone.take() == std::this_thread::get_id());

    std::atomic<int> made{0};
    Behind<int> behind(2);
    for (int i = 0; i < 4; ++i) behind.put([&] { return ++made; });
    for (int waited = 0; waited < 10'000 && made < 4; ++waited) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    CHECK(made == 4);
}

TEST_CASE("what is thrown behind is thrown where it is taken, and what is not taken is let go of") {
    Behind<int> behind(3);
    behind.put([]() -> int { throw std::runtime_error("no"); });
    behind.put([] { return 2; });
    CHECK_THROWS_AS(behind.take(), std::runtime_error);
    CHECK(behind.take() == 2);
    for (int i = 0; i < 50; ++i) behind.put([i] { return i; });
}
