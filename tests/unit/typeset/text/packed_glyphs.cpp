#include "typeset/text/packed_glyphs.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <vector>

using namespace halfstar;

namespace {

/// Whatever is said of a glyph.
void check(const std::vector<Glyph>& were) {
    const std::vector<Glyph> are = PackedGlyphs(were).all();
    REQUIRE(are.size() == were.size());
    for (std::size_t i = 0; i < are.size(); ++i) {
        CHECK(are[i].id == were[i].id);
        CHECK(are[i].x == were[i].x);
        CHECK(are[i].y == were[i].y);
        CHECK(are[i].advance == were[i].advance);
        CHECK(are[i].text_begin == were[i].text_begin);
        CHECK(are[i].text_end == were[i].text_end);
    }
}

} // namespace

TEST_CASE("glyphs come back as they were packed") {
    CHECK(PackedGlyphs().empty());
    CHECK(PackedGlyphs().all().empty());
    check({});
    check({{40, {}, {}, Length::points(5), 0, 1}, {41, Length::points(5), {}, Length::points(4.3), 1, 2}}); // one after the other
    check({{40, Length::points(4), {}, Length::points(5), 2, 3}, {41, Length::points(9), {}, Length::points(4), 0, 2}}); // to the left
    check({{40, {}, {}, Length::points(5), 0, 4}, {70'000, Length::points(3), Length::points(-6), {}, 0, 4}}); // a mark on a letter
}

TEST_CASE("glyphs may be as far away, and of texts as long, as their types can say") {
    constexpr auto far = std::numeric_limits<std::int64_t>::max() / 4;
    constexpr auto late = std::numeric_limits<std::uint32_t>::max();
    check({{late, {-far}, {far}, {far}, late - 1, late}, {1, {far}, {-far}, {-far}, 0, 1}});
}
