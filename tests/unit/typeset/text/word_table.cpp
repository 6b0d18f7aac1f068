#include "typeset/text/word_table.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>

using namespace halfstar;

namespace {

using Table = WordTable<int>;

std::string word(int i) { return "word" + std::string(static_cast<std::size_t>(i % 13), 'x') + std::to_string(i); }

} // namespace

TEST_CASE("a table knows a word by its letters, its font and its way") {
    const auto table = std::make_shared<Table>();
    WordIndex<int> index(table);
    CHECK(index.find({"film", 1, 0}) == nullptr);
    CHECK(index.add({"film", 1, 0}, 10) == 10);
    CHECK(index.add({"film", 2, 0}, 20) == 20);
    CHECK(index.add({"film", 1, 4}, 30) == 30);
    CHECK(index.add({"films", 1, 0}, 40) == 40);
    CHECK(*index.find({"film", 1, 0}) == 10);
    CHECK(*index.find({"film", 2, 0}) == 20);
    CHECK(*index.find({"film", 1, 4}) == 30);
    CHECK(*index.find({"films", 1, 0}) == 40);
    CHECK(index.find({"fil", 1, 0}) == nullptr);
    CHECK(index.find({"film", 3, 0}) == nullptr);
}

TEST_CASE("what is known stays where it is while a table grows") {
    const auto table = std::make_shared<Table>();
    WordIndex<int> index(table);
    const int* first = &index.add({word(0), 0, 0}, 0);
    for (int i = 1; i < 20'000; ++i) index.add({word(i), 0, 0}, i);
    CHECK(index.find({word(0), 0, 0}) == first);
    for (int i = 0; i < 20'000; i += 97) CHECK(*index.find({word(i), 0, 0}) == i);
}

TEST_CASE("one thread finds what another added; of two that add the same word the first is kept") {
    const auto table = std::make_shared<Table>();
    WordIndex<int> here(table), there(table);
    const int& known = here.add({"noir", 0, 0}, 1);
    CHECK(there.find({"noir", 0, 0}) == &known);
    CHECK(&there.add({"noir", 0, 0}, 2) == &known);
}

TEST_CASE("threads fill a table together") {
    const auto table = std::make_shared<Table>();
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([table] {
            WordIndex<int> index(table);
            for (int i = 0; i < 5000; ++i)
                if (index.find({word(i), 0, 0}) == nullptr) index.add({word(i), 0, 0}, i);
        });
    for (std::thread& thread : threads) thread.join();
    WordIndex<int> index(table);
    for (int i = 0; i < 5000; i += 11) CHECK(*index.find({word(i), 0, 0}) == i);
}

TEST_CASE("an index that turns to another table finds there what that one knows, and beside it what the one before knew") {
    const auto before = std::make_shared<Table>(), now = std::make_shared<Table>();
    WordIndex<int> index(before);
    index.add({"noir", 0, 0}, 1);
    index.turn(now, before);
    CHECK(index.find({"noir", 0, 0}) == nullptr);
    REQUIRE(index.find_before({"noir", 0, 0}) != nullptr);
    CHECK(*index.find_before({"noir", 0, 0}) == 1);
    CHECK(index.find_before({"blanc", 0, 0}) == nullptr);
    index.add({"noir", 0, 0}, 2);
    CHECK(*index.find({"noir", 0, 0}) == 2);
    CHECK(before->size() == 1);
    index.turn(std::make_shared<Table>(), nullptr);
    CHECK(index.find_before({"noir", 0, 0}) == nullptr);
}
