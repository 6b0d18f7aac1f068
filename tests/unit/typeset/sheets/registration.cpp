#include "typeset/sheets/registration.h"

#include "unit/backends/fake_pages.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("a page stands unmoved on larger paper, with marks outside of its trim for every ink") {
    fake::Document document;
    document.pages.push_back(fake::page(100, 150, "7"));
    document.pages[0].items.push_back({Rule{fake::rect(10, 20, 5, 5), {}}, 0});
    document.pages[0].items.push_back({Anchor{"a", {}}, 0});
    const auto marked = with_registration(document);
    REQUIRE(marked->page_count() == 1);
    const Page page = marked->page(0);
    CHECK(page.label == "7");
    CHECK(page.trim == Size{Length::points(100) + registration_margin * 2, Length::points(150) + registration_margin * 2});
    CHECK(std::get<PlacedForm>(page.items[0].node).at == Point{registration_margin, registration_margin});
    CHECK(marked->form(0).items.size() == 1);
    const Length right = registration_margin + Length::points(100), foot = registration_margin + Length::points(150);
    std::size_t marks = 0;
    for (const Item& item : page.items)
        if (const Shape* shape = std::get_if<Shape>(&item.node)) {
            ++marks;
            CHECK(shape->stroke->spot == every_ink);
            for (const PathStep& step : shape->path)
                if (step.kind != PathStep::Kind::close) {
                    const Point at = step.points[0];
                    const bool inside = at.x >= registration_margin && at.x <= right && at.y >= registration_margin && at.y <= foot;
                    CHECK_FALSE(inside);
                    const bool on_paper = at.x.units >= 0 && at.x <= page.trim.width && at.y.units >= 0 && at.y <= page.trim.height;
                    CHECK(on_paper);
                }
        }
    CHECK(marks == 4 * 3 + 8);
}
