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
        if (c == 'n') slab.foot = pt(10);
        if (c == 's') slab.space_before = pt(5);
        slab.hyphen = c == '-';
        result.push_back(slab);
    }
    return result;
}

PageMeasures pages_of(std::initializer_list<double> heights) {
    PageMeasures measures;
    for (const double height : heights) measures.heights.push_back(pt(height));
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

using Cost = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

/// Every way to page a short galley, costed slab by slab.
class Oracle {
public:
    Oracle(const std::vector<Slab>& galley, const PageMeasures& measures) : galley_(galley), measures_(measures) {}

    Cost least() const {
        std::optional<Cost> least;
        for (std::size_t set = 0; set < (std::size_t{1} << (galley_.size() - 1)); ++set) {
            const std::optional<Cost> cost = cost_of(set);
            if (cost && (!least || *cost < *least)) least = cost;
        }
        return *least;
    }

private:
    std::optional<Cost> cost_of(std::size_t set) const {
        Cost cost{0, 0, 0};
        std::size_t page = 0, first = 0;
        for (std::size_t i = 0; i < galley_.size(); ++i) {
            const bool final = i + 1 == galley_.size();
            const bool ends = final || (set >> i & 1);
            if (!ends && galley_[i].penalty <= forced) return std::nullopt;
            if (!ends) continue;
            add_page(cost, page++, first, i, final);
            first = i + 1;
        }
        return cost;
    }

    void add_page(Cost& cost, std::size_t page, std::size_t first, std::size_t foot, bool final) const {
        const std::int64_t height = measures_.heights[std::min(page, measures_.heights.size() - 1)].units;
        std::int64_t used = 0, notes = 0;
        for (std::size_t i = first; i <= foot; ++i) {
            used += galley_[i].height.units + (i > first ? galley_[i].space_before.units : 0);
            notes += galley_[i].foot.units;
        }
        if (notes > 0) used += notes + measures_.foot_rule.units;
        auto& [overfull, forbidden_breaks, demerits] = cost;
        overfull += std::max<std::int64_t>(used - height, 0);
        if (final) {
            if (used < measures_.last_page_minimum.units) demerits += measures_.short_last_page_demerits;
            return;
        }
        const std::int64_t penalty = galley_[foot].penalty;
        if (galley_[foot].hyphen) demerits += measures_.hyphen_demerits;
        if (penalty <= forced) return;
        const std::int64_t parts = std::max<std::int64_t>(height - used, 0) / (height / 10000);
        demerits += parts * parts / 100;
        if (penalty >= forbidden) ++forbidden_breaks;
        else demerits += penalty * std::abs(penalty);
    }

    const std::vector<Slab>& galley_;
    const PageMeasures& measures_;
};

TEST_CASE("the page breaker finds what trying every way finds") {
    std::mt19937 random(1895);
    const auto one_in = [&](unsigned n) { return random() % n == 0; };
    for (int n = 0; n < 3000; ++n) {
        std::vector<Slab> slabs(1 + random() % 11);
        for (Slab& slab : slabs) {
            slab.height = pt(static_cast<double>(random() % 30));
            if (one_in(4)) slab.space_before = pt(static_cast<double>(random() % 10));
            if (one_in(3)) slab.penalty = static_cast<std::int32_t>(random() % 2000) - 500;
            if (one_in(6)) slab.penalty = forbidden;
            if (one_in(12)) slab.penalty = forced;
            if (one_in(6)) slab.foot = pt(static_cast<double>(random() % 12));
            slab.hyphen = one_in(5);
        }
        PageMeasures measures;
        const std::size_t heights = one_in(3) ? 1 + random() % 4 : 1;
        for (std::size_t i = 0; i < heights; ++i) measures.heights.push_back(pt(25 + static_cast<double>(random() % 50)));
        measures.foot_rule = pt(3);
        measures.last_page_minimum = pt(15);
        std::int64_t overfull = 0, forbidden_breaks = 0, demerits = 0;
        std::uint32_t next = 0;
        for (const PageBreak& page : break_pages(slabs, measures)) {
            CHECK(page.first == next);
            next = page.last;
            overfull += page.overfull.units;
            forbidden_breaks += page.last < slabs.size() && slabs[page.last - 1].penalty >= forbidden;
            demerits += page.demerits;
        }
        CAPTURE(n);
        CHECK(next == slabs.size());
        CHECK(Cost{overfull, forbidden_breaks, demerits} == Oracle(slabs, measures).least());
    }
}

} // namespace
