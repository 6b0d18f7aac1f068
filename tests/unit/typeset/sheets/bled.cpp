// What ends at the trim goes on beyond it; nothing else moves.
#include "typeset/sheets/bled.h"
#include "typeset/sheets/least_line.h"
#include "unit/backends/fake_pages.h"

#include "design/drawing/paths.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

const Size trim{Length::points(200), Length::points(300)};
const Bleed nine{Length::points(9), Length::points(9), Length::points(9), Length::points(9)};

Rect rule_after(const Rect& rect, const Bleed& bleed = nine) { return std::get<Rule>(bled({Rule{rect, {}}, 0}, trim, bleed).front().node).rect; }

} // namespace

TEST_CASE("a ground bleeds on all sides, a band at the head on three, a rule within on none") {
    CHECK(rule_after(fake::rect(0, 0, 200, 300)) == fake::rect(-9, -9, 218, 318));
    CHECK(rule_after(fake::rect(0, 0, 200, 40)) == fake::rect(-9, -9, 218, 49));
    CHECK(rule_after(fake::rect(20, 20, 100, 40)) == fake::rect(20, 20, 100, 40));
    CHECK(rule_after(fake::rect(-20, 50, 240, 40)) == fake::rect(-20, 50, 240, 40)); // it reaches further than asked
    CHECK(rule_after(fake::rect(0, 0, 200, 300), {{}, Length::points(9), Length::points(9), Length::points(9)}) == fake::rect(0, -9, 209, 318));
}

TEST_CASE("a picture at the trim grows in proportion and is clipped to what it is seen in") {
    const std::vector<Item> items = bled({PictureItem{0, fake::rect(0, 0, 200, 100)}, 0}, trim, nine);
    REQUIRE(items.size() == 3);
    CHECK(std::get<ClipBegin>(items[0].node).path.front().points[0] == Point{Length::points(-9), Length::points(-9)});
    const Rect grown = std::get<PictureItem>(items[1].node).rect;
    CHECK(grown.width == Length::points(218));
    CHECK(grown.height == Length::points(109));
    CHECK(grown.x == Length::points(-9));
    CHECK(std::holds_alternative<ClipEnd>(items[2].node));
    CHECK(bled({PictureItem{0, fake::rect(20, 20, 100, 100)}, 0}, trim, nine).size() == 1);
}

TEST_CASE("clips and shapes at the trim are drawn out with what they hold") {
    const auto clip = bled({ClipBegin{rectangle_path(fake::rect(0, 0, 200, 50))}, 0}, trim, nine);
    const Path& path = std::get<ClipBegin>(clip.front().node).path;
    CHECK(path[0].points[0] == Point{Length::points(-9), Length::points(-9)});
    CHECK(path[2].points[0] == Point{Length::points(209), Length::points(50)});
}

TEST_CASE("where the fold has no bleed it changes sides from page to page, and with the way of reading") {
    Target target;
    target.bleed = Length::points(9);
    target.bleed_at_fold = false;
    DocumentInfo info;
    info.facing = true;
    CHECK(bleed_of(target, info, 0).left == Length{});
    CHECK(bleed_of(target, info, 0).right == Length::points(9));
    CHECK(bleed_of(target, info, 1).right == Length{});
    info.right_to_left = true;
    CHECK(bleed_of(target, info, 0).right == Length{});
    info.facing = false;
    CHECK(bleed_of(target, info, 0) == nine);
}

TEST_CASE("lines are as thick as asked, about their middles") {
    auto made = std::make_unique<fake::Document>();
    made->pages.push_back(fake::page(200, 300, "1"));
    Shape shape;
    shape.stroke = Paint{};
    shape.stroke_width = Length::points(0.25);
    made->pages[0].items = {{Rule{fake::rect(10, 10, 50, 0.5), {}}, 0}, {Rule{fake::rect(10, 10, 0.5, 50), {}}, 0}, {Rule{fake::rect(10, 10, 2, 50), {}}, 0}, {shape, 0}};
    const auto thick = with_least_line(std::move(made), Length::points(1));
    const Page page = thick->page(0);
    CHECK(std::get<Rule>(page.items[0].node).rect == fake::rect(10, 9.75, 50, 1));
    CHECK(std::get<Rule>(page.items[1].node).rect == fake::rect(9.75, 10, 1, 50));
    CHECK(std::get<Rule>(page.items[2].node).rect == fake::rect(10, 10, 2, 50));
    CHECK(std::get<Shape>(page.items[3].node).stroke_width == Length::points(1));
}
