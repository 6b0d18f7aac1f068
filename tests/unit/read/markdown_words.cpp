#include "markdown_reading.h"

#include <sstream>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

/// A text, and the words a reader finds in it: body, then notes, then captions and cells as they come.
struct Fixture {
    std::string text, words;
};

} // namespace

TEST_CASE("every word of the source is in the tree, in its order, once") {
    const std::vector<Fixture> fixtures{
        {"# The *Mirror*\n\nOne [two](three.html \"title\") **four**\n`five` six.\n",
         "The Mirror One two four five six"},
        {"> One\ntwo\n> - three\n>\n>   four\n\n1. five\n   1) six\n", "One two three four five six"},
        {"One<br>two <cite>three</cite> <span data-x=\"no\">four</span>\n\n<p style=\"no\">five <em>six</em></p>",
         "One two three four five six"},
        {"<blockquote>\nOne two\n\n*three* four\n\nfive", "One two three four five"},
        {"<div>\n\nOne\n\n<div>two</div>\n\n- three\n\n</div>\n\nfour", "One two three four"},
        {"One <b>two <i>three</b> four</i> five</em> six", "One two three four five six"},
        {"One &amp; two&nbsp;three &eacute;four \\*five\\*", "One two three éfour five"},
        {"One ~~two~~ three <del>four</del>\n\n    five\n\n```six\nseven\n```", "One two three four five seven"},
        {"<ul><li>One<ul><li>two</ul><li>three</ul><table><tr><td>", "One two three"},
        {"One<!-- no --> two <!--more-->three\n\n<!--more-->four *five*", "One two three four five"},
        {"El niño, Müßiggang, İstanbul 1917\n\nசினிமா кино 映画\n",
         joined(unicode::words("El niño Müßiggang İstanbul 1917 சினிமா кино 映画"))},
        {"<custom-tag>One</custom-tag> <big>two</big> a<wbr>b <object>three", "One two ab three"},
    };
    for (const Fixture& fixture : fixtures) {
        CAPTURE(fixture.text);
        CHECK(joined(words_of(read_text(fixture.text).piece)) == fixture.words);
    }
}

TEST_CASE("words of notes, cells and captions stand in flows of their own") {
    const auto flows_of = [](std::string_view text) {
        std::vector<std::string> all;
        for (const Flow& flow : flows(read_text(text).piece)) all.push_back(joined(unicode::words(flow.text)));
        std::erase(all, "");
        return all;
    };
    using Flows = std::vector<std::string>;
    CHECK(flows_of("One[^1] two^[three *four*].\n\n[^1]: five\n\n    six\n\n[^2]: seven") ==
          Flows{"One two", "five six", "three four", "seven"});
    CHECK(flows_of("One\n\n|two|three|\n|-|-|\n|four *five*|six|seven|\n\neight") ==
          Flows{"One eight", "two", "three", "four five", "six seven"});
    CHECK(flows_of("One\n\n![no](a.jpg \"two three\")\n\nfour") == Flows{"One four", "two three"});
}

TEST_CASE("no byte of a text cut anywhere makes reading fail") {
    const std::string text = "# A *b* [^1]\n\n> <div>\n> | c | d |\n> |--|--|\n> | `e` | ~~f~~ |\n\n"
                             "<p lang=fr>g <a href='h'>i</a> &eacute; <!-- j --> ^[k]\n\n"
                             "[^1]: l\n\n    - m ![n](o \"p\")\n\n```q\nr\n```\n";
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        read_text(text.substr(0, cut));
        read_text(text.substr(cut));
    }
}
