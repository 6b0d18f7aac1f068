// One broken page a rule: each fails by its rule and by no other. What is mended passes.
#include "unit/backends/fake_pages.h"

#include <halfstar/preflight.h>

#include <doctest/doctest.h>

#include <functional>

using namespace halfstar;

namespace {

/// A target with every rule, and pages that keep them all: 200 by 300 points, four of them.
struct Broken {
    fake::Document document;
    Target target;

    Broken() {
        document.document_info.facing = true;
        for (int i = 1; i <= 4; ++i) document.pages.push_back(fake::page(200, 300, std::to_string(i)));
        document.pages[1].items.push_back({words(Length::points(30), Length::points(150)), 0});
        document.spot_list = {{"red", {200, 0, 0, 1}}, {"blue", {0, 0, 200, 2}}};
        Picture picture;
        picture.name = "x.png";
        picture.width = picture.height = 300;
        document.picture_list = {picture};
        target.name = "shop";
        target.bleed = Length::points(9);
        target.least_pages = 4, target.most_pages = 8, target.page_multiple = 4;
        target.trims = {{Length::points(200), Length::points(300)}};
        target.safe = Length::points(12);
        target.gutter = {{0, Length::points(20)}};
        target.least_line = Length::points(0.5);
        target.least_pixels_per_inch = 150;
    }

    /// A word of 40 points, 10 points high.
    static GlyphRun words(Length x, Length y) {
        GlyphRun run;
        run.size = Length::points(10);
        run.origin = {x, y};
        run.text = "words";
        run.glyphs = {{1, {}, {}, Length::points(40), 0, 5}};
        return run;
    }
    void put(Item::Node node, std::size_t page = 0) { document.pages[page].items.push_back({std::move(node), 0}); }
};

Rule rule(double x, double y, double width, double height, Paint paint = {}) { return {fake::rect(x, y, width, height), paint}; }

std::string said(const Broken& broken) {
    std::string lines;
    for (const Breach& breach : preflight(broken.document, broken.target)) lines += breach_line(broken.target, breach) + "\n";
    return lines;
}

struct Fixture {
    const char* said;
    std::function<void(Broken&)> spoil;
};

const Fixture fixtures[] = {
    {"shop: least-pages: 4 pages, 8 wanted\n", [](Broken& b) { b.target.least_pages = 8; }},
    {"shop: most-pages: 4 pages, at most 3 wanted\n", [](Broken& b) { b.target.least_pages = 1, b.target.most_pages = 3; }},
    {"shop: page-multiple: 4 pages, a multiple of 3 wanted\n", [](Broken& b) { b.target.page_multiple = 3; }},
    {"shop: trims: a trim of 70.6 x 105.8 mm, which is none of the target's\n",
     [](Broken& b) { b.target.trims = {{Length::points(220), Length::points(300)}}; }},
    {"shop: safe: page 1: words “words” 1.8 mm from the right edge, 4.2 mm wanted\n",
     [](Broken& b) { b.put(Broken::words(Length::points(155), Length::points(100))); }},
    {"shop: safe: page 2: words “words” 2.8 mm from the foot, 4.2 mm wanted, and 1 more\n",
     [](Broken& b) {
         b.put(Broken::words(Length::points(60), Length::points(290)), 1);
         b.put(Broken::words(Length::points(60), Length::points(289)), 1);
     }},
    {"shop: gutter: page 1: words “words” 5.3 mm from the left edge, 7.1 mm wanted\n",
     [](Broken& b) { b.put(Broken::words(Length::points(15), Length::points(100))); }},
    {"shop: gutter: page 2: words “words” 5.3 mm from the right edge, 7.1 mm wanted\n",
     [](Broken& b) { b.put(Broken::words(Length::points(145), Length::points(100)), 1); }},
    {"shop: pictures: page 3: picture x.png at 108 ppi, 150 wanted\n",
     [](Broken& b) { b.put(PictureItem{0, fake::rect(0, 0, 200, 200)}, 2); }},
    {"shop: profile: page 3: picture x.png has colours, and the target names no profile for them\n",
     [](Broken& b) {
         b.target.inks.process = Process::cmyk;
         b.put(PictureItem{0, fake::rect(50, 50, 100, 100)}, 2);
     }},
    {"shop: least-line: page 1: a line of 0.25 pt, 0.50 pt wanted\n", [](Broken& b) { b.put(rule(50, 50, 100, 0.25)); }},
    {"shop: bleed: page 4: a solid ends 1.8 mm inside the trim\n", [](Broken& b) { b.put(rule(0, 0, 195, 300), 3); }},
    {"shop: bleed: page 4: picture x.png ends 0.7 mm inside the trim\n",
     [](Broken& b) { b.put(PictureItem{0, fake::rect(2, 50, 60, 60)}, 3); }},
    {"shop: colour: page 2: the ink 'blue' has no plate\n",
     [](Broken& b) {
         b.target.inks.process = Process::plates, b.target.inks.plates = {"black", "red"};
         b.put(rule(50, 50, 20, 20, {200, 0, 0, 1}), 1);
         b.put(rule(50, 80, 20, 20, {0, 0, 200, 2}), 1);
     }},
    {"shop: colour: page 2: a colour that is no ink of its own\n",
     [](Broken& b) {
         b.target.inks.process = Process::plates, b.target.inks.plates = {"black"};
         b.put(rule(50, 50, 20, 20, {200, 0, 0, 0}), 1);
     }},
};

} // namespace

TEST_CASE("pages that keep every rule pass") { CHECK(said(Broken()).empty()); }

TEST_CASE("each rule is broken alone") {
    for (const Fixture& fixture : fixtures) {
        CAPTURE(fixture.said);
        Broken broken;
        fixture.spoil(broken);
        CHECK(said(broken) == fixture.said);
    }
}

TEST_CASE("what is meant to be so is no breach") {
    Broken broken;
    broken.put(rule(0, 0, 200, 300, {200, 0, 0, 1})); // a ground to the trim
    broken.put(rule(50, 50, 100, 0.5));
    broken.put(PictureItem{0, fake::rect(50, 50, 100, 100)});
    GlyphRun unseen = Broken::words(Length::points(0), Length::points(0));
    unseen.visibility = Visibility::invisible;
    broken.put(unseen);
    GlyphRun turned = Broken::words(Length::points(30), Length::points(150));
    turned.turn = 90000;
    broken.put(turned);
    CHECK(said(broken).empty());
}

namespace {

PrintedFile sound() {
    PrintedFile file;
    PrintedFile::Sheet sheet;
    sheet.media = sheet.bleed = fake::rect(0, 0, 218, 318);
    sheet.trim = fake::rect(9, 9, 200, 300);
    sheet.has_trim = sheet.has_bleed = true;
    file.pages.assign(4, sheet);
    return file;
}

struct FileFixture {
    const char* said;
    std::function<void(PrintedFile&)> spoil;
};

const FileFixture file_fixtures[] = {
    {"shop: boxes: page 2: no TrimBox and BleedBox\n", [](PrintedFile& f) { f.pages[1].has_bleed = false; }},
    {"shop: bleed: page 3: a bleed of 1.8 mm, 3.2 mm wanted\n",
     [](PrintedFile& f) { f.pages[2].media = f.pages[2].bleed = fake::rect(4, 0, 214, 318); }},
    {"shop: trims: page 1: a trim of 63.5 x 105.8 mm, which is none of the target's\n",
     [](PrintedFile& f) { f.pages[0].trim = fake::rect(19, 9, 180, 300); }},
    {"shop: annotations: page 4: 2 annotations\n", [](PrintedFile& f) { f.pages[3].annotations = 2; }},
    {"shop: transparency: page 1: something transparent\n", [](PrintedFile& f) { f.pages[0].transparent = true; }},
    {"shop: outline: an outline\n", [](PrintedFile& f) { f.outline = true; }},
    {"shop: metadata: metadata\n", [](PrintedFile& f) { f.metadata = true; }},
    {"shop: fonts-embedded: the font Helvetica is not in the file\n", [](PrintedFile& f) { f.fonts_apart = {"Helvetica"}; }},
    {"shop: page-multiple: 5 pages, a multiple of 4 wanted\n", [](PrintedFile& f) { f.pages.push_back(f.pages.front()); }},
};

} // namespace

TEST_CASE("each rule of files is broken alone") {
    Target target = Broken().target;
    target.metadata = false;
    const auto lines = [&](const PrintedFile& file) {
        std::string all;
        for (const Breach& breach : preflight(file, target)) all += breach_line(target, breach) + "\n";
        return all;
    };
    CHECK(lines(sound()).empty());
    for (const FileFixture& fixture : file_fixtures) {
        CAPTURE(fixture.said);
        PrintedFile file = sound();
        fixture.spoil(file);
        CHECK(lines(file) == fixture.said);
    }
}
