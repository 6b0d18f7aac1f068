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
    RecentWords<int> words(table);
    CHECK(words.find({"film", 1, 0}) == nullptr);
    CHECK(words.add({"film", 1, 0}, 10) == 10);
    CHECK(words.add({"film", 2, 0}, 20) == 20);
    CHECK(words.add({"film", 1, 4}, 30) == 30);
    CHECK(words.add({"films", 1, 0}, 40) == 40);
    CHECK(*words.find({"film", 1, 0}) == 10);
    CHECK(*words.find({"film", 2, 0}) == 20);
    CHECK(*words.find({"film", 1, 4}) == 30);
    CHECK(*words.find({"films", 1, 0}) == 40);
    CHECK(words.find({"fil", 1, 0}) == nullptr);
    CHECK(words.find({"film", 3, 0}) == nullptr);
}

TEST_CASE("what is known stays where it is while a table grows") {
    const auto table = std::make_shared<Table>();
    RecentWords<int> words(table);
    const int* first = &words.add({word(0), 0, 0}, 0);
    for (int i = 1; i < 20'000; ++i) words.add({word(i), 0, 0}, i);
    CHECK(words.find({word(0), 0, 0}) == first);
    for (int i = 0; i < 20'000; i += 97) CHECK(*words.find({word(i), 0, 0}) == i);
}

TEST_CASE("a table that had room for what was expected takes more all the same") {
    for (const std::size_t expected : {0u, 1u, 1000u, 5000u}) {
        const auto table = std::make_shared<Table>(expected);
        RecentWords<int> words(table);
        for (int i = 0; i < 3000; ++i) {
            CHECK(words.find({word(i), 0, 0}) == nullptr);
            words.add({word(i), 0, 0}, i);
        }
        CHECK(table->size() == 3000);
        for (int i = 0; i < 3000; i += 7) CHECK(*words.find({word(i), 0, 0}) == i);
    }
}

TEST_CASE("one thread finds what another added; of two that add the same word the first is kept") {
    const auto table = std::make_shared<Table>();
    RecentWords<int> here(table), there(table);
    const int& known = here.add({"noir", 0, 0}, 1);
    CHECK(there.find({"noir", 0, 0}) == &known);
    CHECK(&there.add({"noir", 0, 0}, 2) == &known);
}

TEST_CASE("threads fill a table together") {
    const auto table = std::make_shared<Table>();
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([table] {
            RecentWords<int> words(table);
            for (int i = 0; i < 5000; ++i)
                if (words.find({word(i), 0, 0}) == nullptr) words.add({word(i), 0, 0}, i);
        });
    for (std::thread& thread : threads) thread.join();
    RecentWords<int> words(table);
    for (int i = 0; i < 5000; i += 11) CHECK(*words.find({word(i), 0, 0}) == i);
}

TEST_CASE("who turns to another table finds there what that one knows, and beside it what the one before knew") {
    const auto before = std::make_shared<Table>(), now = std::make_shared<Table>();
    RecentWords<int> words(before);
    words.add({"noir", 0, 0}, 1);
    words.turn(now, before);
    CHECK(words.find({"noir", 0, 0}) == nullptr);
    REQUIRE(words.find_before({"noir", 0, 0}) != nullptr);
    CHECK(*words.find_before({"noir", 0, 0}) == 1);
    CHECK(words.find_before({"blanc", 0, 0}) == nullptr);
    words.add({"noir", 0, 0}, 2);
    CHECK(*words.find({"noir", 0, 0}) == 2);
    CHECK(before->size() == 1);
    words.turn(std::make_shared<Table>(), nullptr);
    CHECK(words.find_before({"noir", 0, 0}) == nullptr);
}

TEST_CASE("a word is approached where it is, and none where there is none") {
    const auto table = std::make_shared<Table>();
    RecentWords<int> words(table);
    const WordKey noir{"noir", 0, 0};
    words.expect(hash_of(noir));
    CHECK(words.approach(hash_of(noir)) == nullptr);
    const int& known = words.add(noir, 1);
    words.expect(hash_of(noir));
    CHECK(words.approach(hash_of(noir)) == &known);
    CHECK(words.find(noir, hash_of(noir)) == &known);
}

TEST_CASE("words are found while others are added") {
    const auto table = std::make_shared<Table>();
    std::thread adds([table] {
        RecentWords<int> words(table);
        for (int i = 0; i < 20'000; ++i) words.add({word(i), 0, 0}, i);
    });
    RecentWords<int> words(table);
    bool are_right = true;
    for (int i = 0; i < 20'000; ++i)
        if (const int* known = words.find({word(i), 0, 0})) are_right &= *known == i;
    adds.join();
    CHECK(are_right);
    for (int i = 0; i < 20'000; i += 97) CHECK(*words.find({word(i), 0, 0}) == i);
}
