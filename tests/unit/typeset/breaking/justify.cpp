#include "unit/typeset/breaking/half_em.h"

#include <doctest/doctest.h>

#include <numeric>
#include <random>

namespace {

using namespace half_em;

Line whole_line(const std::vector<Element>& elements) {
    Line line;
    line.last = static_cast<std::uint32_t>(elements.size());
    line.break_at = line.last;
    return line;
}

// boxes that can be drawn 1.5 % wider and 1.2 % narrower
std::vector<Element> elastic(std::string_view text) {
    std::vector<Element> result = elements(text);
    for (Element& element : result) {
        if (element.kind != PieceKind::box) continue;
        element.stretch = Length{element.width.units * 15 / 1000};
        element.shrink = Length{element.width.units * 12 / 1000};
    }
    return result;
}

std::int64_t total(const Justification& line) {
    std::int64_t sum = line.start.units + line.end_width.units;
    for (const Length width : line.widths) sum += width.units;
    return sum;
}

TEST_CASE("a line is filled to the last unit") {
    const std::vector<Element> line = elements("a bb ccc dddd");
    const Justification set = justify(line, whole_line(line), Length{pt(14).units + 1}, {});
    CHECK(total(set) == pt(14).units + 1);
    CHECK(set.remainder.units == 0);
    CHECK(set.scale == 65536); // these boxes cannot expand
    CHECK(set.widths[0] == pt(1));
    const std::int64_t added = pt(1).units + 1;
    for (const std::size_t i : {1u, 3u, 5u}) {
        CHECK(set.widths[i].units >= pt(1).units + added / 3);
        CHECK(set.widths[i].units <= pt(1).units + added / 3 + 1);
    }
}

TEST_CASE("boxes take their share of the slack and no more than their limit") {
    const std::vector<Element> line = elastic("aaaaaaaaaa bbbbbbbbbb cccccccccc"); // 30 of boxes, 32 in all
    const Justification a_little = justify(line, whole_line(line), pt(32.5), {});
    CHECK(a_little.scale == 65536 + 382); // 35 % of .5 in 30
    CHECK(total(a_little) == pt(32.5).units);
    const Justification much = justify(line, whole_line(line), pt(36), {});
    CHECK(much.scale == 65536 + 983);
    CHECK(total(much) == pt(36).units);
    CHECK(much.widths[0].units == pt(10).units + (pt(10).units * 983 + 32768) / 65536);
    const Justification tight = justify(line, whole_line(line), pt(31.6), {});
    CHECK(tight.scale == 65536 - 306);
    CHECK(total(tight) == pt(31.6).units);
    CHECK(tight.remainder.units == 0);
}

TEST_CASE("boxes whose share is everything take it as far as they may, and glue takes the rest") {
    const std::vector<Element> line = elastic("aaaaaaaaaa bbbbbbbbbb cccccccccc"); // 30 of boxes, which may take .45
    const Expansion first{1000, 15, 12};
    const Justification a_little = justify(line, whole_line(line), pt(32.3), first);
    CHECK(a_little.scale == 65536 + 655); // .3 in 30
    CHECK(a_little.widths[1].to_points() == doctest::Approx(1).epsilon(0.001));
    const Justification much = justify(line, whole_line(line), pt(33.45), first);
    CHECK(much.scale == 65536 + 983);
    CHECK(much.widths[1].to_points() == doctest::Approx(1.5).epsilon(0.001));
    CHECK(total(much) == pt(33.45).units);
}

TEST_CASE("where glue has no more to give, boxes give what they still can") {
    const std::vector<Element> line = elastic("aaaaaaaaaa bbbbbbbbbb cccccccccc");
    const Justification set = justify(line, whole_line(line), pt(31.2), {}); // lacks .8: glue .56, boxes .24
    CHECK(set.widths[1].units >= (pt(1) - pt(0.28)).units);
    CHECK(set.scale >= 65536 - 787);
    CHECK(total(set) == pt(31.2).units);
    CHECK(set.remainder.units == 0);
}

TEST_CASE("what cannot be squeezed remains") {
    const std::vector<Element> line = elements("aaaaa bbbbb");
    const Justification set = justify(line, whole_line(line), pt(10), {});
    CHECK(set.widths[1] == pt(1) - pt(0.28));
    CHECK(set.remainder == pt(1) - pt(0.28));
    CHECK(total(set) - set.remainder.units == pt(10).units);
}

TEST_CASE("what cannot be filled remains") {
    const std::vector<Element> line = elastic("aaaaaaaaaa");
    const Justification set = justify(line, whole_line(line), pt(12), {});
    CHECK(set.scale == 65536 + 983);
    CHECK(set.remainder.units < 0);
    CHECK(total(set) - set.remainder.units == pt(12).units);
}

TEST_CASE("lines that are not flush keep their widths") {
    const std::vector<Element> all = elastic("the end");
    Line line = whole_line(all);
    line.flush = false;
    const Justification set = justify(all, line, pt(20), {});
    CHECK(set.widths[1] == pt(1));
    CHECK(set.scale == 65536);
    CHECK(set.remainder == pt(-13));
}

TEST_CASE("what hangs stands outside the measure") {
    std::vector<Element> all = elements("\"ab cd.");
    all[0].hang_left = pt(0.5);
    all[2].hang_right = pt(0.25);
    const Justification set = justify(all, whole_line(all), pt(7), {});
    CHECK(set.start == pt(-0.5));
    CHECK(total(set) == pt(7.25).units);
}

TEST_CASE("the hyphen at the end is part of the line") {
    std::vector<Element> all = elastic("aaaa bb=cc dd");
    for (Element& element : all)
        if (element.hyphen) element.hang_right = pt(0.2);
    Line line;
    line.last = 3;
    line.break_at = 3;
    const Justification set = justify(all, line, pt(8.5), {});
    CHECK(set.widths.size() == 3);
    CHECK(set.end_width.units > pt(1).units); // drawn as wide as the letters before it
    CHECK(total(set) == pt(8.7).units);
}

TEST_CASE("an empty line is empty") {
    const std::vector<Element> all = elements("a||b");
    Line line;
    line.first = line.last = line.break_at = 2;
    line.flush = false;
    const Justification set = justify(all, line, pt(5), {});
    CHECK(set.widths.empty());
    CHECK(set.remainder == pt(-5));
}

TEST_CASE("every line of a broken paragraph is filled exactly") {
    std::mt19937 random(7);
    std::string text;
    for (int i = 0; i < 400; ++i) {
        text += std::string(1 + random() % 9, 'x');
        text += random() % 3 == 0 ? "=" : " ";
    }
    const std::vector<Element> all = elastic(text + "end");
    int filled = 0;
    for (const Line& line : lines_of(all, measures(47.3))) {
        const Justification set = justify(all, line, pt(47.3), {});
        CHECK(set.remainder == (line.flush ? Length{} : line.natural - pt(47.3)));
        CHECK(set.scale >= 65536 - 787);
        CHECK(set.scale <= 65536 + 983);
        filled += line.flush;
    }
    CHECK(filled > 30);
}

} // namespace
