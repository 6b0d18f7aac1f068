#include "unit/typeset/breaking/half_em.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace half_em;

Measures ragged(double width) {
    Measures result = measures(width);
    result.setting = Setting::ragged;
    return result;
}

TEST_CASE("nothing has no lines") {
    CHECK(break_paragraph({}, measures(10)).empty());
}

TEST_CASE("spaces alone are one empty line") {
    const std::vector<Element> two = {space(), space()};
    const std::vector<Breaks> found = break_paragraph(two, measures(10));
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].lines.size() == 1);
    CHECK(found[0].lines[0].first == found[0].lines[0].last);
    CHECK(found[0].lines[0].overfull.units == 0);
}

TEST_CASE("a short paragraph is one line that is not stretched") {
    const std::vector<Breaks> found = break_paragraph(elements("the end"), measures(20));
    REQUIRE(found[0].lines.size() == 1);
    const Line& line = found[0].lines[0];
    CHECK(line.natural == pt(7));
    CHECK(line.ratio == 0);
    CHECK_FALSE(line.flush);
    CHECK(line.break_at == 3);
}

TEST_CASE("total fit looks ahead where first fit would leave a hole") {
    // First fit would take "a" into line 1 and leave line 2 with one word.
    CHECK(best("aa bb c ddddddd ee", ragged(7)) == "aa bb c\nddddddd\nee");
    CHECK(best("aaa bb cc ddddd", ragged(6)) == "aaa\nbb cc\nddddd");
}

TEST_CASE("ragged lines are never wider than the measure and are as even as can be") {
    const std::string text = "it was the best of films it was the worst of films";
    for (const int width : {10, 12, 15, 20}) {
        for (const Line& line : lines_of(elements(text), ragged(width))) {
            CHECK(line.natural <= pt(width));
            CHECK_FALSE(line.flush);
        }
    }
    CHECK(best(text, ragged(14)) == "it was the\nbest of films\nit was the\nworst of films");
}

TEST_CASE("spaces at a line's ends vanish") {
    const std::string text = "one two";
    const std::vector<Breaks> found = break_paragraph(elements(text), ragged(4));
    REQUIRE(found[0].lines.size() == 2);
    CHECK(found[0].lines[0].natural == pt(3));
    CHECK(found[0].lines[0].last == 1);
    CHECK(found[0].lines[0].break_at == 1);
    CHECK(found[0].lines[1].first == 2);
    CHECK(found[0].lines[1].natural == pt(3));
}

TEST_CASE("a no-break space keeps its neighbours together") {
    CHECK(best("seen on 35~mm film", ragged(11)) == "seen on\n35 mm film");
    CHECK(best("seen on 35 mm film", ragged(10)) == "seen on 35\nmm film");
}

TEST_CASE("a hyphen is set where a word is parted and takes its width") {
    const Measures narrow = ragged(7);
    const std::vector<Breaks> found = break_paragraph(elements("a cine=matic"), narrow);
    CHECK(best("a cine=matic", narrow) == "a cine-\nmatic");
    CHECK(found[0].lines[0].hyphenated);
    CHECK(found[0].lines[0].natural == pt(7));
    CHECK(best("a cine=matic", ragged(6.5)) == "a\ncine-\nmatic");
}

TEST_CASE("no more hyphens in a row than allowed while there is another way") {
    const std::string text = "aaa bbb=bbb ccc=ccc ddd=ddd eee";
    const auto most_in_a_row = [&](int allowed) {
        Measures m = ragged(8);
        m.hyphen_demerits = m.hyphen_pair_demerits = 0;
        m.hyphens_in_a_row = allowed;
        int row = 0, most = 0;
        for (const Line& line : lines_of(elements(text), m)) {
            row = line.hyphenated ? row + 1 : 0;
            most = std::max(most, row);
        }
        return most;
    };
    CHECK(most_in_a_row(10) == 3);
    CHECK(most_in_a_row(1) == 1);
    CHECK(most_in_a_row(0) == 0);
}

TEST_CASE("a penalty keeps a word whole where another break costs less") {
    std::vector<Element> parts = elements("a bcd=efg hij");
    CHECK(lines_of(parts, ragged(6))[0].hyphenated);
    for (Element& element : parts)
        if (element.hyphen) element.penalty = 5000;
    CHECK_FALSE(lines_of(parts, ragged(7))[0].hyphenated);
}

TEST_CASE("a forced break ends a line that is not stretched") {
    const Measures m = measures(12);
    CHECK(best("roses are|red violets are blue", m).substr(0, 9) == "roses are");
    const Line line = lines_of(elements("roses are|red"), m)[0];
    CHECK_FALSE(line.flush);
    CHECK(line.ratio == 0);
}

TEST_CASE("two forced breaks make an empty line, and one at the end makes none") {
    CHECK(best("a||b", measures(12)) == "a\n\nb");
    CHECK(best("a|", measures(12)) == "a");
    CHECK(best("a||", measures(12)) == "a");
    CHECK(best("a |b", measures(12)) == "a\nb");
}

TEST_CASE("first lines may have other measures than the rest") {
    Measures m = ragged(0);
    m.shapes = {{pt(5), pt(6)}, {pt(5), pt(6)}, {pt(0), pt(11)}};
    CHECK(best("aaa bb ccc dd eee ff ggg hhh", m) == "aaa bb\nccc dd\neee ff ggg\nhhh");
}

TEST_CASE("a word wider than the measure is set alone and its overrun is exact") {
    const std::vector<Breaks> found = break_paragraph(elements("an antidisestablishmentarian film"), measures(10));
    CHECK(best("an antidisestablishmentarian film", measures(10)) == "an\nantidisestablishmentarian\nfilm");
    REQUIRE(found[0].lines.size() == 3);
    CHECK(found[0].lines[0].overfull.units == 0);
    CHECK(found[0].lines[1].overfull == pt(15));
    CHECK(found[0].lines[1].ratio == -1000);
    CHECK(found[0].lines[2].overfull.units == 0);
}

TEST_CASE("what overruns is told less what shrinks") {
    std::vector<Element> line = elements("aaaaa~bbbbb");
    line[0].shrink = pt(0.1);
    const Breaks found = break_paragraph(line, measures(10)).front();
    REQUIRE(found.lines.size() == 1);
    CHECK(found.lines[0].natural == pt(11));
    CHECK(found.lines[0].overfull.units == (pt(1) - pt(0.28) - pt(0.1)).units);
}

TEST_CASE("where only many hyphens in a row fit, they are set") {
    Measures m = measures(4);
    m.hyphens_in_a_row = 1;
    CHECK(best("abc=def=ghi=jkl", m) == "abc-\ndef-\nghi-\njkl");
}

TEST_CASE("marks that hang make room for themselves") {
    std::vector<Element> text = elements("abcd. efgh");
    text[0].hang_right = pt(0.6);
    CHECK(lines_of(text, ragged(4.5))[0].natural == pt(4.4));
    CHECK(lines_of(text, ragged(4.5))[0].overfull.units == 0);
    text[2].hang_left = pt(0.5);
    CHECK(lines_of(text, ragged(4.5))[1].natural == pt(3.5));
}

TEST_CASE("a last line shorter than the minimum is avoided") {
    const std::string text = "aaa bbb ccc ddd eee fff ggg hhh i";
    Measures m = ragged(15);
    m.short_last_line_demerits = 0;
    const Breaks without = break_paragraph(elements(text), m).front();
    m.short_last_line_demerits = 100'000'000;
    const Breaks with = break_paragraph(elements(text), m).front();
    CHECK(without.lines.back().natural < pt(3.3));
    CHECK(with.lines.back().natural >= pt(3.3));
}

TEST_CASE("a last line as short as an indent is avoided more than one that is only short") {
    const std::string text = "aaa bbb ccc ddd eee fff ggg hhh i";
    Measures m = ragged(15);
    m.short_last_line_demerits = 0;
    m.runt_demerits = 100'000'000;
    CHECK(break_paragraph(elements(text), m).front().lines.back().natural < pt(1.5));
    m.runt = pt(1.5);
    const Breaks with = break_paragraph(elements(text), m).front();
    CHECK(with.lines.back().natural >= pt(1.5));
}

TEST_CASE("a paragraph can be set a line shorter and a line longer") {
    const std::string text = "it was the age of wisdom it was the age of foolishness it was the epoch of belief it was the "
                             "epoch of incredulity it was the season of light it was the season of darkness";
    Measures m = measures(40);
    m.tolerances = {6000};
    const std::vector<Breaks> found = break_paragraph(elements(text), m);
    REQUIRE(found.size() >= 2);
    CHECK(found[0].looseness == 0);
    for (const Breaks& breaks : found) {
        const auto lines = static_cast<int>(breaks.lines.size());
        CHECK(lines == static_cast<int>(found[0].lines.size()) + breaks.looseness);
        CHECK(breaks.demerits >= found[0].demerits);
    }
}

TEST_CASE("no line is looser than the tolerance that was needed") {
    const std::string text = "the long take goes on and the camera does not blink and nobody in the room dares to breathe";
    Measures m = measures(30);
    m.tolerances = {1500, 5000};
    for (const Line& line : lines_of(elements(text), m)) CHECK(line.ratio <= 5000);
}

TEST_CASE("elements of a hundred thousand words are broken in one go") {
    std::string text;
    for (int i = 0; i < 50000; ++i) {
        if (i > 0) text += ' ';
        text += std::string(static_cast<std::size_t>(1 + i * 7 % 11), 'x');
        if (i % 3 == 0) text += "=yz";
    }
    const std::vector<Element> all = elements(text);
    CHECK(all.size() > 100000);
    const std::vector<Breaks> found = break_paragraph(all, measures(60));
    std::uint32_t next = 0;
    for (const Line& line : found[0].lines) {
        CHECK(line.overfull.units == 0);
        CHECK(line.first >= next);
        next = line.last;
    }
    CHECK(next == all.size());
}

TEST_CASE("a hundred thousand letters that may part anywhere are broken in one go") {
    std::string text(50000, 'x');
    std::string parted;
    for (const char c : text) (parted += c) += '/';
    parted.pop_back();
    const Breaks found = break_paragraph(elements(parted), ragged(40)).front();
    CHECK(found.lines.size() == 1250);
}

TEST_CASE("odd measures give lines all the same") {
    Measures m = measures(0);
    CHECK(best("a b", m) == "a\nb");
    m.shapes.clear();
    CHECK(best("a b", m) == "a\nb");
    m = measures(-5);
    m.tolerances.clear();
    CHECK(best("a b", m) == "a\nb");
}

TEST_CASE("demerits of absurd size do not overflow") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += i ? " xxxxxxx" : "xxxxxxx";
    Measures m = measures(12);
    m.contrast_demerits = m.hyphen_demerits = 9'000'000'000'000'000'000;
    CHECK(lines_of(elements(text), m).size() == 3000);
}

} // namespace
