#include "backends/pdf/codes.h"

#include "backends/pdf/cmap.h"
#include "unit/backends/pdf/pdf_file.h"

#include <doctest/doctest.h>

using namespace halfstar::pdf;
using halfstar::fake::has;

TEST_CASE("a glyph that shows one ASCII character has that character's code") {
    FaceCodes codes;
    codes.count(40, "A");
    codes.count(3, " ");
    codes.assign(Coding::compact);
    CHECK(codes.find(40, "A").code == 'A');
    CHECK(codes.find(3, " ").code == ' ');
    CHECK(codes.find(3, " ").bytes == 1);
}

TEST_CASE("the same glyph with two texts has two codes") {
    FaceCodes codes;
    codes.count(16, "-");
    codes.count(16, "\xC2\xAD");
    codes.assign(Coding::compact);
    CHECK(codes.find(16, "-").code == '-');
    CHECK(codes.find(16, "\xC2\xAD").code != '-');
    REQUIRE(codes.fonts().size() == 1);
    CHECK(codes.fonts()[0].glyphs() == std::vector<std::uint32_t>{16});
}

TEST_CASE("two glyphs of one character share it: the more frequent has its code") {
    FaceCodes codes;
    codes.count(5, "a");
    codes.count(900, "a"); // a small capital
    codes.count(900, "a");
    codes.assign(Coding::compact);
    CHECK(codes.find(900, "a").code == 'a');
    CHECK(codes.find(5, "a").code != 'a');
}

TEST_CASE("codes that a string must escape come last") {
    FaceCodes codes;
    for (std::uint32_t glyph = 1; glyph <= 251; ++glyph) {
        codes.count(glyph, "\xC3\xA9");
    }
    codes.count(1000, "(");
    codes.assign(Coding::compact);
    for (const CodeMeaning& meaning : codes.fonts().at(0).meanings) {
        CHECK((meaning.code != '(' && meaning.code != ')' && meaning.code != '\\' && meaning.code != '\r'));
    }
}

TEST_CASE("long texts are told apart") {
    FaceCodes codes;
    const std::string_view one = "\u0939\u093f\u0928", other = "\u0939\u093f\u0929";
    codes.count(7, one);
    codes.count(7, other);
    codes.assign(Coding::compact);
    const CodeSet& set = codes.fonts().at(0);
    REQUIRE(set.meanings.size() == 2);
    CHECK(codes.find(7, one).code != codes.find(7, other).code);
    CHECK(set.meanings[0].text != set.meanings[1].text);
}

TEST_CASE("glyphs beyond 255 go to a second font, the frequent ones stay together") {
    FaceCodes codes;
    for (std::uint32_t glyph = 1; glyph <= 300; ++glyph) {
        for (int i = 0; i < (glyph > 45 ? 50 : 1); ++i) {
            codes.count(glyph, "\xC3\xA9");
        }
    }
    codes.assign(Coding::compact);
    REQUIRE(codes.fonts().size() == 2);
    CHECK(codes.fonts()[0].meanings.size() == 255);
    CHECK(codes.fonts()[1].meanings.size() == 45);
    CHECK(codes.fonts()[1].bytes == 1);
    CHECK(codes.find(46, "\xC3\xA9").font == 0);
    CHECK(codes.find(45, "\xC3\xA9").font == 1);
}

TEST_CASE("a face whose glyphs are all rare, or keyed by its own numbers, has codes of two bytes") {
    FaceCodes spread, keyed, simple;
    for (std::uint32_t glyph = 1; glyph <= 600; ++glyph) {
        spread.count(glyph, "x");
        simple.count(glyph, "x");
    }
    spread.assign(Coding::compact);
    REQUIRE(spread.fonts().size() == 1);
    CHECK(spread.fonts()[0].bytes == 2);
    CHECK(spread.find(600, "x").code == 600);

    keyed.count(30000, "x");
    keyed.assign(Coding::wide);
    CHECK(keyed.find(30000, "x").bytes == 2);

    simple.assign(Coding::simple);
    REQUIRE(simple.fonts().size() == 3);
    CHECK(simple.fonts()[2].bytes == 1);
}

TEST_CASE("the tables of a font say glyph and text of every code") {
    FaceCodes codes;
    codes.count(10, "A");
    codes.count(11, "B");
    codes.count(20, "ffi");
    codes.assign(Coding::compact);
    const CodeSet& set = codes.fonts().at(0);
    const std::string encoding = encoding_cmap("Codes", set, {7, 1, 2});
    CHECK(has(encoding, "1 begincodespacerange\n<00> <FF>\n"));
    CHECK(has(encoding, "2 begincidrange\n<21> <21> 7\n<41> <42> 1\nendcidrange"));
    const std::string texts = to_unicode_cmap(set);
    CHECK(has(texts, "3 beginbfchar\n<21> <006600660069>\n<41> <0041>\n<42> <0042>\nendbfchar"));
}

TEST_CASE("a table's sections have a hundred entries at most, and no range leaves its high byte") {
    FaceCodes codes;
    for (std::uint32_t glyph = 1; glyph <= 300; ++glyph) {
        codes.count(glyph, "x");
    }
    codes.assign(Coding::wide);
    const CodeSet& set = codes.fonts().at(0);
    std::vector<std::uint32_t> cids;
    for (std::uint32_t i = 0; i < 300; ++i) {
        cids.push_back(i + 1);
    }
    const std::string encoding = encoding_cmap("Codes", set, cids);
    CHECK(has(encoding, "<0000> <FFFF>"));
    CHECK(has(encoding, "2 begincidrange\n<0001> <00FF> 1\n<0100> <012C> 256\nendcidrange"));
    const std::string texts = to_unicode_cmap(set);
    CHECK(has(texts, "100 beginbfchar\n<0001> <0078>\n"));
    CHECK_FALSE(has(texts, "300 beginbfchar"));
}
