#include "typeset/breaking/rivers.h"
#include "unit/typeset/breaking/half_em.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace {

using namespace half_em;

std::vector<River> rivers(const std::string& text, double width) {
    const std::vector<Element> list = elements(text);
    Measures exact = measures(width);
    return rivers_of(list, break_paragraph(list, exact).front(), exact);
}

/// Words of one to eight letters, drawn by a seed.
std::string words(int count, unsigned seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < count; ++i) text += (i ? " " : "") + std::string(1 + random() % 8, 'a');
    return text;
}

/// A paragraph's best way, and what it costs with its rivers.
struct Set {
    Breaks way;
    std::uint32_t in_rivers = 0; ///< lines from each river's fourth on
    std::int64_t cost = 0;
};

Set set(const std::string& text, std::int64_t river_demerits, std::int64_t cost_of_one) {
    const std::vector<Element> list = elements(text);
    Measures minding = measures(30);
    minding.river_demerits = river_demerits;
    Set result;
    result.way = break_paragraph(list, minding).front();
    for (const River& river : rivers_of(list, result.way, minding)) result.in_rivers += river.lines() - 3;
    result.cost = result.way.demerits;
    if (river_demerits == 0) result.cost += cost_of_one * result.in_rivers;
    return result;
}

TEST_CASE("gaps below each other in four lines are a river, in three they are none") {
    CHECK(rivers("aaaa bb|aaaa bb|aaaa bb|aaaa bb", 8).size() == 1);
    CHECK(rivers("aaaa bb|aaaa bb|aaaa bb|aa bbbb", 8).empty());
    CHECK(rivers("aaaa bb|aaaa bb|aaaa bb", 8).empty());
}

TEST_CASE("a river that goes on is one river") {
    const std::vector<River> found = rivers("bb aaaa|aaaa bb|aaaa bb|aaaa bb|aaaa bb|aaaa bb|a b", 8);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 1);
    CHECK(found[0].last == 5);
    CHECK(found[0].lines() == 5);
}

TEST_CASE("a river's gaps share half of the narrower, no less") {
    Measures ragged = measures(20);
    ragged.setting = Setting::ragged;
    const auto shifted = [&](double by) {
        std::vector<Element> list;
        for (int i = 0; i < 4; ++i) {
            Element word = box("aaaa");
            word.width += pt(by * i);
            list.insert(list.end(), {word, space(), box("b"), penalty(forced)});
        }
        return rivers_of(list, break_paragraph(list, ragged).front(), ragged).size();
    };
    CHECK(shifted(0.5) == 1);
    CHECK(shifted(0.51) == 0);
}

TEST_CASE("an indent and what hangs move a line's gaps") {
    std::vector<Element> list = elements("aaaa bb|aaaa bb|aaaa bb|aaaa bb");
    Measures indented = measures(20);
    indented.shapes = {{pt(2), pt(18)}, {pt(0), pt(20)}};
    CHECK(rivers_of(list, break_paragraph(list, indented).front(), indented).empty());
    list[0].hang_left = pt(2);
    CHECK(rivers_of(list, break_paragraph(list, indented).front(), indented).size() == 1);
}

TEST_CASE("ways round rivers are taken where they cost less than the rivers") {
    std::uint32_t before = 0, after = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const std::string text = words(90, seed);
        const Set plain = set(text, 0, 12000), minding = set(text, 12000, 12000);
        CHECK(minding.cost <= plain.cost);
        if (plain.in_rivers == 0) CHECK(minding.way.demerits == plain.way.demerits);
        before += plain.in_rivers;
        after += minding.in_rivers;
    }
    CHECK(before > 20);
    CHECK(after < before);
}

TEST_CASE("a river that costs nothing stays") {
    for (unsigned seed = 0; seed < 10; ++seed) {
        const Set plain = set(words(90, seed), 0, 0), careless = set(words(90, seed), 1, 1);
        CHECK(careless.way.demerits <= plain.way.demerits + plain.in_rivers);
    }
}

} // namespace
