#include "typeset/breaking/pages.h"

#include "typeset/breaking/paragraph.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <tuple>

namespace {

using namespace halfstar;
using namespace halfstar::breaking;

Length pt(double points) { return Length::points(points); }

/// A letter a slab of 10 pt: `.` may end a page, `k` keeps with the next, `!` ends a page, `-` ends in a
/// hyphen, `n` has a note of 10 pt, `T` is 25 pt tall, `s` has a space of 5 pt before it, `0` has no height.
std::vector<Slab> galley(std::string_view text) {
    std::vector<Slab> result;
    for (const char c : text) {
        Slab slab;
        slab.height = c == 'T' ? pt(25) : c == '0' ? pt(0) : pt(10);
        if (c == 'k') slab.penalty = forbidden;
        if (c == '!') slab.penalty = forced;
        if (c == 'n') slab.notes = 1;
        if (c == 's') slab.space_before = pt(5);
        slab.hyphen = c == '-';
        result.push_back(slab);
    }
    return result;
}

PageMeasures pages_of(std::initializer_list<double> heights) {
    PageMeasures measures;
    for (const double height : heights) measures.heights.push_back(pt(height));
    measures.notes.assign(20, {pt(10), true});
    return measures;
}

/// Pages parted by a space.
std::string paginate(std::string_view text, const PageMeasures& measures) {
    std::string result;
    for (const PageBreak& page : break_pages(galley(text), measures)) {
        if (!result.empty()) result += ' ';
        result += text.substr(page.first, page.last - page.first);
    }
    return result;
}

TEST_CASE("nothing has no pages") {
    CHECK(break_pages({}, pages_of({50})).empty());
}

TEST_CASE("full pages first, the rest on the last") {
    CHECK(paginate("............", pages_of({50})) == "..... ..... ..");
}

TEST_CASE("what must stay together goes to the next page together") {
    CHECK(paginate("....k...", pages_of({50})) == ".... k...");
    CHECK(paginate("..kkk...", pages_of({50})) == ".. kkk.. .");
}

TEST_CASE("a forced end leaves a page short without reproach") {
    CHECK(paginate("..!.....", pages_of({50})) == "..! .....");
    const std::vector<PageBreak> pages = break_pages(galley("..!....."), pages_of({50}));
    CHECK(pages[0].demerits == 0);
}

TEST_CASE("a hyphen is not left at a page's foot") {
    CHECK(paginate(".........-....", pages_of({100})) == "......... -....");
}

TEST_CASE("a hyphen is left at a foot within a spread rather than where the leaf is turned") {
    PageMeasures measures = pages_of({50});
    measures.hyphen_demerits = 0;
    measures.turn_hyphen_demerits = 1'000'000;
    measures.level_with = 2;
    CHECK(paginate("....-....", measures) == "....- ....");
    measures.level_first = 1;
    CHECK(paginate("....-....", measures) == ".... -....");
}

TEST_CASE("a penalty is weighed against a shorter page") {
    std::vector<Slab> slabs = galley("..........");
    slabs[4].penalty = 3000; // more than the 2000^2 / 100 that a page four fifths full costs
    std::vector<PageBreak> pages = break_pages(slabs, pages_of({50}));
    CHECK(pages[0].last == 4);
    slabs[4].penalty = 100;
    pages = break_pages(slabs, pages_of({50}));
    CHECK(pages[0].last == 5);
}

TEST_CASE("space before a slab vanishes at a page's head") {
    CHECK(paginate("....s....s", pages_of({50})) == ".... s.... s");
    const std::vector<PageBreak> pages = break_pages(galley("..s.s"), pages_of({100}));
    CHECK(pages[0].used == pt(60));
    CHECK(break_pages(galley("s"), pages_of({100}))[0].used == pt(10));
}

TEST_CASE("a note stands on the page of its mark, with one rule a page") {
    PageMeasures measures = pages_of({50});
    CHECK(paginate("...n...", measures) == "...n ...");
    measures.foot_rule = pt(5);
    CHECK(paginate("...n...", measures) == "... n.. .");
    CHECK(break_pages(galley("nn"), measures)[0].used == pt(45));
}

TEST_CASE("each page has its own height and the last height is for all that follow") {
    CHECK(paginate("..........", pages_of({20, 40, 30})) == ".. .... ... .");
}

TEST_CASE("a last page shorter than its minimum is avoided") {
    PageMeasures measures = pages_of({50});
    measures.last_page_minimum = pt(20);
    measures.short_last_page_demerits = 1'000'000;
    CHECK(paginate("...........", measures) == ".... ..... ..");
    measures.short_last_page_demerits = 0;
    CHECK(paginate("...........", measures) == "..... ..... .");
}

TEST_CASE("what is kept together but too tall is parted rather than cut off") {
    const std::vector<PageBreak> pages = break_pages(galley("kkkkkkk"), pages_of({50}));
    CHECK(paginate("kkkkkkk", pages_of({50})) == "kkkkk kk");
    for (const PageBreak& page : pages) CHECK(page.overfull.units == 0);
}

TEST_CASE("a slab taller than its page stands alone and its overrun is exact") {
    const std::vector<PageBreak> pages = break_pages(galley("..T.."), pages_of({22}));
    CHECK(paginate("..T..", pages_of({22})) == ".. T ..");
    CHECK(pages[1].overfull == pt(3));
    CHECK(pages[1].used == pt(25));
    CHECK(pages[0].overfull.units == 0);
}

TEST_CASE("what has no height stays with what it belongs to") {
    std::vector<Slab> slabs = galley("..0T0..");
    slabs[2].penalty = forbidden;
    slabs[3].penalty = forbidden;
    const std::vector<PageBreak> pages = break_pages(slabs, pages_of({22}));
    REQUIRE(pages.size() == 3);
    CHECK(pages[1].first == 2);
    CHECK(pages[1].last == 5);
}

TEST_CASE("pages without height take a slab each") {
    CHECK(paginate("...", pages_of({0})) == ". . .");
    CHECK(paginate("...", {}) == ". . .");
}

TEST_CASE("many thousand lines are paged in one go") {
    const std::string lines(100000, '.');
    const std::vector<PageBreak> pages = break_pages(galley(lines), pages_of({370, 400}));
    CHECK(pages.size() == 2501);
    CHECK(pages.back().last == 100000);
}

/// `galley` with the slabs [first, last) set in `lines` lines for so many demerits.
Alternative way(std::uint32_t first, std::uint32_t last, std::string_view lines, std::int64_t demerits) {
    return {first, last, galley(lines), demerits};
}

TEST_CASE("a paragraph is set a line shorter where that saves a page") {
    PageMeasures measures = pages_of({50});
    measures.last_page_minimum = pt(20);
    measures.short_last_page_demerits = 1'000'000;
    const std::vector<Slab> lines = galley("......");
    const std::vector<Alternative> ways = {way(0, 3, "..", 500), way(3, 6, "..", 300)};
    const Pages pages = break_pages(lines, ways, measures);
    CHECK(pages.chosen == std::vector<std::uint32_t>{1});
    CHECK(pages.breaks.size() == 1);
    CHECK(pages.breaks[0].last == 5);
    CHECK(pages.breaks[0].demerits == 300);
}

TEST_CASE("a paragraph is set a line longer where that fills the last page up") {
    PageMeasures measures = pages_of({50});
    measures.last_page_minimum = pt(20);
    measures.short_last_page_demerits = 1'000'000;
    const Pages pages = break_pages(galley("......"), std::vector<Alternative>{way(1, 4, "....", 900)}, measures);
    CHECK(pages.chosen == std::vector<std::uint32_t>{0});
    REQUIRE(pages.breaks.size() == 2);
    CHECK(pages.breaks[0].last == 5);
    CHECK(pages.breaks[1].last == 7);
}

TEST_CASE("a paragraph that goes on on the next page is set in one way on both") {
    std::vector<Slab> lines = galley("..........");
    for (const std::uint32_t kept : {3U, 4U}) lines[kept].penalty = forbidden;
    // The third line of the longer way may end the page; no line of the other may do so there.
    const Pages pages = break_pages(lines, std::vector<Alternative>{way(2, 6, ".....", 100)}, pages_of({50}));
    CHECK(pages.chosen == std::vector<std::uint32_t>{0});
    REQUIRE(pages.breaks.size() == 3);
    CHECK(pages.breaks[0].last == 5);
    CHECK(pages.breaks[1].last == 10);
    CHECK(pages.breaks[2].last == 11);
}

TEST_CASE("facing pages end level where the galley allows") {
    PageMeasures measures = pages_of({100});
    std::vector<Slab> lines = galley("............................");
    lines[19].penalty = forbidden; // two full pages there cannot be
    CHECK(break_pages(lines, measures)[1].last == 19);
    measures.level_with = 2;
    const std::vector<PageBreak> pages = break_pages(lines, measures);
    CHECK(pages[0].last == 9);
    CHECK(pages[1].last == 18);
    measures.level_first = 1; // the first page faces none of these
    CHECK(break_pages(lines, measures)[1].last == 19);
}

TEST_CASE("a page whose notes reach down to its foot is level with a full one") {
    PageMeasures measures = pages_of({50});
    measures.level_with = 2;
    measures.notes.assign(1, {pt(9), true});
    const std::vector<PageBreak> pages = break_pages(galley("n............"), measures);
    CHECK(pages[0].last == 4);
    CHECK(pages[1].last == 9);
}

/// Notes of these many lines of 10 pt each.
std::vector<NoteLine> notes_of(std::initializer_list<int> lines) {
    std::vector<NoteLine> notes;
    for (const int count : lines)
        for (int i = 0; i < count; ++i) notes.push_back({pt(10), i == 0});
    return notes;
}

TEST_CASE("a note without room goes on on the next page") {
    std::vector<Slab> lines = galley(".....");
    lines[0].notes = 7;
    PageMeasures measures = pages_of({50});
    measures.notes = notes_of({7});
    measures.foot_rule = pt(5);
    const std::vector<PageBreak> pages = break_pages(lines, measures);
    REQUIRE(pages.size() == 3);
    CHECK(pages[0].last == 1);
    CHECK(pages[0].last_note == 3);
    CHECK(pages[0].used == pt(45));
    CHECK(pages[1].first_note == 3);
    CHECK(pages[1].last_note == 6);
    CHECK(pages[2].first == 2);
    CHECK(pages[2].last_note == 7);
}

TEST_CASE("a note is not parted where its line can stand on the next page with it") {
    std::vector<Slab> lines = galley("........");
    lines[3].notes = 3;
    PageMeasures measures = pages_of({50});
    measures.notes = notes_of({3});
    const std::vector<PageBreak> pages = break_pages(lines, measures);
    CHECK(pages[0].last == 3);
    CHECK(pages[1].last_note == 3);
}

TEST_CASE("what is left of a note behind the last line takes a page alone") {
    std::vector<Slab> lines = galley(".");
    lines[0].notes = 6;
    PageMeasures measures = pages_of({50});
    measures.notes = notes_of({6});
    const std::vector<PageBreak> pages = break_pages(lines, measures);
    REQUIRE(pages.size() == 2);
    CHECK(pages[1].first == 1);
    CHECK(pages[1].last == 1);
    CHECK(pages[1].first_note == 4);
}

TEST_CASE("a table's head takes room on each page that it is set on again") {
    std::vector<Slab> rows = galley("..........");
    for (std::size_t i = 1; i < rows.size(); ++i) rows[i].head = pt(10);
    const std::vector<PageBreak> pages = break_pages(rows, pages_of({50}));
    CHECK(pages[0].last == 5);
    CHECK(pages[1].last == 9);
    CHECK(pages[1].used == pt(50));
}

TEST_CASE("a line on a row has less room below half a row") {
    std::vector<Slab> lines = galley("s....");
    for (Slab& line : lines) line.on_grid = true;
    lines[2].space_before = pt(5);
    PageMeasures measures = pages_of({50});
    measures.grid = pt(10);
    const std::vector<PageBreak> pages = break_pages(lines, measures);
    CHECK(pages[0].used == pt(50));
    CHECK(pages[0].last == 4);
}

} // namespace
