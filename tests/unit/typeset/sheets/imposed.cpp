#include "typeset/sheets/sheets.h"

#include "unit/backends/fake_pages.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

fake::Document four_pages() {
    fake::Document document;
    for (int i = 0; i < 4; ++i) {
        document.pages.push_back(fake::page(100, 150, std::to_string(i + 1)));
        document.pages.back().items.push_back({Rule{fake::rect(10, 20, 5, 5), {}}, 0});
        document.pages.back().items.push_back({Anchor{"a", {}}, 0});
        document.pages.back().items.push_back({LinkArea{fake::rect(0, 0, 1, 1), "https://example.org", "", ""}, 0});
    }
    return document;
}

std::size_t strokes_on(const Page& page) {
    std::size_t count = 0;
    for (const Item& item : page.items) count += std::holds_alternative<Shape>(item.node);
    return count;
}

} // namespace

TEST_CASE("sheets place pages as forms, with what is printed and nothing to click") {
    const fake::Document document = four_pages();
    const auto sheets = impose(document, {});
    REQUIRE(sheets);
    REQUIRE((*sheets)->page_count() == 2);
    REQUIRE((*sheets)->form_count() == 4);
    const Page front = (*sheets)->page(0);
    CHECK(front.trim == Size{Length::points(200), Length::points(150)});
    REQUIRE(front.items.size() == 2);
    CHECK(std::get<PlacedForm>(front.items[0].node).form == 3);
    CHECK(std::get<PlacedForm>(front.items[1].node).at == Point{Length::points(100), {}});
    const Page form = (*sheets)->form(0);
    REQUIRE(form.items.size() == 1);
    CHECK(std::get<Rule>(form.items[0].node).rect == fake::rect(10, 20, 5, 5));
    CHECK((*sheets)->info().duplex == Duplex::short_edge);
    CHECK((*sheets)->structure().nodes.size() == 1);
}

TEST_CASE("a mini is printed on one side, and what is turned by hand in two goes on one side each") {
    const fake::Document document = four_pages();
    Imposition imposition;
    imposition.scheme = Scheme::mini8;
    CHECK((*impose(document, imposition))->info().duplex == Duplex::one_side);
    CHECK((*impose(document, imposition))->page_count() == 1);
    imposition = {};
    imposition.flip = Flip::by_hand;
    CHECK((*impose(document, imposition))->info().duplex == Duplex::one_side);
    imposition.flip = Flip::long_edge;
    CHECK((*impose(document, imposition))->info().duplex == Duplex::long_edge);
}

TEST_CASE("marks stand where paper is left, folds at the paper's edges, staples on the outermost front") {
    const fake::Document document = four_pages();
    Imposition imposition;
    imposition.marks = {true, true, true, true};
    const auto tight = impose(document, imposition);
    CHECK(strokes_on((*tight)->page(0)) == 2 + 2);
    CHECK(strokes_on((*tight)->page(1)) == 2);
    imposition.paper = Size{Length::points(300), Length::points(250)};
    const auto wide = impose(document, imposition);
    const Page front = (*wide)->page(0);
    CHECK(strokes_on(front) == 8 + 2 + 2 + 4 * 3);
    for (const Item& item : front.items)
        if (const auto* shape = std::get_if<Shape>(&item.node))
            for (const PathStep& step : shape->path) {
                CHECK(step.points[0].x.units >= 0);
                CHECK(step.points[0].x <= front.trim.width);
            }
}

TEST_CASE("creep goes by the ink that is nearest to the fold, and grounds that reach the edge do not hold it") {
    fake::Document document = four_pages();
    document.pages[1].items.push_back({Rule{fake::rect(0, 0, 100, 150), {}}, 0});
    const FoldMargins margins = fold_margins(document);
    REQUIRE(margins.size() == 4);
    CHECK(margins[0] == Length::points(10));
    CHECK(margins[1] == Length::points(85));
}
