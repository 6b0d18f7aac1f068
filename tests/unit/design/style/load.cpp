#include "design/style/load.h"

#include "design/style/contrast.h"
#include "design/style/schema.h"
#include "foundation/base/files.h"
#include "foundation/base/strings.h"
#include "loading.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace halfstar;
using testing::Loaded;
using testing::load;

namespace {

/// What is said of programme with this laid upon it.
std::string faults_of(const std::string& text) {
    const Loaded loaded = load("extends: programme\n" + text);
    CHECK_FALSE(loaded.style);
    return loaded.said;
}

TEST_CASE("a variant changes what stands on every page, and neither its trim nor its grid") {
    const Loaded loaded = load("extends: programme\nvariants:\n  tall: {columns: 2, column-gap: 9pt, opener: {drop-cap-lines: 6},\n"
                               "    elements: {quote: {size: 7pt}}}\n");
    REQUIRE_MESSAGE(loaded.style, loaded.said);
    const Style& style = *loaded.style;
    PageSpec page = *find_page(style, "zine-a5");
    page.inner = page.inner + Length::points(9); // as a printer's gutter has it
    const auto tall = variant_of(style, page, "tall");
    REQUIRE(tall);
    CHECK(tall->columns == 2);
    CHECK(tall->opener.drop_cap_lines == 6);
    CHECK(element_on(style, *tall, Element::quote).size == Length::points(7));
    CHECK(element_on(style, *tall, Element::title).size == element_on(style, page, Element::title).size);
    CHECK(tall->inner == page.inner);
    CHECK(tall->rows == page.rows);
    CHECK(variant_of(style, page, "quiet")->opener.drop_cap_lines == 0);
    CHECK_FALSE(variant_of(style, page, "short"));
}

TEST_CASE("variants of built-in styles are read when they are asked for, those of folders always") {
    const auto load_without = [](const std::string& name, const MemoryReader& reader) {
        Sources sources;
        Diagnostics diagnostics;
        return load_style(name, reader, sources, diagnostics, StyleParts::without_variants);
    };
    const auto programme = load_without("programme", MemoryReader());
    REQUIRE(programme);
    CHECK(programme->variants.empty());
    MemoryReader reader;
    reader.files["/s/style.yaml"] = "extends: programme\n";
    REQUIRE(load_without("/s", reader));
    CHECK_FALSE(load_without("/s", reader)->variants.empty());
    reader.files["/s/style.yaml"] = "extends: programme\nvariants: {tall: {columns: many}}\n";
    CHECK_FALSE(load_without("/s", reader));
}

TEST_CASE("what a variant may not change, and a value that is none, are faults at their lines") {
    CHECK(faults_of("variants: {tall: {grid: 9pt}}\n").find("and not 'grid'") != std::string::npos);
    CHECK(faults_of("variants: {tall: {columns: many}}\n").find("whole number from 1 to 4") != std::string::npos);
    CHECK(faults_of("variants: {tall: {columns: 4, column-gap: 90pt}}\n").find("leaves less than 36 pt") != std::string::npos);
}

Style programme() {
    const DiskReader reader;
    Sources sources;
    Diagnostics diagnostics;
    auto style = load_style("programme", reader, sources, diagnostics);
    REQUIRE_MESSAGE(style, render_short(diagnostics.all(), sources));
    CHECK(diagnostics.empty());
    return *style;
}

} // namespace

TEST_CASE("programme loads, and is what the specification says") {
    const Style style = programme();
    CHECK(style.name == "programme");
    REQUIRE(style.colours.size() == 3);
    CHECK(style.colours[0].name == "ink");
    const TextSpec& text = style.element(Element::text);
    CHECK(text.family == "Vollkorn");
    CHECK(text.size == Length::points(9.5));
    CHECK(text.leading == Length::points(13));
    CHECK(text.setting == Setting::justified);
    CHECK(text.features == std::vector<std::string>{"liga", "onum", "ss11"});
    const TextSpec& title = style.element(Element::title);
    CHECK(title.family == "League Spartan");
    CHECK(title.weight == 700);
    CHECK(title.size == Length::points(38));
    CHECK(title.leading == Length::points(39));
    CHECK(title.tracking == -25);
    CHECK(style.element(Element::pull_quote).tracking == -5);
    CHECK(style.element(Element::year).weight == 300);
    CHECK(style.element(Element::credit).letter_case == LetterCase::all_small_caps);
    CHECK(style.element(Element::lead_in).letter_case == LetterCase::small_caps);
    CHECK(style.element(Element::epigraph).italic);
    CHECK(style.element(Element::code).family == "DejaVu Sans Mono");
    CHECK(style.end_mark_radius == Length::points(4));
    CHECK(style.rule == Length::points(0.75));
}

TEST_CASE("the red of programme is an ink of its own, and the paint says which") {
    const Style style = programme();
    const Paint day = paint_of(style, style.element(Element::day).colour);
    CHECK(day == Paint{0xd8, 0x39, 0x1f, 1});
    CHECK(paint_of(style, 0) == Paint{0, 0, 0, 0});
    CHECK(paint_of(style, style.element(Element::band).colour) == Paint{255, 255, 255, 0});
    CHECK(paint_of(style, style.end_mark_colour) == day);
    CHECK(paint_of(style, 99) == Paint{});
    const auto spots = spots_of(style);
    REQUIRE(spots.size() == 1);
    CHECK(spots[0].name == "halfstar Red");
    CHECK(spots[0].sample == day);
}

TEST_CASE("the A4 note has the grid, columns and opener of its specification") {
    const Style style = programme();
    const PageSpec* page = find_page(style, "note-a4");
    REQUIRE(page != nullptr);
    CHECK(page->trim == Size{Length::millimetres(210), Length::millimetres(297)});
    CHECK(page->first_baseline == Length::points(78));
    CHECK(page->rows == 55);
    CHECK(page->side_edge == SideEdge::left);
    CHECK(page->opener.band_height == Length::points(45.5));
    CHECK(page->opener.long_title_from == 0);
    CHECK(page->stars.radius == Length::points(5.6));
    CHECK(page->stars.pitch == Length::points(13));
    CHECK(paint_of(style, page->stars.colour).spot == 1);
    CHECK(element_on(style, *page, Element::text).size == Length::points(10));
    CHECK(element_on(style, *page, Element::byline).size == Length::points(9.5));
    CHECK(element_on(style, *page, Element::title) == style.element(Element::title));
}

TEST_CASE("A4 and Letter notes have the same measure") {
    const Style style = programme();
    for (const char* name : {"note-a4", "note-letter"}) {
        const PageSpec* page = find_page(style, name);
        REQUIRE(page != nullptr);
        const Length measure = page->trim.width - page->inner - page->outer - page->side - page->gutter;
        CHECK(measure.to_points() == doctest::Approx(118 * 72 / 25.4));
        const Length last = page->first_baseline + (page->rows - 1) * page->grid;
        CHECK((page->trim.height - last).to_points() == doctest::Approx(62).epsilon(0.04));
    }
    CHECK(find_page(style, "note-letter")->opener.band_height == Length::points(45.5));
    CHECK(find_page(style, "note-a3") == nullptr);
}

TEST_CASE("the zine's pages have a rule at the head and the side column outside") {
    const Style style = programme();
    for (const char* name : {"zine-a5", "zine-half-letter"}) {
        const PageSpec* page = find_page(style, name);
        REQUIRE(page != nullptr);
        CHECK(page->side_edge == SideEdge::outer);
        CHECK(page->opener.rule_at_head);
        CHECK(page->opener.band_height == Length{});
        CHECK(page->opener.text_after_epigraph == 3);
        CHECK(element_on(style, *page, Element::text).size == Length::points(9.5));
    }
}

TEST_CASE("book has an axis, the margins of its canon, and nothing bold") {
    Sources sources;
    Diagnostics diagnostics;
    const auto style = load_style("book", MemoryReader(), sources, diagnostics);
    REQUIRE(style);
    for (const char* name : {"zine-a5", "zine-half-letter"}) {
        const PageSpec* page = find_page(*style, name);
        REQUIRE(page != nullptr);
        CHECK(page->axis == Axis::centre);
        CHECK(page->outer.to_points() == doctest::Approx(page->inner.to_points() * 2).epsilon(0.0001));
        CHECK((page->inner * 10).to_points() == doctest::Approx(page->trim.width.to_points()).epsilon(0.0001));
        CHECK(page->sections_start == Start::recto);
        CHECK(page->pieces_start == Start::next_page);
    }
    for (std::size_t i = 0; i < element_count; ++i)
        CHECK_MESSAGE(style->elements[i].weight == 400, element_names()[i]);
}

TEST_CASE("an axis, a start and leaders are read, and what is no choice is told") {
    const Loaded loaded = load("extends: programme\nleaders: {pitch: 9pt}\nrules: {short: .4pt, short-length: 40pt}\n"
                               "pages:\n  zine-a5: {axis: centre, folio-drop: 20pt, sections-start: recto}\n");
    REQUIRE_MESSAGE(loaded.style, loaded.said);
    CHECK(loaded.style->leaders.pitch == Length::points(9));
    CHECK(loaded.style->short_rule_length == Length::points(40));
    CHECK(find_page(*loaded.style, "zine-a5")->axis == Axis::centre);
    CHECK(find_page(*loaded.style, "zine-a5")->folio_drop == Length::points(20));
    CHECK(find_page(*loaded.style, "zine-half-letter")->pieces_start == Start::shared_page);
    CHECK(load("extends: programme\npages:\n  zine-a5: {sections-start: verso}\n").said.find("recto") !=
          std::string::npos);
}

TEST_CASE("display that is pasted up and numbers before entries are read") {
    const Loaded loaded = load("extends: programme\nleaders: {numbers-before: 30pt}\n"
                               "pages:\n  zine-a5: {display: pasted}\n");
    REQUIRE_MESSAGE(loaded.style, loaded.said);
    CHECK(loaded.style->leaders.numbers_before == Length::points(30));
    CHECK(find_page(*loaded.style, "zine-a5")->display == Display::pasted);
    CHECK(find_page(*loaded.style, "note-a4")->display == Display::set);
    CHECK(load("extends: programme\npages:\n  zine-a5: {display: torn}\n").said.find("pasted") != std::string::npos);
}

TEST_CASE("what is like an element follows it when a page changes that one") {
    const Style style = programme();
    const PageSpec* page = find_page(style, "note-a4");
    CHECK(element_on(style, *page, Element::lead_in).size == Length::points(10));
    CHECK(element_on(style, *page, Element::code).size == Length::points(8.2));
    CHECK(style.element(Element::code).size == Length::points(7.79));
}

TEST_CASE("pages whose elements are written alike have the same, and faults in them are told of each") {
    const Loaded loaded = load("extends: programme\npages:\n  zine-a5:\n    elements: {text: {size: 8pt}, note: {size: 1em}}\n"
                               "  zine-half-letter:\n    elements: {text: {size: 8pt}, note: {size: 1em}}\n");
    REQUIRE_MESSAGE(loaded.style, loaded.said);
    const PageSpec &one = *find_page(*loaded.style, "zine-a5"), &other = *find_page(*loaded.style, "zine-half-letter");
    CHECK(element_on(*loaded.style, one, Element::note).size == Length::points(8));
    CHECK(one.overrides == other.overrides);
    CHECK_FALSE(one.overrides == find_page(*loaded.style, "note-a4")->overrides);
    const std::string said = faults_of("pages:\n  zine-a5:\n    elements: {note: {size: 8}}\n  zine-half-letter:\n    elements: {note: {size: 8}}\n");
    CHECK(said.find("4:29: '8' is not a length") != std::string::npos);
    CHECK(said.find("6:29: '8' is not a length") != std::string::npos);
}

TEST_CASE("the ground is no style to choose, and no page is a fault") {
    const auto names = style_names();
    CHECK(std::find(names.begin(), names.end(), "programme") != names.end());
    CHECK(std::find(names.begin(), names.end(), "base") == names.end());
    CHECK(load("extends: base\n").said == "1:1: a style needs at least one page [style-error]\n");
}

TEST_CASE("a folder's style extends a built-in one, and changes only what it names") {
    const Loaded loaded = load("extends: programme\nelements:\n  text: {size: 10pt}\ncolours:\n  spot: '#0000ff'\n");
    const Loaded programme = load("extends: programme\n");
    REQUIRE_MESSAGE(loaded.style, loaded.said);
    CHECK(loaded.style->name == "s");
    CHECK(loaded.style->element(Element::text).size == Length::points(10));
    CHECK(loaded.style->element(Element::text).family == "Vollkorn");
    CHECK(paint_of(*loaded.style, loaded.style->element(Element::day).colour) == Paint{0, 0, 255, 0});
    CHECK(loaded.style->pages.size() == programme.style->pages.size());
}

TEST_CASE("denser pages follow a page that a style makes lower") {
    const Loaded loaded = load("extends: programme\npages:\n  note-a4: {trim: [210mm, 200mm], rows: 34}\n");
    REQUIRE_MESSAGE(loaded.style, loaded.said);
    const PageSpec& page = *find_page(*loaded.style, "note-a4");
    for (const std::string& name : page.denser) {
        const PageSpec& denser = *find_page(*loaded.style, name);
        CHECK(denser.rows > page.rows);
        CHECK(denser.first_baseline + denser.grid * (denser.rows - 1) < page.trim.height - Length::points(13));
    }
}

TEST_CASE("a folder's style may extend another folder's") {
    const Loaded loaded = load("extends: ../other\nend-mark: {radius: 9pt}\n",
                               {{"/other/style.yaml", "extends: programme\nrules: {main: 2pt}\n"}});
    REQUIRE_MESSAGE(loaded.style, loaded.said);
    CHECK(loaded.style->end_mark_radius == Length::points(9));
    CHECK(loaded.style->rule == Length::points(2));
}

TEST_CASE("an unknown style is told with the nearest name") {
    const DiskReader reader;
    Sources sources;
    Diagnostics diagnostics;
    CHECK_FALSE(load_style("program", reader, sources, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == Code::unknown_style);
    CHECK(diagnostics.all()[0].hints == std::vector<std::string>{"did you mean 'programme'?"});
    CHECK(load("extends: programe\n").said ==
          "1:10: no style is called 'programe' | did you mean 'programme'? [unknown-style]\n");
}

TEST_CASE("styles that extend one another in a circle are refused") {
    const std::string said =
        load("extends: /t\n", {{"/t/style.yaml", "extends: /s\n"}}).said;
    CHECK(said == "1:10: the style '/s' extends itself by way of this one [style-error]\n");
}

TEST_CASE("faults are told at their place with what would be right") {
    struct {
        const char* text;
        const char* said;
    } const cases[] = {
        {"element: {}\n", "2:1: no key is called 'element' | did you mean 'elements'? [style-error]\n"},
        {"elements: {text: {colur: ink}}\n", "2:19: no key is called 'colur' | did you mean 'colour'? [style-error]\n"},
        {"elements: {titel: {}}\n", "2:12: no element is called 'titel' | did you mean 'title'? [style-error]\n"},
        {"elements: {text: {colour: blood}}\n", "2:27: no colour is called 'blood' [style-error]\n"},
        {"elements: {text: {colour: papre}}\n",
         "2:27: no colour is called 'papre' | did you mean 'paper'? [style-error]\n"},
        {"elements: {text: {weight: bold}}\n", "2:27: 'bold' is not a whole number from 1 to 1000 [style-error]\n"},
        {"elements: {text: {italic: maybe}}\n", "2:27: 'maybe' is neither true nor false [style-error]\n"},
        {"elements: {text: {setting: justifed}}\n",
         "2:28: 'justifed' is no choice here | did you mean 'justified'? | one of justified, ragged, centred, "
         "ranged-right [style-error]\n"},
        {"elements: {text: {features: [smallcaps]}}\n",
         "2:30: 'smallcaps' is not an OpenType feature of four letters [style-error]\n"},
        {"elements: {text: {features: onum}}\n", "2:29: a list is expected here [style-error]\n"},
        {"elements: {text: {tracking: wide}}\n",
         "2:29: 'wide' is not a tracking | tracking is in thousandths of an em, such as 60, or in percent, such as 6% "
         "[style-error]\n"},
        {"elements: {day: {like: nobody}}\n", "2:24: no element is called 'nobody' [style-error]\n"},
        {"elements: {day: {like: year}, year: {like: day}}\n",
         "2:24: what is like 'year' is what it is itself like [style-error]\n"
         "2:44: what is like 'day' is what it is itself like [style-error]\n"},
        {"elements: 5\n", "2:11: elements are expected here [style-error]\n"},
        {"colours: {spot: red}\n",
         "2:17: 'red' is not a colour | colours are written \"#d8391f\", in quotes [style-error]\n"},
        {"colours: {spot: '#12345g'}\n",
         "2:17: '#12345g' is not a colour | colours are written \"#d8391f\", in quotes [style-error]\n"},
        {"pages: {note-a4: {trim: a44}}\n", "2:25: no paper is called 'a44' | did you mean 'a4'? [style-error]\n"},
        {"pages: {note-a4: {trim: [1mm]}}\n", "2:25: a trim is a width and a height [style-error]\n"},
        {"pages: {note-a4: {rows: 0}}\n", "2:25: '0' is not a whole number from 1 to 500 [style-error]\n"},
        {"pages: {note-a4: {rows: 60}}\n",
         "2:9: the page 'note-a4' has more rows than its trim holds [style-error]\n"},
        {"pages: {note-a4: {side: 170mm}}\n",
         "2:9: the page 'note-a4' leaves less than 36 pt for text [style-error]\n"},
        {"pages: {mine: {grid: 13pt}}\n", "2:9: the page 'mine' has no trim [style-error]\n"},
        {"pages: {mine: {trim: a4}}\n", "2:9: the page 'mine' has no grid or no rows [style-error]\n"},
        {"pages: {mine: {like: note-a5}}\n",
         "2:22: no page is called 'note-a5' | did you mean 'note-a4'? [style-error]\n"},
        {"pages: {note-a4: {denser: [mine]}}\n", "2:9: the denser page 'mine' is not there [style-error]\n"},
        {"pages: {note-a4: {denser: [note-letter]}}\n", "2:9: the denser page 'note-letter' has another trim [style-error]\n"},
        {"pages: {note-a4: {wide-columns: true}}\n",
         "2:9: the page 'note-a4' has no side column below its opener: wide-columns want opener.credits: foot [style-error]\n"},
        {"lines: {hang-right: {'.': 5000}}\n", "2:27: '5000' is not a whole number from 0 to 1000 [style-error]\n"},
        {"links-as-notes:\n", "2:16: one value is expected here [style-error]\n"},
        {"rules: [a]\n", "2:8: keys with values are expected here [style-error]\n"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.text);
        CHECK(faults_of(one.text) == one.said);
    }
}

TEST_CASE("lengths take their unit, and nothing else does for them") {
    const auto measured = [](const std::string& length) {
        const Loaded loaded = load("extends: programme\nend-mark: {radius: " + length + "}\n");
        return loaded.style ? loaded.style->end_mark_radius.to_points() : -1.0;
    };
    CHECK(measured("9.5pt") == doctest::Approx(9.5));
    CHECK(measured(".5pt") == doctest::Approx(0.5));
    CHECK(measured("18mm") == doctest::Approx(51.0236));
    CHECK(measured("1cm") == doctest::Approx(28.3465));
    CHECK(measured("0.125in") == doctest::Approx(9));
    CHECK(measured("1em") == doctest::Approx(9.5));
    CHECK(measured("0") == 0);
    for (const char* bad : {"5", "-1pt", "9,5pt", "pt", "1px", "1e9pt", "nanpt", "infpt", "6000pt", "''", "[]", "1 pt"})
        CHECK_MESSAGE(measured(bad) == -1, bad);
}

TEST_CASE("a fault that several elements inherit is told once") {
    CHECK(faults_of("elements: {text: {size: 9.5px}}\n") ==
          "2:25: '9.5px' is not a length between 0 and 5,000 pt | lengths are a number and pt, mm, cm, in or em, such "
          "as 9.5pt [style-error]\n");
}

TEST_CASE("a style without a ground must set every element") {
    const std::string said = load("colours: {ink: black}\nelements: {}\n").said;
    CHECK(said.find("2:11: the element 'text' is not set") != std::string::npos);
    CHECK(std::count(said.begin(), said.end(), '\n') == 1);
}

TEST_CASE("YAML that cannot be read is a fault of the style, and never a crash") {
    CHECK(load("extends: [programme\n").said.find("[style-error]") != std::string::npos);
    CHECK(load("").said.find("[style-error]") != std::string::npos);
    CHECK(load("- a\n- b\n").said.find("[style-error]") != std::string::npos);
    CHECK(load("extends: programme\nextends: base\n").said.find("[style-error]") != std::string::npos);
    CHECK(load(std::string(300, '[')).said.find("[style-error]") != std::string::npos);
}

TEST_CASE("text whose colour is too near to its ground is told of at its colour") {
    const Loaded orange = load("extends: programme\ncolours:\n  spot: \"#ff9a3c\"\n");
    CHECK(orange.style);
    CHECK(orange.said.starts_with("3:9: the colour 'spot' has a contrast of 2.1 to its ground; '"));
    CHECK(orange.said.find("needs 4.5 [low-contrast]") != std::string::npos);
    CHECK(load("extends: programme\ncolours:\n  spot: \"#b34700\"\n").said.empty());
    for (const std::string& name : style_names()) {
        Sources sources;
        Diagnostics diagnostics;
        CHECK(load_style(name, DiskReader(), sources, diagnostics));
        CHECK(diagnostics.empty());
    }
}

TEST_CASE("contrast is that of WCAG") {
    const StyleColour black{"", 0, 0, 0, ""}, white{"", 255, 255, 255, ""}, gray{"", 0x76, 0x76, 0x76, ""};
    CHECK(contrast(black, white) == doctest::Approx(21));
    CHECK(contrast(white, white) == doctest::Approx(1));
    CHECK(contrast(white, gray) == doctest::Approx(4.54).epsilon(0.002));
}
