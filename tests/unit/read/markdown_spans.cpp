#include "markdown_reading.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// The source's words under every inline, in reading order.
std::vector<std::string> places(std::string_view text) {
    const MarkdownReading reading = read_text(text);
    std::vector<std::string> all;
    walk_blocks(reading.piece.body, [&](const Block& block) {
        each_inlines(block, [&](const Inlines& line) {
            walk_inlines(line, [&](const Inline& each) { all.push_back(reading.at(each.span)); });
        });
    });
    return all;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("inlines know their bytes") {
    CHECK(places("a *b* `c`") == Words{"a ", "*b*", "b", " ", "`c`"});
    CHECK(places("***a***") == Words{"***a***", "**a**", "a"});
    CHECK(places("[a *b*](c \"d\") <http://e>") ==
          Words{"[a *b*](c \"d\")", "a ", "*b*", "b", " ", "<http://e>", "http://e"});
    CHECK(places("x ![a](b) y") == Words{"x ", "![a](b)", " y"});
    CHECK(places("a \\* &amp; &starf; b") == Words{"a \\* &amp; &starf; b"});
    CHECK(places("``a ` b`` c") == Words{"``a ` b``", " c"});
    CHECK(places("# \ta *b* #") == Words{"a ", "*b*", "b"});
    CHECK(places("a *b*\n===") == Words{"a ", "*b*", "b"});
}

TEST_CASE("places are right where letters take several bytes") {
    CHECK(places("Müßig *är* **ö**\nü *é*") ==
          Words{"Müßig ", "*är*", "är", " ", "**ö**", "ö", "\n", "ü ", "*é*", "é"});
    CHECK(places("देवनागरी *लिपि* 🎬") == Words{"देवनागरी ", "*लिपि*", "लिपि", " 🎬"});
}

TEST_CASE("places are right after indented continuation lines") {
    CHECK(places("a\n   b *c*\n\td `e`") == Words{"a", "\n   ", "b ", "*c*", "c", "\n\t", "d ", "`e`"});
    CHECK(places("- a *b*\n    c *d*\n  - e\n       f *g*") ==
          Words{"a ", "*b*", "b", "\n    ", "c ", "*d*", "d", "e", "\n       ", "f ", "*g*", "g"});
    CHECK(places("a  \n  b\\\n  *c*") == Words{"a", "  \n  ", "b", "\\\n  ", "*c*", "c"});
}

TEST_CASE("places are right in quotations, lazy lines too") {
    CHECK(places("> a *b*\nc *d*\n>    e *f*") ==
          Words{"a ", "*b*", "b", "\n", "c ", "*d*", "d", "\n>    ", "e ", "*f*", "f"});
    CHECK(places("> > a\n> > *b*\n> *c*\n*d*") ==
          Words{"a", "\n> > ", "*b*", "b", "\n> ", "*c*", "c", "\n", "*d*", "d"});
    CHECK(places("1. > a\n   > *b*\n   *c*") == Words{"a", "\n   > ", "*b*", "b", "\n   ", "*c*", "c"});
}

TEST_CASE("places are right behind link definitions at the head of a paragraph") {
    CHECK(places("[a]: /b\n[c]:\n  /d 'e'\nf *g*\n[c]") == Words{"f ", "*g*", "g", "\n", "[c]", "c"});
    CHECK(places("[a]: /b\nf *g*\n---") == Words{"f ", "*g*", "g"});
}

TEST_CASE("links, code and HTML over several lines keep their places") {
    CHECK(places("[a\n  b](c) d") == Words{"[a\n  b](c)", "a", "\n  ", "b", " d"});
    CHECK(places("[a](b\n  \"c\") *d*\n*e*") == Words{"[a](b\n  \"c\")", "a", " ", "*d*", "d", "\n", "*e*", "e"});
    CHECK(places("> `a\n>   b` *c*") == Words{"`a\n>   b`", " ", "*c*", "c"});
    CHECK(places("> a <span\n> lang='fr'>b *c*</span>") ==
          Words{"a ", "<span\n> lang='fr'>b *c*</span>", "b ", "*c*", "c"});
}

TEST_CASE("spans count from where the text stands in its source") {
    Diagnostics diagnostics;
    const std::string source = "---\ntitle: x\n---\na *b*\n";
    const auto size = static_cast<std::uint32_t>(source.size());
    const Markdown read = read_markdown(std::string_view(source).substr(17), {7, 17, size}, {}, diagnostics);
    const Block& block = read.blocks.at(0);
    CHECK(block.span == Span{7, 17, 22});
    CHECK(std::get<Paragraph>(block.node).inlines.at(1).span == Span{7, 19, 22});
}

TEST_CASE("blocks know their bytes, without the blank lines behind them") {
    const MarkdownReading reading = read_text("# a\n\n- b\n\n  c\n\n\n> d\n\n```\ne\n```\n\n<p>f</p>\n\n***\n");
    Words all;
    walk_blocks(reading.piece.body, [&](const Block& block) { all.push_back(reading.at(block.span)); });
    CHECK(all == Words{"# a", "- b\n\n  c", "b", "c", "> d", "d", "```\ne\n```", "<p>f</p>", "***"});
}

TEST_CASE("no span leaves the text, whatever stands in it") {
    const std::vector<std::string> texts{std::string("a\0b *c*", 7), "\xEF\xBB\xBF# a", "a\rb *c*\r\nd",
                                         "\t- a\n\t\t*b*", "*a\n*b\n> c*", "&#0; &bogus; *x*"};
    for (const std::string& text : texts) {
        const MarkdownReading reading = read_text(text);
        walk_blocks(reading.piece.body, [&](const Block& block) {
            CHECK(block.span.begin <= block.span.end);
            CHECK(block.span.end <= reading.text.size());
        });
    }
}
