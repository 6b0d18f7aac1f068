// What becomes of colours: in four inks, on plates, in black and white alone.

#include "backends/pdf/inking.h"
#include "backends/pdf/painter.h"
#include "backends/pdf/pdf.h"
#include "backends/pdf/survey.h"
#include "backends/pdf/tones.h"
#include "foundation/base/files.h"
#include "unit/backends/fake_pages.h"
#include "unit/backends/pdf/pdf_file.h"

#include <halfstar/style.h>

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::pdf;
using halfstar::fake::has;

namespace {

const Paint black{0, 0, 0, 0}, white{255, 255, 255, 0}, red{216, 57, 31, 1}, pale{230, 230, 230, 0};

Style two_colours() {
    Style style;
    style.colours = {{"ink", 0, 0, 0, ""}, {"spot", 216, 57, 31, "halfstar Red"}, {"paper", 255, 255, 255, ""}};
    return style;
}

Inking inking(Inks inks, std::optional<std::size_t> plate, const Style& style) {
    Job job;
    job.style = &style;
    job.inks = std::move(inks);
    job.plate = plate;
    Result<Inking> made = Inking::of(job);
    REQUIRE(made);
    return std::move(*made);
}

Inks plates() {
    Inks inks;
    inks.process = Process::plates;
    inks.plates = {"Black", "RED"};
    inks.cap = 85;
    return inks;
}

std::string painted(const std::vector<Item>& items, const Inking& inking) {
    fake::Document document;
    document.pages.push_back(fake::page(100, 100, "1"));
    document.pages[0].items = items;
    PaintingPlan plan{document, {}, Profile::print};
    plan.inking = &inking;
    return *survey(plan, 1).page_content(0);
}

Item rule(double x, double y, double width, double height, Paint paint) {
    return {Rule{fake::rect(x, y, width, height), paint}, 0};
}

} // namespace

TEST_CASE("a thing stands on the plate of its spot, all else on the first") {
    const Style style = two_colours();
    const Inking first = inking(plates(), 0, style), second = inking(plates(), 1, style);
    const std::vector<Item> items = {rule(0, 0, 90, 1, black), rule(0, 10, 90, 1, red), rule(0, 20, 90, 1, pale)};
    CHECK(painted(items, first) == "0 g\n0 99 90 1 re\nf\n0.902 g\n0 79 90 1 re\nf\n");
    CHECK(painted(items, second) == "0 g\n0 89 90 1 re\nf\n");
}

TEST_CASE("areas are held back to the cap, lines and words are not") {
    const Style style = two_colours();
    const Inking first = inking(plates(), 0, style), second = inking(plates(), 1, style);
    CHECK(first.lay(black, Matter::area).ink == Ink{Ink::Space::gray, {150}});
    CHECK(second.lay(red, Matter::area).ink == Ink{Ink::Space::gray, {150}});
    CHECK(first.lay(black, Matter::line).ink == Ink{Ink::Space::gray, {0}});
    CHECK(first.lay(black, Matter::words).ink == Ink{Ink::Space::gray, {0}});
    CHECK(first.lay(pale, Matter::area).ink == Ink{Ink::Space::gray, {902}});
    CHECK(first.darkest() == 150);
}

TEST_CASE("black prints over the other inks; what is lighter, or of another ink, leaves a hole in what is under it") {
    const Style style = two_colours();
    const Inking first = inking(plates(), 0, style), second = inking(plates(), 1, style);
    const std::vector<Item> items = {rule(0, 0, 90, 30, red), rule(0, 10, 90, 1, black), rule(0, 20, 90, 1, white)};
    CHECK(painted(items, second) == "0.15 g\n0 70 90 30 re\nf\n1 g\n0 79 90 1 re\nf\n");
    const std::vector<Item> on_black = {rule(0, 0, 90, 30, black), rule(0, 10, 90, 1, red)};
    CHECK(painted(on_black, first) == "0.15 g\n0 70 90 30 re\nf\n1 g\n0 89 90 1 re\nf\n");
}

TEST_CASE("marks for every ink stand on every plate") {
    const Style style = two_colours();
    for (const std::size_t plate : {0u, 1u})
        CHECK(inking(plates(), plate, style).lay({0, 0, 0, every_ink}, Matter::line).laying == Laying::ink);
}

TEST_CASE("the preview shows each ink's own colour") {
    const Style style = two_colours();
    const Inking preview = inking(plates(), std::nullopt, style);
    CHECK(preview.lay(red, Matter::words).ink == plain_ink(red));
    CHECK(preview.lay(black, Matter::words).ink.parts == std::array<std::uint16_t, 4>{0, 0, 0, 0});
}

TEST_CASE("gray has no colour left; four inks need a profile") {
    const Style style = two_colours();
    Inks inks;
    inks.process = Process::gray;
    const Ink gray = inking(inks, std::nullopt, style).lay(red, Matter::words).ink;
    CHECK(gray.space == Ink::Space::gray);
    CHECK(gray.parts[0] > 300);
    CHECK(gray.parts[0] < 600);
    inks.process = Process::cmyk;
    Job job;
    job.inks = inks;
    CHECK_FALSE(Inking::of(job));
}

TEST_CASE("four inks: black and grays are black alone") {
    const Result<std::string> profile = DiskReader().read("/usr/share/color/icc/ghostscript/default_cmyk.icc", 16u << 20);
    REQUIRE(profile);
    Inks inks;
    inks.process = Process::cmyk;
    inks.profile = *profile;
    const Style style = two_colours();
    const Inking four = inking(inks, std::nullopt, style);
    CHECK(four.lay(black, Matter::words).ink == Ink{Ink::Space::cmyk, {0, 0, 0, 1000}});
    CHECK(four.lay(pale, Matter::area).ink == Ink{Ink::Space::cmyk, {0, 0, 0, 98}});
    const Ink ink = four.lay(red, Matter::area).ink;
    CHECK(ink.parts[1] > ink.parts[0]); // more magenta than cyan
    CHECK(ink.parts[2] > ink.parts[0]);
}

TEST_CASE("in black and white no mark is of the tone of its ground") {
    const Style style = two_colours();
    Inks inks;
    inks.process = Process::black;
    const Inking alone = inking(inks, std::nullopt, style);
    const auto tones = [&](std::vector<Item> items) {
        Page page = fake::page(100, 100, "1");
        page.items = std::move(items);
        return tones_of(page, alone);
    };
    const Ink solid{Ink::Space::gray, {0}}, paper{Ink::Space::gray, {1000}};
    SUBCASE("white on red: white on black") {
        const auto found = tones({rule(0, 0, 90, 40, red), rule(10, 10, 50, 1, white)});
        CHECK(found[0].fill == solid);
        CHECK(found[1].fill == paper);
    }
    SUBCASE("black on red: black on a light screen") {
        const auto found = tones({rule(0, 0, 90, 40, red), rule(10, 10, 50, 1, black)});
        CHECK(found[0].fill == Ink{Ink::Space::screen, {4}});
        CHECK(found[1].fill == solid);
    }
    SUBCASE("both: black on paper") {
        const auto found = tones({rule(0, 0, 90, 40, red), rule(10, 10, 50, 1, black), rule(10, 20, 50, 1, white)});
        CHECK(found[0].fill == paper);
        CHECK(found[1].fill == solid);
        CHECK(found[2].fill == solid);
    }
    SUBCASE("colours on paper are black, an empty ground is a screen of its own darkness") {
        const auto found = tones({rule(0, 0, 90, 40, {128, 128, 128, 0}), rule(0, 60, 90, 1, red)});
        CHECK(found[0].fill == Ink{Ink::Space::screen, {7}});
        CHECK(found[1].fill == solid);
    }
}

TEST_CASE("without inks pages are what they were") {
    CHECK(painted({rule(0, 0, 90, 1, {255, 0, 51, 0})}, *Inking::of(Job{})) == "1 0 0.2 rg\n0 99 90 1 re\nf\n");
}
