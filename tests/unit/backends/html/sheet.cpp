#include "backends/html/sheet.h"

#include "../editions.h"

#include <doctest/doctest.h>

using namespace halfstar;
using html::Colour;

TEST_CASE("contrast is WCAG's: 21 between black and white, 1 between equals") {
    CHECK(html::contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
    CHECK(html::contrast({10, 20, 30}, {10, 20, 30}) == doctest::Approx(1));
    CHECK(html::contrast({0x77, 0x77, 0x77}, {255, 255, 255}) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("a colour is moved only as far as it must be to be read") {
    const Colour red{0xd8, 0x39, 0x1f}, white{255, 255, 255}, night{23, 20, 18};
    CHECK(html::readable_on(red, white) == red);
    const Colour light = html::readable_on(red, night);
    CHECK_FALSE(light == red);
    CHECK(html::contrast(light, night) >= 4.5);
    CHECK(html::contrast(light, night) < 5);
    CHECK(html::contrast(html::readable_on({255, 240, 0}, white), white) >= 4.5);
}

TEST_CASE("names of faces cannot leave their string") {
    CHECK(html::css_string("Vollkorn") == "\"Vollkorn\"");
    CHECK(html::css_string("a\"b\\c</style>\n") == "\"a\\22 b\\5c c\\3c /style\\3e \\0a \"");
}

TEST_CASE("the style's colours come in by name, for day and night") {
    const std::string rules = html::custom_properties(fake::style());
    CHECK(rules.find("--ink:#000000;--paper:#ffffff;--spot:#d8391f;--on-spot:#ffffff") != std::string::npos);
    CHECK(rules.find("--text-face:\"Vollkorn\";--display-face:\"League Spartan\";--text-features:\"onum\",\"ss11\"") !=
          std::string::npos);
    CHECK(rules.find("@media screen and (prefers-color-scheme:dark)") != std::string::npos);
}

TEST_CASE("columns and leading come from the page design of reviews, in sizes of its text") {
    Style style = fake::style();
    style.pages.clear();
    CHECK(html::custom_properties(style).find("--leading") == std::string::npos);
    PageSpec page;
    page.name = "note-a4";
    page.trim = {Length::points(595), Length::points(842)};
    page.inner = page.outer = Length::points(50);
    page.side = Length::points(130);
    page.gutter = Length::points(25);
    TextSpec text = style.element(Element::text);
    text.size = Length::points(10);
    text.leading = Length::points(13);
    page.overrides = {{Element::text, text}};
    style.pages = {page};
    const auto rules = [&] { return html::custom_properties(style); };
    CHECK(rules().find(";--text-measure:34rem;--leading:1.3;--side-column:13rem;--column-gutter:2.5rem}") != std::string::npos);
    style.pages[0].side = style.pages[0].gutter = Length();
    CHECK(rules().find("--side-column") == std::string::npos);
    CHECK(rules().find(";--text-measure:36rem;") != std::string::npos); // wider is not read
    style.pages[0].columns = 2;
    style.pages[0].column_gap = Length::points(20);
    CHECK(rules().find(";--text-measure:26rem;") != std::string::npos); // nor narrower
}

TEST_CASE("a style without a sheet of its own takes the first style's") {
    Style style = fake::style();
    const std::string sheet = html::style_sheet(style, "screen.css");
    CHECK_FALSE(sheet.empty());
    style.name = "mine";
    CHECK(html::style_sheet(style, "screen.css") == sheet);
    // Words have the reader's colour, links too.
    std::string ebook = html::style_sheet(style, "ebook.css");
    const std::size_t inherited = ebook.find("color: inherit;");
    REQUIRE(inherited != std::string::npos);
    CHECK(ebook.erase(inherited, 15).find("color:") == std::string::npos);
    CHECK(html::style_sheet(style, "ebook.css").find("px;") == std::string_view::npos);
}

TEST_CASE("a style's own sheet is laid upon the first style's") {
    Style style = fake::style();
    for (const char* file : {"screen.css", "ebook.css"}) {
        style.name = "programme";
        const std::string first = html::style_sheet(style, file);
        style.name = "book";
        const std::string both = html::style_sheet(style, file);
        CHECK(both.size() > first.size());
        CHECK(both.substr(0, first.size()) == first);
    }
}
