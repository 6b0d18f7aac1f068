#include "unit/typeset/breaking/half_em.h"
#include "unit/typeset/breaking/oracle.h"

#include <doctest/doctest.h>

#include <random>

namespace {

using namespace half_em;

class Cases {
public:
    explicit Cases(std::uint32_t seed) : random_(seed) {}

    std::vector<Element> elements() {
        std::vector<Element> result;
        const int words = number(1, 7);
        for (int w = 0; w < words; ++w) {
            if (w > 0) add_gap(result);
            const int parts = number(1, 3);
            for (int p = 0; p < parts; ++p) {
                if (p > 0) result.push_back(part());
                result.push_back(a_box());
            }
        }
        if (one_in(8)) result.push_back(penalty(forced));
        if (one_in(8)) result.insert(result.begin(), space());
        return result;
    }

    Measures measures() {
        Measures result;
        const int shapes = one_in(3) ? number(2, 4) : 1;
        for (int i = 0; i < shapes; ++i) result.shapes.push_back({pt(0), pt(number(5, 22))});
        if (one_in(3)) result.setting = Setting::ragged;
        if (one_in(3)) result.hyphens_in_a_row = number(0, 3);
        if (one_in(4)) result.tolerances = {number(200, 3000)};
        if (one_in(4)) result.contrast_demerits = 0;
        return result;
    }

private:
    int number(int from, int to) { return from + static_cast<int>(random_() % static_cast<std::uint32_t>(to - from + 1)); }
    bool one_in(int n) { return number(1, n) == 1; }

    Element a_box() {
        Element element;
        element.width = pt(number(1, one_in(12) ? 24 : 6));
        if (one_in(2)) {
            element.stretch = Length{element.width.units * 15 / 1000};
            element.shrink = Length{element.width.units * 12 / 1000};
        }
        if (one_in(4)) element.hang_right = pt(0.14);
        if (one_in(6)) element.hang_left = pt(0.28);
        return element;
    }

    Element part() {
        Element element = penalty(one_in(4) ? number(-200, 200) : 0);
        if (one_in(6)) return element;
        element.hyphen = true;
        element.width = pt(1);
        element.hang_right = pt(0.16);
        return element;
    }

    void add_gap(std::vector<Element>& elements) {
        if (one_in(14)) return elements.push_back(penalty(forced));
        if (one_in(10)) elements.push_back(penalty(one_in(2) ? forbidden : number(-100, 100)));
        elements.push_back(space());
        if (one_in(20)) elements.push_back(penalty(forced));
    }

    std::mt19937 random_; // its sequence is the standard's, the same on every machine
};

std::int64_t overfull_of(const Breaks& breaks) {
    std::int64_t total = 0;
    for (const Line& line : breaks.lines) total += line.overfull.units;
    return total;
}

void compare(const std::vector<Breaks>& found, const oracle::Best& best) {
    REQUIRE_FALSE(found.empty());
    auto least = best.begin();
    for (auto it = best.begin(); it != best.end(); ++it)
        if (it->second < least->second) least = it;
    CHECK(found[0].looseness == 0);
    CHECK(overfull_of(found[0]) == least->second.overfull);
    CHECK(found[0].demerits == least->second.demerits);
    const std::size_t lines = found[0].lines.size();
    REQUIRE(best.count(lines) == 1);
    CHECK(best.at(lines) == least->second);
    std::size_t expected = 1;
    for (const int looseness : {-1, 1}) {
        const auto variant = best.find(lines + static_cast<std::size_t>(looseness));
        if (variant == best.end() || variant->second.overfull > least->second.overfull) continue;
        REQUIRE(found.size() > expected);
        CHECK(found[expected].looseness == looseness);
        CHECK(found[expected].lines.size() == variant->first);
        CHECK(found[expected].demerits == variant->second.demerits);
        ++expected;
    }
    CHECK(found.size() == expected);
}

TEST_CASE("the breaker finds what trying every way finds") {
    Cases cases(20191217);
    int tried = 0, variants = 0;
    for (int n = 0; n < 6000; ++n) {
        const std::vector<Element> elements = cases.elements();
        const Measures measures = cases.measures();
        const oracle::Paragraph paragraph(elements, measures);
        if (paragraph.places() > 10) continue;
        CAPTURE(n);
        const std::vector<Breaks> found = break_paragraph(elements, measures);
        compare(found, paragraph.solve());
        ++tried;
        variants += found.size() > 1;
    }
    CHECK(tried > 4000);
    CHECK(variants > 500);
}

TEST_CASE("the best alone is as good as the best among variants") {
    Cases cases(1917);
    for (int n = 0; n < 1500; ++n) {
        const std::vector<Element> elements = cases.elements();
        Measures measures = cases.measures();
        const std::vector<Breaks> all = break_paragraph(elements, measures);
        measures.variants = Variants::best_alone;
        const std::vector<Breaks> alone = break_paragraph(elements, measures);
        CAPTURE(n);
        REQUIRE(alone.size() == 1);
        CHECK(alone[0].demerits == all[0].demerits);
        CHECK(alone[0].lines.size() == all[0].lines.size());
        CHECK(overfull_of(alone[0]) == overfull_of(all[0]));
    }
}

} // namespace
