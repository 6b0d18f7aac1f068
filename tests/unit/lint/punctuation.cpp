#include "lint/typewriter.h"
#include "linting.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::lint;
using Lines = std::vector<std::string>;

namespace {

/// The source with what the repairs write.
std::string repaired(const std::string& source) {
    Folder folder;
    folder.add("a.md", source);
    const Findings found = folder.findings();
    std::string out = folder.sources.at(1).text;
    for (auto repair = found.repairs.rbegin(); repair != found.repairs.rend(); ++repair)
        out.replace(repair->span.begin, repair->span.end - repair->span.begin, repair->text);
    return out;
}

} // namespace

TEST_CASE("typewriter punctuation is counted, once a kind, at its first place") {
    const std::string text = "# A\n\nHe said \"no\"...  It's over.\n\n> \"Is it?\"\n";
    CHECK(said_of(text, Code::straight_quotes) ==
          Lines{"a.md:3:9: typewriter quotation marks stand in the text (marks: 5)"});
    CHECK(said_of(text, Code::three_dots) == Lines{"a.md:3:13: three dots stand for an ellipsis (places: 1)"});
    CHECK(said_of(text, Code::double_spaces) ==
          Lines{"a.md:3:16: more than one space stands between words (places: 1)"});
}

TEST_CASE("repairs write what is set") {
    CHECK(repaired("He said \"no\"...  It's over.\n") == "He said “no”… It’s over.\n");
    CHECK(repaired("---\nlanguage: de\n---\n\nEr sagte \"nein\".\n") == "---\nlanguage: de\n---\n\nEr sagte „nein“.\n");
    CHECK(repaired("---\nlanguage: fr\n---\n\nIl dit \"non\".\n").find("«\u202fnon\u202f»") != std::string::npos);
    CHECK(repaired("A note.[^1]\n\n[^1]: It's \"here\".\n") == "A note.[^1]\n\n[^1]: It’s “here”.\n");
    CHECK(repaired("*\"So\" it* ended\n\"here\".\n") == "*“So” it* ended\n“here”.\n");
}

TEST_CASE("what is not words stays as it is") {
    for (const char* text :
         {"---\ntitle: \"It's...  all\"\n---\n\nText.\n", "`\"a  b\"...`\n", "```\nsay(\"a\")  ...\n```\n",
          "[a](b.md \"It's  c\")\n", "<span title=\"It's\">a</span>\n", "a  \nb\n", "\\\"a\\\" b\n",
          "a\n\n* * *\n\n---\n", "| a    | b    |\n|------|------|\n| c    | d    |\n", "-   a\n-   b\n",
          "{{< youtube \"It's\" >}}\n"}) {
        CAPTURE(text);
        CHECK(repaired(text) == text);
    }
}

TEST_CASE("entities and escapes do not stop the comparison") {
    CHECK(repaired("Q&amp;A, \\* and \"so on\" &#8212; 'here'\n") == "Q&amp;A, \\* and “so on” &#8212; ‘here’\n");
    CHECK(repaired("a -- b --- \"c\"\n") == "a -- b --- “c”\n");
}

TEST_CASE("where the words are others than the source's nothing is found") {
    CHECK(typewriter_marks("\"a\"", "xyz").empty());
    CHECK(typewriter_marks("", "").empty());
    CHECK(typewriter_marks("a \"b\"", "a <b>").empty());
    const auto left = typewriter_marks("a \"b\"", "a \"b\"");
    REQUIRE(left.size() == 2);
    CHECK(left[0].set.empty());
}
