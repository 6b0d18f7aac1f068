#include "markdown_reading.h"

using namespace halfstar;
using namespace halfstar::testing;

TEST_CASE("notes are numbered by their first reference, whatever the order of their definitions") {
    check_trees({
        {"a[^x] b[^1] c[^X]\n\n[^1]: One.\n[^x]: Ex.", "p[a^1 b^2 c^1]\n1 x: p[Ex.]\n2 1: p[One.]"},
        {"a[^1]\n[^1]: One.", "p[a^1]\n1 1: p[One.]"},
        {"# a[^1]\n\n[^1]: http://example.org", "h1[a^1]\n1 1: p[http://example.org]"},
        {"a[^ÄB] [^äb]\n\n[^Äb]: c", "p[a^1 ^1]\n1 Äb: p[c]"},
        {"a[^*] b[^*] c[^**]\n\n[^*]: star\n[^**]: two", "p[a^1 b^1 c^2]\n1 *: p[star]\n2 **: p[two]"},
        {"*a[^my_note]* [b[^2]](c)\n\n[^my_note]: d\n\n[^2]: e", "p[em[a^1] link(c)[b^2]]\n1 my_note: p[d]\n2 2: p[e]"},
    });
}

TEST_CASE("a definition holds every block that is indented under it") {
    check_trees({
        {"a[^1]\n\n[^1]: One\n    two.\n\n    Three *four*.\n\n    - five\n\n    > six\n\nb",
         "p[a^1] p[b]\n1 1: p[One/two.] p[Three em[four].] ul{p[five]} quote[p[six]]"},
        {"a[^1]\n\n[^1]:\n    One.", "p[a^1]\n1 1: p[One.]"},
        {"a[^1]\n\n[^1]: One\n\n        code", "p[a^1]\n1 1: p[One] code()[code\n]"},
        {"> a[^1]\n>\n> [^1]: In a quotation.", "quote[p[a^1]]\n1 1: p[In a quotation.]"},
        {"- a[^1]\n\n  [^1]: In a list.\n- b", "ul loose{p[a^1]}{p[b]}\n1 1: p[In a list.]"},
        {"a[^1]\n\n[^1]: One.\n2) two\n3) three", "p[a^1] ol2{p[two]}{p[three]}\n1 1: p[One.]"},
    });
}

TEST_CASE("notes refer to other notes") {
    check_trees({
        {"a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]", "p[a^1]\n1 1: p[b^2]\n2 2: p[c^1]"},
        {"a^[b *c* [d](e) ^[f]] g", "p[a^1 g]\n1 : p[b em[c] link(e)[d] ^2]\n2 : p[f]"},
        {"a^[b] c[^1]\n\n[^1]: d", "p[a^1 c^2]\n1 : p[b]\n2 1: p[d]"},
        {"a^[ b ] \\^[c] ^\\[d] ^[] ^[e", "p[a^1 ^[c] ^[d] ^[] ^[e]\n1 : p[b]"},
        {"|a^[b]|\n|-|\n|c[^1]|\n\n[^1]: d", "table-[a^1;c^2]\n1 : p[b]\n2 1: p[d]"},
    });
}

TEST_CASE("what looks like a note in code, in HTML or escaped is none") {
    check_trees({
        {"```\n[^1]: a\n```\n\n    [^2]: b\n\n`[^3]` \\[^4] `[^*]`",
         "code()[[^1]: a\n] code()[[^2]: b\n] p[`[^3]` [^4] `[^*]`]"},
        {"<pre>\n[^1]: a\n</pre>", "code()[[^1]: a\n]"},
        {"[^1](a) [^ b] [^]", "p[link(a)[^1] [^ b] [^]]"},
    });
}

TEST_CASE("a reference to no note stays as it was written, and is said") {
    const MarkdownReading reading = read_text("a[^1] b");
    CHECK(reading.tree() == "p[a[^1] b]");
    CHECK(reading.problems() == "missing-note: [^1]");
}

TEST_CASE("a note that nothing refers to stands behind the others, and is said") {
    const MarkdownReading reading = read_text("a[^2]\n\n[^1]: One[^3].\n\n[^2]: Two.\n\n[^3]: Three.");
    CHECK(reading.tree() == "p[a^1]\n1 2: p[Two.]\n2 1: p[One^3.]\n3 3: p[Three.]");
    CHECK(reading.problems() == "unused-note: [^1]: One[^3].");
}

TEST_CASE("a note that is defined twice is kept twice, and is said") {
    const MarkdownReading reading = read_text("a[^1]\n\n[^1]: One.\n\n[^1]: Again.");
    CHECK(reading.tree() == "p[a^1]\n1 1: p[One.]\n2 1: p[Again.]");
    CHECK(reading.problems() == "duplicate-note: [^1]: Again.");
}

TEST_CASE("spans of notes are the source's, though their markers are not cmark's") {
    const MarkdownReading reading = read_text("ä[^a-long-label] *b*\n\n[^a-long-label]:   Süß *c*\n    d `e`\n");
    REQUIRE(reading.piece.notes.size() == 1);
    const Note& note = reading.piece.notes[0];
    CHECK(reading.at(note.span) == "[^a-long-label]:   Süß *c*\n    d `e`");
    const Inlines& words = std::get<Paragraph>(note.blocks.at(0).node).inlines;
    REQUIRE(words.size() == 5);
    CHECK(reading.at(words[0].span) == "Süß ");
    CHECK(reading.at(words[1].span) == "*c*");
    CHECK(reading.at(words[3].span) == "d ");
    CHECK(reading.at(words[4].span) == "`e`");
    const Inlines& body = std::get<Paragraph>(reading.piece.body.at(0).node).inlines;
    CHECK(reading.at(body.at(1).span) == "[^a-long-label]");
}
