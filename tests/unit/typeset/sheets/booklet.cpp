#include "typeset/sheets/sheets.h"

#include "unit/backends/fake_pages.h"

#include <doctest/doctest.h>

#include <vector>

using namespace halfstar;

namespace {

const Size a5{Length::millimetres(148), Length::millimetres(210)};
const Size a4{Length::millimetres(297), Length::millimetres(210)};

/// What a reader meets: sheets are printed, flipped on their short edge, nested with the first outermost,
/// folded in the middle, and leafed through.
std::vector<std::uint32_t> folded(const std::vector<SheetSide>& sides, Size paper) {
    const auto at = [&](std::size_t side, bool left) {
        for (const Placement& one : sides[side])
            if ((one.at.x < paper.width / 2) == left) return one.page;
        return ~0u;
    };
    std::vector<std::uint32_t> read;
    const std::size_t sheets = sides.size() / 2;
    for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
        read.push_back(at(sheet * 2, false)); // a recto of the first half: the front's right
        read.push_back(at(sheet * 2 + 1, true)); // its verso: behind it, so the back's left
    }
    for (std::size_t sheet = sheets; sheet-- > 0;) {
        read.push_back(at(sheet * 2 + 1, false));
        read.push_back(at(sheet * 2, true));
    }
    return read;
}

} // namespace

TEST_CASE("a folded booklet reads in order, whatever its length") {
    for (std::uint32_t pages = 4; pages <= 72; pages += 4) {
        CAPTURE(pages);
        const std::vector<std::uint32_t> read = folded(booklet_sides(pages, a5, a4, false), a4);
        REQUIRE(read.size() == pages);
        for (std::uint32_t i = 0; i < pages; ++i) CHECK(read[i] == i);
    }
}

TEST_CASE("a booklet that is read from right to left has its first page on the left of the fold") {
    const std::vector<SheetSide> sides = booklet_sides(8, a5, a4, true);
    CHECK(sides[0][0].page == 0);
    CHECK(sides[0][0].at.x < a4.width / 2);
    CHECK(sides[0][1].page == 7);
}

TEST_CASE("pages meet at the fold and stay on the paper") {
    for (const SheetSide& side : booklet_sides(16, a5, a4, false)) {
        REQUIRE(side.size() == 2);
        CHECK(side[0].at.x + a5.width == a4.width / 2);
        CHECK(side[1].at.x == a4.width / 2);
        CHECK(side[0].at.x.units >= 0);
    }
}

TEST_CASE("the paper follows from the trim") {
    CHECK(booklet_paper(a5) == a4);
    const Size half_letter{Length::points(396), Length::points(612)};
    CHECK(booklet_paper(half_letter) == Size{Length::points(792), Length::points(612)});
    const Size square{Length::points(300), Length::points(300)};
    CHECK(booklet_paper(square) == Size{Length::points(600), Length::points(300)});
}

TEST_CASE("sheets carry what is printed, moved and clipped, and nothing to click") {
    fake::Document document;
    for (int i = 0; i < 4; ++i) {
        document.pages.push_back(fake::page(100, 150, std::to_string(i + 1)));
        document.pages.back().items.push_back({Rule{fake::rect(10, 20, 5, 5), {}}, 0});
        document.pages.back().items.push_back({Anchor{"a", {}}, 0});
        document.pages.back().items.push_back({LinkArea{fake::rect(0, 0, 1, 1), "https://example.org", "", ""}, 0});
    }
    const auto sheets = impose_booklet(document);
    REQUIRE(sheets->page_count() == 2);
    const Page front = sheets->page(0);
    CHECK(front.trim == Size{Length::points(200), Length::points(150)});
    REQUIRE(front.items.size() == 6);
    CHECK(std::get<Rule>(front.items[1].node).rect == fake::rect(10, 20, 5, 5));
    CHECK(std::get<Rule>(front.items[4].node).rect == fake::rect(110, 20, 5, 5));
    CHECK(std::holds_alternative<ClipBegin>(front.items[3].node));
    CHECK(std::holds_alternative<ClipEnd>(front.items[5].node));
    CHECK(sheets->info().duplex == Duplex::short_edge);
    CHECK(sheets->structure().nodes.size() == 1);
}
