#include "read/front_matter.h"

#include "foundation/data/syntaxes.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;
using namespace halfstar::reading;

namespace {

struct Split {
    FrontMatterSyntax syntax;
    std::string json;
    std::string body;
    Diagnostics diagnostics;
};

Split split_text(std::string_view text) {
    Split split;
    const FrontMatterPlace place = find_front_matter(text, 1, split.diagnostics);
    split.syntax = place.syntax;
    Value value;
    value.node = read_front_matter(text, place, 1, split.diagnostics);
    split.json = to_json(value);
    split.body = std::string(text.substr(place.body));
    return split;
}

void is_body(std::string_view text) {
    CAPTURE(text);
    const Split split = split_text(text);
    CHECK(split.syntax == FrontMatterSyntax::none);
    CHECK(split.body == text);
}

} // namespace

TEST_CASE("YAML stands between lines of three hyphens") {
    const Split split = split_text("---\ntitle: Stalker\nyear: 1979\n---\nThe Zone.\n");
    CHECK(split.syntax == FrontMatterSyntax::yaml);
    CHECK(split.json == R"({"title":"Stalker","year":1979})");
    CHECK(split.body == "The Zone.\n");
    CHECK(split.diagnostics.empty());
}

TEST_CASE("front matter may be empty, be closed by dots, and have spaces behind its fences") {
    CHECK(split_text("---\n---\nThe Zone.").body == "The Zone.");
    CHECK(split_text("--- \ntitle: Stalker\n...\nThe Zone.").body == "The Zone.");
    CHECK(split_text("\n\n---\ntitle: Stalker\n---\t\nThe Zone.").body == "The Zone.");
    CHECK(split_text("----\ntitle: Stalker\n----\nThe Zone.").body == "The Zone.");
    CHECK(split_text("\u00A0\n\u200B\n---\ntitle: Stalker\n---\nThe Zone.").body == "The Zone.");
    CHECK(split_text("---yaml\ntitle: Stalker\n---\nThe Zone.").json == R"({"title":"Stalker"})");
    CHECK(split_text("---toml\ntitle = \"Stalker\"\n---\nThe Zone.").json == R"({"title":"Stalker"})");
    CHECK(split_text("---\n# a comment\n\ntitle: Stalker\n---").syntax == FrontMatterSyntax::yaml);
}

TEST_CASE("a break between scenes is no front matter") {
    is_body("---\n\nIt begins with rain.\n\n---\n\nIt ends with rain.\n");
    is_body("---\nIt begins with rain.\n");
    is_body("---\n- one\n- two\n---\n");
    is_body("---\n12:30, and rain.\n---\n");
    is_body("---");
    is_body("");
    is_body("The Zone.\n---\ntitle: no\n---\n");
}

TEST_CASE("front matter that is never closed ends where its keys end, when that is clear") {
    struct Row {
        std::string_view text, json, body;
    };
    for (const Row& row : std::vector<Row>{
             {"---\ntitle: Stalker\n\nThe Zone.\n", R"({"title":"Stalker"})", "\nThe Zone.\n"},
             {"---\ntitle: Stalker\nyear: 1979\n", R"({"title":"Stalker","year":1979})", ""},
             {"---\ntitle: Stalker\ntags:\n  - film\n\nThe Zone breathes and it waits.\n\n---\n\nIt ends.\n",
              R"({"title":"Stalker","tags":["film"]})", "\nThe Zone breathes and it waits.\n\n---\n\nIt ends.\n"},
             {"---\ntitle: Stalker\n\nThe Zone is a place of rain.\n\n---\n\nIt ends.\n", R"({"title":"Stalker"})",
              "\nThe Zone is a place of rain.\n\n---\n\nIt ends.\n"},
             {"+++\ntitle = \"Stalker\"\n\nThe Zone.\n", R"({"title":"Stalker"})", "\nThe Zone.\n"},
         }) {
        CAPTURE(row.text);
        const Split split = split_text(row.text);
        CHECK(split.json == row.json);
        CHECK(split.body == row.body);
        REQUIRE(split.diagnostics.all().size() == 1);
        CHECK(split.diagnostics.all()[0].code == Code::broken_front_matter);
    }
}

TEST_CASE("front matter that is never closed stays in the body where it is not clear what it is") {
    const Split split = split_text("---\ntitle: Stalker\nThe Zone.\n");
    CHECK(split.syntax == FrontMatterSyntax::none);
    CHECK(split.body == "---\ntitle: Stalker\nThe Zone.\n");
    REQUIRE(split.diagnostics.all().size() == 1);
    CHECK(split.diagnostics.all()[0].code == Code::broken_front_matter);
    CHECK(split.diagnostics.all()[0].span == Span{1, 0, 3});
}

TEST_CASE("JSON stands between braces, and shortcodes are no JSON") {
    const Split split = split_text("{\n  \"title\": \"Stalker {x}\",\n  \"year\": 1979\n}\nThe Zone.");
    CHECK(split.syntax == FrontMatterSyntax::json);
    CHECK(split.json == R"({"title":"Stalker {x}","year":1979})");
    CHECK(split.body == "The Zone.");
    is_body("{{< youtube id >}}\nThe Zone.");
    is_body("{% include head %}\n");
    is_body("{\"title\": \"Stalker\"\nnever closed");
    is_body("{\"a\": 1} and text");
}

TEST_CASE("TOML is read with tables, dotted keys, arrays and all kinds of strings") {
    const Split split = split_text("+++\n"
                                   "title = \"Shop\\u006Cifters\" # a comment\n"
                                   "date = 2018-11-30\n"
                                   "tags = [\"family\",\n  'Tokyo', # inside\n]\n"
                                   "extra.movie.year = 2018\n"
                                   "\"my key\" = 'a \\ b'\n"
                                   "long = \"\"\"\nA \\\n   line\"\"\"\n"
                                   "person = { name = \"Ada\", age = 3 }\n"
                                   "\n[extra.movie]\n"
                                   "director = \"Hirokazu Kore-eda\"\n"
                                   "[[films]]\ntitle = \"One\"\n"
                                   "[[films]]\ntitle = \"Two\"\n"
                                   "+++\nBody");
    CHECK(split.syntax == FrontMatterSyntax::toml);
    CHECK(split.json == R"({"title":"Shoplifters","date":"2018-11-30","tags":["family","Tokyo"],)"
                        R"("extra":{"movie":{"year":2018,"director":"Hirokazu Kore-eda"}},)"
                        R"("my key":"a \\ b","long":"A line","person":{"name":"Ada","age":3},)"
                        R"("films":[{"title":"One"},{"title":"Two"}]})");
    CHECK(split.body == "Body");
    CHECK(split.diagnostics.empty());
}

TEST_CASE("a line of TOML that is not understood is reported and kept") {
    const Split split = split_text("+++\ntitle = \"Stalker\"\nnonsense here\nyear = 1979\n+++\n");
    CHECK(split.json == R"({"title":"Stalker","nonsense here":"nonsense here","year":1979})");
    REQUIRE(split.diagnostics.all().size() == 1);
    CHECK(split.diagnostics.all()[0].code == Code::broken_front_matter);
    CHECK(split.diagnostics.all()[0].span == Span{1, 22, 35});
}

TEST_CASE("a TOML key that stands twice keeps both values") {
    const Split split = split_text("+++\ntitle = \"A\"\ntitle = \"B\"\n+++\n");
    CHECK(split.json == R"({"title":"A","title":"B"})");
    REQUIRE(split.diagnostics.all().size() == 1);
    CHECK(split.diagnostics.all()[0].code == Code::duplicate_key);
}

TEST_CASE("values of TOML nested without end are refused, not followed") {
    const Split split = split_text("+++\na = 1\nx = " + std::string(5000, '[') + "\n+++\n");
    CHECK(split.diagnostics.all().size() == 1);
    CHECK(split.json.starts_with(R"({"a":1,)"));
}
