#include "foundation/data/syntaxes.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;

namespace {

struct Read {
    Value value;
    std::string problems;
};

/// Reads the text as one that begins at byte 4 of its source (behind "---\n").
Read read(const std::string& text) {
    const std::string source = "---\n" + text;
    Sources sources;
    const SourceId id = sources.add("a.md", source);
    Diagnostics diagnostics;
    const Value value = read_yaml(text, {id, 4, static_cast<std::uint32_t>(source.size())}, diagnostics);
    return {value, render_short(diagnostics.all(), sources)};
}

std::string json_of(const std::string& text) {
    const Read result = read(text);
    CHECK_MESSAGE(result.problems.empty(), result.problems);
    return to_json(result.value);
}

/// The bytes of the text that the span covers.
std::string covered(const std::string& text, const Span& span) {
    CHECK(span.begin >= 4);
    return text.substr(span.begin - 4, span.end - span.begin);
}

} // namespace

TEST_CASE("YAML that is right is read as it stands") {
    const std::pair<std::string, std::string> table[] = {
        {"", "{}"},
        {"# a comment alone\n", "{}"},
        {"title: Stalker\n", R"({"title":"Stalker"})"},
        {"title: 1941\nyear: 1979\n", R"({"title":1941,"year":1979})"},
        {"movie title: The Zone\n", R"({"movie title":"The Zone"})"},
        {"answer: yes\ndate: 2019-12-17 19:30\n", R"({"answer":"yes","date":"2019-12-17 19:30"})"},
        {"rating:\nseen: ~\nnothing: null\n", R"({"rating":null,"seen":null,"nothing":null})"},
        {"title: 'null'\n", R"({"title":"null"})"},
        {"title: >\n  Folded\n  title\n", R"({"title":"Folded title\n"})"},
        {"cast: [Alisa, Anatoly]\n", R"({"cast":["Alisa","Anatoly"]})"},
        {"cast:\n  - Alisa\n  - name: Anatoly\n    role: Writer\n",
         R"({"cast":["Alisa",{"name":"Anatoly","role":"Writer"}]})"},
        {"extra:\n  movie: {year: 1979, country: SU}\n", R"({"extra":{"movie":{"year":1979,"country":"SU"}}})"},
        {"url: http://example.org/a\n", R"({"url":"http://example.org/a"})"},
        {"title: Solaris # not the remake\n", R"({"title":"Solaris"})"},
        {"title: !!str 300\n", R"({"title":"300"})"},
        {"\xEF\xBB\xBFtitle: A\n", R"({"title":"A"})"},
        {"null: 1\n", R"({"null":1})"},
        {"a:\nnull: 1\n", R"({"a":null,"null":1})"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CHECK(json_of(row.first) == row.second);
    }
}

TEST_CASE("tabs that indent are taken as spaces") {
    CHECK(json_of("cast:\n\t- Alisa\n\t- Anatoly\n") == R"({"cast":["Alisa","Anatoly"]})");
    CHECK(json_of("extra:\n\tyear: 1979\n\tcountry: SU\n") == R"({"extra":{"year":1979,"country":"SU"}})");
}

TEST_CASE("a scalar tells whether it was written in quotation marks") {
    const Value value = read("plain: 300\nsingle: '300'\ndouble: \"300\"\nfolded: >\n  300\n").value;
    CHECK_FALSE(value.find("plain")->scalar()->quoted);
    CHECK(value.find("single")->scalar()->quoted);
    CHECK(value.find("double")->scalar()->quoted);
    CHECK(value.find("folded")->scalar()->quoted);
    CHECK(value.find("absent") == nullptr);
}

TEST_CASE("spans of keys and values are exact, in bytes of the source") {
    const std::string text = "é: ü\nkey two: 'it''s'\nlist: [a, é, \"b\"]\n"
                             "folded: >\n  one\n\n  two\n\nlong: one\n  two\n"
                             "none:\nnothing: ~\nmap:\n  a: 1\n  b: 2\ntag: !!str 300\n";
    const Read result = read(text);
    CHECK(result.problems.empty());
    const std::pair<std::string, std::string> table[] = {
        {"é", "ü"},           {"key two", "'it''s'"},          {"list", "[a, é, \"b\"]"},
        {"none", ""},         {"folded", ">\n  one\n\n  two"}, {"long", "one\n  two"},
        {"nothing", "~"},     {"map", "a: 1\n  b: 2"},         {"tag", "300"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        const Value* value = result.value.find(row.first);
        REQUIRE(value != nullptr);
        CHECK(covered(text, value->span) == row.second);
        CHECK(covered(text, value->key_span) == row.first);
    }
    const std::vector<Value>& list = *result.value.find("list")->list();
    CHECK(covered(text, list[1].span) == "é");
    CHECK(covered(text, list[2].span) == "\"b\"");
    CHECK(result.value.find("none")->span.begin == 4 + text.find("none:") + 5);
}

TEST_CASE("a key that stands twice keeps its first value") {
    const Read result = read("title: A\ntitle: B\n");
    CHECK(to_json(result.value) == R"({"title":"A"})");
    CHECK(result.problems ==
          "a.md:3:1: warning: the key 'title' stands twice; the first counts [duplicate-key]\n");
}

TEST_CASE("anchors are not followed and are said once") {
    const Read result = read("a: &x [lol, lol]\nb: &y [*x, *x]\nc: [*y, *y]\n");
    CHECK(to_json(result.value) == R"({"a":["lol","lol"],"b":[null,null],"c":[null,null]})");
    CHECK(result.problems ==
          "a.md:2:4: warning: anchors and aliases are not followed in front matter [yaml-alias]\n");
}

TEST_CASE("a value that is no YAML is taken as the words it is, and its place is said") {
    struct Row {
        std::string text, json, problem;
    };
    const Row table[] = {
        {"title: Mission: Impossible\n", R"({"title":"Mission: Impossible"})", "2:8: a colon where none may stand"},
        {"a: 1\ntitle: Film: Part: Two\nb: 2\n", R"({"a":1,"title":"Film: Part: Two","b":2})",
         "3:8: a colon where none may stand"},
        {"title: *batteries not included\n", R"({"title":"*batteries not included"})",
         "2:8: an asterisk that may not begin a value"},
        {"title: @home\n", R"({"title":"@home"})", "2:8: a character that may not begin a value"},
        {"title: \"Her\" is good\n", R"({"title":"\"Her\" is good"})", "2:8: more text after the end of a value"},
        {"title: 'unclosed\nyear: 1979\n", R"({"title":"'unclosed","year":1979})",
         "2:8: a quotation mark that is never closed"},
        {"cast: [Alisa, Anatoly\nyear: 1979\n", R"({"cast":"[Alisa, Anatoly","year":1979})",
         "2:7: a bracket that is never closed"},
        {"title:Stalker\nyear: 1979\n", R"({"title":"Stalker","year":1979})", "2:7: no space after the colon"},
        {"path: \"C:\\qfilms\"\n", R"({"path":"C:\\qfilms"})", "2:7: a backslash that begins no escape"},
        {"cast:\n  - Mission: Impossible: Fallout\n  - Dune\n", R"({"cast":["Mission: Impossible: Fallout","Dune"]})",
         "3:5: a colon where none may stand"},
        {"works:\n  - title: Mission: Impossible\n    year: 1996\n  - title: Dune\n",
         R"({"works":[{"title":"Mission: Impossible","year":1996},{"title":"Dune"}]})",
         "3:12: a colon where none may stand"},
        {"extra:\n  film: A: B\n  year: 1\n", R"({"extra":{"film":"A: B","year":1}})",
         "3:9: a colon where none may stand"},
        {"title: {{ page.title }}\n", R"({"title":"{{ page.title }}"})", "2:8: a key in brackets"},
        {"title: Dune\nstray words\nyear: 2021\n", R"({"title":"Dune","year":2021})",
         "3:1: a line that is no 'key: value'"},
        {"title: Dune:\n  Part: Two\n", R"({"title":"Dune: Part: Two"})", "2:8: a colon where none may stand"},
        {"just words\n", "{}", "2:1: no 'key: value' lines"},
        {"- a\n- b\n", "{}", "2:1: no 'key: value' lines"},
        {"a: b\n---\nc: d\n", R"({"a":"b","c":"d"})", "3:1: a second document begins"},
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        const Read result = read(row.text);
        CHECK(to_json(result.value) == row.json);
        std::string expected = row.problem;
        const std::size_t end_of_place = expected.find(": ");
        expected = "a.md:" + expected.substr(0, end_of_place) + ": warning: front matter was not understood here: " +
                   expected.substr(end_of_place + 2) + " [broken-front-matter]\n";
        CHECK(result.problems == expected);
    }
}

TEST_CASE("the hint shows how the value is written right") {
    Diagnostics diagnostics;
    read_yaml("title: Mission: Impossible\n", {1, 0, 27}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].hints ==
          std::vector<std::string>{"put it in quotation marks: title: \"Mission: Impossible\""});
    CHECK(diagnostics.all()[0].span == Span{1, 7, 26});
}

TEST_CASE("front matter nested without end is said and ends") {
    const auto repeated = [](std::string_view part, int n) {
        std::string text;
        for (int i = 0; i < n; ++i) text += part;
        return text;
    };
    std::string staircase;
    for (int i = 0; i < 300; ++i) staircase += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    const std::string texts[] = {"a: " + repeated("[", 20000), "a: " + repeated("{a: ", 20000),
                                 "a:\n  " + repeated("- ", 20000) + "x", repeated("? ", 20000), staircase};
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 30));
        Diagnostics diagnostics;
        read_yaml(text, {1, 0, static_cast<std::uint32_t>(text.size())}, diagnostics);
        CHECK_FALSE(diagnostics.empty());
    }
}

TEST_CASE("nesting of a hundred levels is read, one more is set flat") {
    const auto nested = [](std::size_t n) { return "a: " + std::string(n, '[') + std::string(n, ']') + "\n"; };
    CHECK(read(nested(99)).problems.empty());
    const Read result = read(nested(100));
    CHECK(result.problems ==
          "a.md:2:4: warning: nested more than 100 levels: the rest is set flat [nesting-too-deep]\n");
    CHECK(result.value.find("a")->scalar() != nullptr);
}

TEST_CASE("bytes that are no text in YAML do no harm") {
    for (const std::string& text : {std::string("\0a: b\0\n", 7), std::string("a: \x04 b\nc: d\n"),
                                    std::string("\xFF\xFE: b\n"), std::string("a: \x1b[31m\n"), std::string("%"),
                                    std::string("\t"), std::string("- : ["), std::string("a: |\n"),
                                    std::string("a: >"), std::string("'"), std::string("\"\\")}) {
        CAPTURE(text);
        Diagnostics diagnostics;
        const Value value = read_yaml(text, {1, 0, static_cast<std::uint32_t>(text.size())}, diagnostics);
        CHECK(value.members() != nullptr);
    }
}
