// Targets: those that are built in, what is said of wrong ones, and the guide held against the program.
#include "design/target/load.h"
#include "design/target/obeying_page.h"
#include "design/target/schema.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

using namespace halfstar;

namespace {

struct Loaded {
    std::optional<Target> target;
    std::string said;
};

Loaded load(const std::string& text, const std::string& name = "/t/shop.yaml") {
    MemoryReader reader;
    reader.files["/t/shop.yaml"] = text;
    Sources sources;
    Diagnostics diagnostics;
    Loaded loaded{load_target(name, reader, sources, diagnostics), {}};
    for (const Diagnostic& one : diagnostics.all()) {
        const auto at = sources.contains(one.span.source) ? sources.position(one.span.source, one.span.begin) : Sources::Position{0, 0};
        loaded.said += std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + one.message;
        for (const std::string& hint : one.hints) loaded.said += " | " + hint;
        loaded.said += " [" + std::string(code_name(one.code)) + "]";
    }
    return loaded;
}

Target built_in(const std::string& name) {
    const Loaded loaded = load("", name);
    REQUIRE_MESSAGE(loaded.target, loaded.said);
    return *loaded.target;
}

} // namespace

TEST_CASE("the built-in targets load, with a day and their sources") {
    CHECK(target_names() == std::vector<std::string>{"copier", "home", "kdp", "lulu", "mixam", "riso", "screen"});
    for (const std::string& name : target_names()) {
        CAPTURE(name);
        const Target target = built_in(name);
        CHECK(target.name == name);
        CHECK(target.as_of >= "2026-01-01");
        CHECK_FALSE(target.description.empty());
        REQUIRE_FALSE(target.sources.empty());
        for (const std::string& source : target.sources) CHECK(source.starts_with("https://"));
    }
}

TEST_CASE("what the shops ask for") {
    const Target lulu = built_in("lulu"), kdp = built_in("kdp"), mixam = built_in("mixam"), riso = built_in("riso");
    for (const Target& shop : {lulu, kdp, mixam}) {
        CHECK(shop.bleed == Length::points(9));
        CHECK_FALSE(shop.marks);
        CHECK_FALSE(shop.imposition);
        CHECK(shop.inks.picture_pixels_per_inch == 300);
        CHECK(shop.cover.has_value());
    }
    CHECK(lulu.inks.process == Process::rgb);
    CHECK(mixam.inks.process == Process::cmyk);
    CHECK_FALSE(kdp.metadata);
    CHECK_FALSE(kdp.outline);
    CHECK_FALSE(kdp.annotations);
    CHECK(riso.inks.process == Process::plates);
    CHECK(riso.inks.cap == 85);
    CHECK(gutter_of(kdp, 24) == Length::points(27));
    CHECK(gutter_of(kdp, 150) == Length::points(27));
    CHECK(gutter_of(kdp, 151) == Length::points(36));
    CHECK(gutter_of(kdp, 828) == Length::points(63));
    CHECK(gutter_of(mixam, 100) == Length{});
}

TEST_CASE("a trim is one of the target's to a millimetre") {
    const Target kdp = built_in("kdp");
    const Size near{Length::millimetres(148.5), Length::millimetres(210)};
    CHECK(trim_of(kdp, near) == Size{Length::millimetres(148), Length::millimetres(210)});
    CHECK_FALSE(trim_of(kdp, {Length::millimetres(160), Length::millimetres(210)}));
}

TEST_CASE("a target of one's own extends another") {
    const Loaded loaded = load("extends: mixam\nas-of: 2027-01-01\ncover:\n  caliper: 0.1mm\n");
    REQUIRE_MESSAGE(loaded.target, loaded.said);
    CHECK(loaded.target->name == "shop");
    CHECK(loaded.target->as_of == "2027-01-01");
    CHECK(loaded.target->cover->caliper == Length::millimetres(0.1));
    CHECK(loaded.target->cover->bleed == Length::points(9));
    CHECK(loaded.target->inks.process == Process::cmyk);
}

TEST_CASE("what is wrong is said where it stands") {
    const std::pair<const char*, const char*> faults[] = {
        {"as-of: 2026-01-01\nbled: 3mm\n", "2:1: no key is called 'bled' | did you mean 'bleed'? [target-error]"},
        {"as-of: 2026-01-01\nbleed: wide\n", "2:8: 'wide' is not a length between 0 and 5,000 pt | lengths are a number and pt, mm, cm, in or em, such as 9.5pt [target-error]"},
        {"as-of: today\n", "1:8: 'today' is not a day | days are written 2026-11-28 [target-error]"},
        {"bleed: 3mm\n", "1:1: a target needs the day 'as-of' which it is right [target-error]"},
        {"as-of: 2026-01-01\ntrims: a5\n", "2:8: a list of trims, or any, is expected here [target-error]"},
        {"as-of: 2026-01-01\ngutter:\n  many: 3mm\n", "3:3: 'many' is no number of pages [target-error]"},
        {"as-of: 2026-01-01\ncolour:\n  process: plates\n", "2:1: the process 'plates' needs plates [target-error]"},
        {"as-of: 2026-01-01\ncover:\n  bleed: 3mm\n", "2:1: a cover needs the caliper of a page [target-error]"},
        {"extends: /t/shop.yaml\n", "1:10: the target '/t/shop.yaml' extends itself by way of this one [target-error]"},
    };
    for (const auto& [text, said] : faults) {
        CAPTURE(std::string(text));
        const Loaded loaded = load(text);
        CHECK_FALSE(loaded.target);
        CHECK(loaded.said == said);
    }
    CHECK(load("", "kpd").said == "0:0: no target is called 'kpd' | did you mean 'kdp'? [unknown-target]");
}

TEST_CASE("the guide explains every key") {
    std::ifstream file(std::string(HALFSTAR_SOURCE_DIR) + "/docs/targets.md");
    const std::string guide{(std::istreambuf_iterator<char>(file)), {}};
    std::set<std::string> explained;
    for (const std::string_view line : split(guide, '\n'))
        if (line.starts_with("| `")) explained.emplace(line.substr(3, line.find('`', 3) - 3));
    std::set<std::string> known;
    for (const std::string& key : target_keys()) known.insert(key);
    CHECK(explained == known);
}

TEST_CASE("a page obeys: the target's very trim, room at the binding, head and foot") {
    Style style;
    PageSpec page;
    page.name = "zine";
    page.trim = {Length::millimetres(148.5), Length::millimetres(210)};
    page.grid = Length::points(13);
    page.first_baseline = Length::points(40);
    page.rows = 40;
    page.inner = page.outer = Length::points(20);
    style.pages.reserve(4);
    style.pages.push_back(page);
    const Target lulu = built_in("lulu");
    const std::string name = add_obeying_page(style, style.pages.front(), lulu);
    const PageSpec& made = style.pages.back();
    CHECK(name == "for-lulu");
    CHECK(made.trim == Size{Length::points(5.83 * 72), Length::points(8.27 * 72)});
    CHECK(made.inner >= Length::points(36));
    CHECK(made.outer >= Length::points(36));
    CHECK(made.first_baseline - made.grid * 2 >= Length::points(36));
    CHECK(made.first_baseline + made.grid * (made.rows - 1 + 3) <= made.trim.height - Length::points(36));
    CHECK(made.first_baseline + made.grid * (made.rows + 1 + 3) > made.trim.height - Length::points(36)); // and no row too few
    const Length before = made.inner;
    widen_gutter(style, name, lulu, 60);
    CHECK(made.inner == before);
    widen_gutter(style, name, lulu, 401);
    CHECK(made.inner >= Length::points(1.125 * 72));
}
