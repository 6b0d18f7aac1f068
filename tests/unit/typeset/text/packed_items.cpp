#include "typeset/packed_items.h"

#include "typeset/dump.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace halfstar;

namespace {

/// An item of each kind, with values that are not what they are by themselves.
std::vector<Item> one_of_each() {
    const auto at = [](double x, double y) { return Point{Length::points(x), Length::points(y)}; };
    const Rect rect{Length::points(1), Length::points(-2), Length::points(300.5), Length::points(4)};
    const Path path{{PathStep::Kind::move, {at(1, 2), {}, {}}},
                    {PathStep::Kind::curve, {at(3, 4), at(-5, 6), at(7, 8)}},
                    {PathStep::Kind::line, {at(9, 1), {}, {}}},
                    {PathStep::Kind::close, {}}};
    GlyphRun run;
    run.size = Length::points(9.5);
    run.scale = 65000;
    run.turn = -1600;
    run.paint = {200, 1, 2, 1};
    run.origin = at(72, 144);
    run.visibility = Visibility::invisible;
    run.right_to_left = true;
    run.place = {70'000, 3, 12};
    run.text = "fi\u00E9 x";
    run.glyphs = {{300, {}, {}, Length::points(5), 0, 2},
                  {7, Length::points(5), Length::points(-1), Length::points(4), 2, 4},
                  {3, Length::points(9), {}, Length::points(3), 4, 5},
                  {70'000, Length::points(12.5), {}, {}, 5, 6}};
    return {{run, 5},
            {Rule{rect, {1, 2, 3, 0}}, 0},
            {Shape{path, Paint{9, 8, 7, 6}, std::nullopt, Length::points(0.5)}, 4},
            {Shape{{}, std::nullopt, Paint{}, {}}, 4},
            {PictureItem{3, rect}, 1'000'000},
            {ClipBegin{path}, 0},
            {ClipEnd{}, 0},
            {LinkArea{rect, "https://example.org/?a=b", "note-1", "a note"}, 8},
            {Anchor{"piece-x", at(0, -3)}, 0},
            {PlacedForm{4, at(1, 1), true}, 0}};
}

} // namespace

TEST_CASE("items come back as they were packed") {
    const std::vector<Item> items = one_of_each();
    std::vector<Item> back;
    unpack(packed(items), {0}, back);
    REQUIRE(back.size() == items.size());
    Page page, again;
    page.items.assign(items.begin() + 1, items.end()); // of a run not all is said there
    again.items.assign(back.begin() + 1, back.end());
    CHECK(dump_page(again, {}) == dump_page(page, {}));
    const auto& was = std::get<GlyphRun>(items.front().node);
    const auto& is = std::get<GlyphRun>(back.front().node);
    CHECK(is.place == was.place);
    CHECK(is.size == was.size);
    CHECK(is.scale == was.scale);
    CHECK(is.turn == was.turn);
    CHECK(is.paint == was.paint);
    CHECK(is.origin == was.origin);
    CHECK(is.visibility == was.visibility);
    CHECK(is.right_to_left == was.right_to_left);
    CHECK(is.text == was.text);
    REQUIRE(is.glyphs.size() == was.glyphs.size());
    for (std::size_t i = 0; i < is.glyphs.size(); ++i) {
        CHECK(is.glyphs[i].id == was.glyphs[i].id);
        CHECK(is.glyphs[i].x == was.glyphs[i].x);
        CHECK(is.glyphs[i].y == was.glyphs[i].y);
        CHECK(is.glyphs[i].advance == was.glyphs[i].advance);
        CHECK(is.glyphs[i].text_begin == was.glyphs[i].text_begin);
        CHECK(is.glyphs[i].text_end == was.glyphs[i].text_end);
    }
    for (std::size_t i = 0; i < items.size(); ++i) CHECK(back[i].leaf == items[i].leaf);
}

TEST_CASE("runs have the face that has the number of theirs where they are unpacked") {
    GlyphRun first, second;
    first.face = 1;
    std::vector<Item> items;
    unpack(packed({{first, 0}, {second, 0}}), {4, 2}, items);
    CHECK(std::get<GlyphRun>(items[0].node).face == 2);
    CHECK(std::get<GlyphRun>(items[1].node).face == 4);
}
