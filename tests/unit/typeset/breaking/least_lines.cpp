#include "typeset/breaking/least_lines.h"

#include "unit/typeset/breaking/half_em.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

namespace {

using namespace half_em;

constexpr std::size_t all = 1000;

std::size_t fewest_set(const std::vector<Element>& paragraph, const Measures& wanted) {
    std::size_t fewest = all;
    for (const Breaks& way : break_paragraph(paragraph, wanted)) fewest = std::min(fewest, way.lines.size());
    return fewest;
}

/// Words of up to nine letters, some of which may be parted, some bound together.
std::string paragraph_of(std::mt19937& chance) {
    std::string text;
    const std::size_t words = 1 + chance() % 40;
    for (std::size_t i = 0; i < words; ++i) {
        if (i > 0) text += " ~|"[chance() % 20 == 0 ? 2 : chance() % 12 == 0 ? 1 : 0];
        for (std::size_t length = 1 + chance() % 9; length > 0; --length) {
            text += 'a';
            if (length > 2 && chance() % 6 == 0) text += '=';
        }
    }
    return text;
}

/// Some of them with an indent.
Measures any_measures(std::mt19937& chance) {
    Measures any = measures(static_cast<double>(4 + chance() % 40));
    if (chance() % 2 == 0) any.setting = Setting::ragged;
    if (chance() % 2 == 0) any.shapes.insert(any.shapes.begin(), {pt(2), any.shapes.front().width - pt(2)});
    return any;
}

TEST_CASE("nothing has no lines, and a few words have one") {
    CHECK(least_lines({}, measures(10), all) == 0);
    CHECK(least_lines(elements("the end"), measures(20), all) == 1);
}

TEST_CASE("lines are counted as far as is asked") {
    const std::vector<Element> text = elements("one two one two one two one two one two");
    CHECK(least_lines(text, measures(8), all) == 5);
    CHECK(least_lines(text, measures(8), 3) == 3);
}

TEST_CASE("no way has fewer lines, whatever the measure and the words") {
    std::mt19937 chance(1);
    std::size_t right = 0, of = 0;
    for (int i = 0; i < 3000; ++i) {
        const std::vector<Element> text = elements(paragraph_of(chance));
        const Measures wanted = any_measures(chance);
        const std::size_t least = least_lines(text, wanted, all), fewest = fewest_set(text, wanted);
        CHECK(least <= fewest);
        right += least == fewest ? 1 : 0;
        ++of;
    }
    CHECK(right * 2 > of); // it is near enough to be of use
}

TEST_CASE("no ragged way has fewer lines behind any of its breaks, and some are limited by it") {
    std::mt19937 chance(2);
    std::size_t right = 0, of = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::vector<Element> text = elements(paragraph_of(chance));
        Measures wanted = any_measures(chance);
        wanted.setting = Setting::ragged;
        wanted.variants = Variants::best_alone; // which is found without a limit
        const Composition composition(text);
        const std::vector<std::uint32_t> behind = least_lines_behind(composition, wanted.shapes.back().width.units);
        REQUIRE(behind.size() == composition.breaks().size());
        CHECK(behind.back() == 0);
        for (const Breaks& way : break_paragraph(text, wanted)) {
            if (std::any_of(way.lines.begin(), way.lines.end(), [](const Line& line) { return line.overfull.units > 0; })) continue;
            auto left = static_cast<std::uint32_t>(way.lines.size());
            for (const Line& line : way.lines) {
                --left;
                const auto at = [&](const BreakPoint& point) { return point.at == line.break_at; };
                const auto found = std::find_if(composition.breaks().begin(), composition.breaks().end(), at);
                REQUIRE(found != composition.breaks().end());
                const std::uint32_t least = behind[static_cast<std::size_t>(found - composition.breaks().begin())];
                CHECK(least <= left);
                right += least == left ? 1 : 0;
                ++of;
            }
        }
    }
    CHECK(of > 5000);
    CHECK(right * 3 > of);
}

} // namespace
