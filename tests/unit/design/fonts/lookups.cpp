// Tables made up by hand, and Vollkorn's own.
#include "design/fonts/lookups.h"

#include "design/fonts/face.h"

#include <doctest/doctest.h>
#include <hb-ot.h>
#include <hb.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

using namespace halfstar;

namespace {

constexpr std::uint32_t all_glyphs = 40;

std::string numbers(std::initializer_list<int> values) {
    std::string bytes;
    for (const int value : values) {
        bytes += static_cast<char>(value >> 8 & 0xFF);
        bytes += static_cast<char>(value & 0xFF);
    }
    return bytes;
}

/// A table with one lookup of one part.
std::string table_with(int type, int flags, const std::string& part) {
    constexpr int list = 10, lookup = 4;
    return numbers({1, 0, 0, 0, list}) + numbers({1, lookup}) + numbers({type, flags, 1, 8}) + part;
}

struct Answer {
    bool is_known = false;
    std::vector<std::uint32_t> touched;
};

Answer ask(LookupTable kind, std::string_view table, std::initializer_list<std::uint32_t> present = {}) {
    GlyphSet there(all_glyphs, present.size() == 0), touched(all_glyphs);
    for (const std::uint32_t glyph : present) there[glyph] = true;
    Answer answer;
    answer.is_known = add_touched(kind, table, 0, there, touched);
    for (std::uint32_t glyph = 0; glyph < all_glyphs; ++glyph)
        if (touched[glyph]) answer.touched.push_back(glyph);
    return answer;
}

using Glyphs = std::vector<std::uint32_t>;

} // namespace

TEST_CASE("a lookup touches the glyphs at which it begins: those of its coverage, as a list and as ranges") {
    const std::string listed = numbers({1, 6, 3}) + numbers({1, 2, 7, 9}), ranged = numbers({1, 6, 3}) + numbers({2, 2, 3, 5, 0, 8, 8, 3});
    CHECK(ask(LookupTable::substitution, table_with(1, 0, listed)).touched == Glyphs{7, 9});
    CHECK(ask(LookupTable::substitution, table_with(4, 0, listed)).touched == Glyphs{7, 9}); // what a ligature begins with
    CHECK(ask(LookupTable::substitution, table_with(1, 0, ranged)).touched == Glyphs{3, 4, 5, 8});
    CHECK(ask(LookupTable::positioning, table_with(4, 0, listed)).touched == Glyphs{7, 9}); // marks that are placed on letters
    CHECK(ask(LookupTable::substitution, table_with(1, 0, numbers({1, 6, 3}) + numbers({2, 1, 38, 900, 0}))).touched == Glyphs{38, 39});
}

TEST_CASE("pairs that move their first glyph alone touch none; others are not known") {
    const auto pairs = [](int format, int first, int second) { return numbers({format, 10, first, second, 0}) + numbers({1, 1, 7}); };
    constexpr int across = 4, place = 1, passes_over_ligatures = 4, passes_over_marks = 8;
    const Answer kerns = ask(LookupTable::positioning, table_with(2, 0, pairs(1, across, 0)));
    CHECK(kerns.is_known);
    CHECK(kerns.touched.empty());
    CHECK(ask(LookupTable::positioning, table_with(2, passes_over_marks, pairs(2, across, 0))).is_known);
    CHECK_FALSE(ask(LookupTable::positioning, table_with(2, 0, pairs(1, across | place, 0))).is_known);
    CHECK_FALSE(ask(LookupTable::positioning, table_with(2, 0, pairs(1, across, across))).is_known);
    CHECK_FALSE(ask(LookupTable::positioning, table_with(2, 0, pairs(3, across, 0))).is_known);
    CHECK_FALSE(ask(LookupTable::positioning, table_with(2, passes_over_ligatures, pairs(1, across, 0))).is_known);
}

TEST_CASE("a context touches what it begins at, unless one of its glyphs cannot be there") {
    // by coverages: 5 before, 7 or 9, and 11 behind
    const std::string chain = numbers({3, 1, 14, 1, 20, 1, 28, 0}).substr(0, 14) + numbers({1, 1, 5}) + numbers({1, 2, 7, 9}) + numbers({1, 1, 11});
    CHECK(ask(LookupTable::substitution, table_with(6, 0, chain)).touched == Glyphs{7, 9});
    CHECK(ask(LookupTable::substitution, table_with(6, 0, chain), {5, 7, 11}).touched == Glyphs{7, 9});
    CHECK(ask(LookupTable::positioning, table_with(8, 0, chain), {5, 9, 11}).touched == Glyphs{7, 9});
    for (const std::uint32_t missing : {5u, 7u, 11u}) {
        const Answer answer = ask(LookupTable::substitution, table_with(6, 0, chain), {missing == 5 ? 1 : 5u, missing == 7 ? 1 : 7u, missing == 11 ? 1 : 11u});
        CHECK(answer.is_known);
        CHECK(answer.touched.empty());
    }
    const std::string sequence = numbers({3, 2, 0, 10, 16}) + numbers({1, 1, 7}) + numbers({1, 1, 9});
    CHECK(ask(LookupTable::substitution, table_with(5, 0, sequence)).touched == Glyphs{7});
    CHECK(ask(LookupTable::positioning, table_with(7, 0, sequence), {7, 8}).touched.empty());
}

TEST_CASE("an extension is read where it leads, and an extension of an extension is none") {
    const std::string part = numbers({1, 6, 3}) + numbers({1, 1, 7});
    CHECK(ask(LookupTable::substitution, table_with(7, 0, numbers({1, 1, 0, 8}) + part)).touched == Glyphs{7});
    CHECK(ask(LookupTable::positioning, table_with(9, 0, numbers({1, 3, 0, 8}) + part)).touched == Glyphs{7});
    CHECK_FALSE(ask(LookupTable::substitution, table_with(7, 0, numbers({1, 7, 0, 0}) + part)).is_known);
}

TEST_CASE("what is cut off is not known, and nothing is read behind its end") {
    const std::string part = numbers({1, 6, 3}) + numbers({2, 2, 3, 5, 0, 8, 8, 3});
    const std::string whole = table_with(1, 0, part);
    REQUIRE(ask(LookupTable::substitution, whole).is_known);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const std::vector<char> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_FALSE(ask(LookupTable::substitution, {cut.data(), cut.size()}).is_known);
    }
    GlyphSet there(all_glyphs, true), touched(all_glyphs);
    CHECK_FALSE(add_touched(LookupTable::substitution, whole, 1, there, touched)); // there is one alone
    CHECK_FALSE(ask(LookupTable::substitution, table_with(0, 0, part)).is_known);
    CHECK_FALSE(ask(LookupTable::substitution, table_with(10, 0, part)).is_known);
    CHECK_FALSE(ask(LookupTable::substitution, table_with(1, 0, numbers({1, 6, 3}) + numbers({3, 1, 7}))).is_known); // no such coverage
}

TEST_CASE("a lookup that says the same over and over is given up") {
    constexpr int ranges = 10'000;
    std::string part = numbers({1, 6, 3}) + numbers({2, ranges});
    for (int i = 0; i < ranges; ++i) part += numbers({0, static_cast<int>(all_glyphs), 0});
    CHECK_FALSE(ask(LookupTable::substitution, table_with(1, 0, part)).is_known);
}

TEST_CASE("in Vollkorn ligatures begin with an f, and an i is touched where a mark may follow") {
    const auto face = Face::open("/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf", 0);
    REQUIRE(face);
    const std::string_view table = (*face)->table("GSUB");
    GlyphSet letters((*face)->glyph_count()), all((*face)->glyph_count(), true);
    for (char32_t letter = U'a'; letter <= U'z'; ++letter) letters[(*face)->glyph(letter)] = true;
    const std::uint32_t tags[] = {HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'i', 'g', 'a'), HB_TAG_NONE};
    const std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)> lookups(hb_set_create(), hb_set_destroy);
    hb_ot_layout_collect_lookups((*face)->hb_face(), HB_OT_TAG_GSUB, nullptr, nullptr, tags, lookups.get());
    REQUIRE_FALSE(hb_set_is_empty(lookups.get()));
    const auto touched_among = [&](const GlyphSet& present) {
        GlyphSet touched(present.size());
        for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup) != 0;)
            CHECK(add_touched(LookupTable::substitution, table, lookup, present, touched));
        std::string letters_touched;
        for (char letter = 'a'; letter <= 'z'; ++letter)
            if (touched[(*face)->glyph(static_cast<char32_t>(letter))]) letters_touched += letter;
        return letters_touched;
    };
    CHECK(touched_among(letters) == "f");
    CHECK(touched_among(all).find('i') != std::string::npos);
}
