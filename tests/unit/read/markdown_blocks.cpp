#include "markdown_reading.h"

using namespace halfstar;
using namespace halfstar::testing;

TEST_CASE("CommonMark's blocks become the tree's") {
    check_trees({
        {"One *two* **three** `four`.", "p[One em[two] strong[three] `four`.]"},
        {"a\nb  \nc\\\nd", "p[a/b//c//d]"},
        {"# One\n\nTwo\n---", "h1[One] h2[Two]"},
        {"- a\n- b\n\n3. c\n\n4. d", "ul{p[a]}{p[b]} ol3 loose{p[c]}{p[d]}"},
        {"> a\n>\n> b\nlazy", "quote[p[a] p[b/lazy]]"},
        {"```cpp x\na\n```\n\n    b", "code(cpp x)[a\n] code()[b\n]"},
        {"a\n\n***\n\nb", "p[a] hr p[b]"},
        {"[a](b \"c\") <http://d> ![e](f \"g\")", "p[link(b \"c\")[a] link(http://d)[http://d] img(f \"g\")[e]]"},
        {"[a]\n\n[a]: /b 'c'", "p[link(/b \"c\")[a]]"},
        {"&amp; &eacute; &#9733;&#10;x \\*", "p[& \u00E9 \u2605/x *]"},
        {"", ""},
        {"\n\n", ""},
    });
}

TEST_CASE("a paragraph of one picture is a figure, and the picture's title its caption") {
    check_trees({
        {"![alt *x*](a.jpg \"Caption\")", "figure[img(a.jpg)[alt x] Caption]"},
        {"![](a.jpg)", "figure[img(a.jpg)[] ]"},
        {"- ![b](a.jpg)", "ul{figure[img(a.jpg)[b] ]}"},
        {"Look: ![b](a.jpg)", "p[Look: img(a.jpg)[b]]"},
        {"[![b](a.jpg)](c)", "p[link(c)[img(a.jpg)[b]]]"},
    });
}

TEST_CASE("a quotation's last line that begins with a dash says whose it is") {
    check_trees({
        {"> Words.\n>\n> — Tarkovsky", "quote[p[Words.] by Tarkovsky]"},
        {"> Words.\n> -- *Sculpting in Time*", "quote[p[Words.] by em[Sculpting in Time]]"},
        {"> Words.\\\n> – A. T.", "quote[p[Words.] by A. T.]"},
        {"> Words.\n>\n> *— Tarkovsky*, 1986", "quote[p[Words.] by em[Tarkovsky], 1986]"},
    });
}

TEST_CASE("dialogue and quotations of one line keep their dashes") {
    check_trees({
        {"> — Where to?\n> — Home.", "quote[p[— Where to?/— Home.]]"},
        {"> — Home.", "quote[p[— Home.]]"},
        {"> He said -- or not --\n> nothing.", "quote[p[He said -- or not --/nothing.]]"},
    });
}

TEST_CASE("two tildes strike words out") {
    check_trees({
        {"~~a~~ b~~c *d*~~", "p[strike[a] bstrike[c em[d]]]"},
        {"**~~a~~**", "p[strong[strike[a]]]"},
        {"~~ a ~~ and ~~b", "p[~~ a ~~ and ~~b]"},
        {"\\~~a~~", "p[~~a~~]"},
        {"x ~~~a~~~ `~~b~~`", "p[x ~~~a~~~ `~~b~~`]"},
        {"*a ~~b* c~~", "p[em[a ~~b] c~~]"},
    });
}

TEST_CASE("without conventions a text is CommonMark and nothing else") {
    const std::string_view text =
        "| a |\n|---|\n\n![b](c \"d\")\n\nx[^1] ~~y~~\n\n[^1]: not *here*\n\n> q\n> -- r";
    const MarkdownReading reading = read_text(text, {false, true});
    CHECK(reading.tree() == "p[| a |/|---|] p[img(c \"d\")[b]] p[x[^1] ~~y~~] p[[^1]: not em[here]] quote[p[q/-- r]]");
    CHECK(reading.problems() == "");
}

TEST_CASE("a cut mark is kept as the block before which it stands") {
    const auto cut = [](std::string_view text) { return read_text(text).cut; };
    CHECK(cut("a\n\n<!--more-->\n\nb") == 1);
    CHECK(cut("a\n\nb<!-- more -->\n\nc") == 2);
    CHECK(cut("a\n\n<!-- end -->b *c*\nd") == 1);
    CHECK(cut("a\n\nb\n\n<!--More Read on-->") == 2);
    CHECK(cut("<!--more-->\n\na") == 0);
    CHECK(cut("a <!-- a remark --> b") == std::nullopt);
    CHECK(cut("```\n<!--more-->x\n```\n\na") == std::nullopt);
    CHECK(tree_of("a\n\n<!--more-->b *c*\nd") == "p[a] p[b em[c]/d]");
    CHECK(read_text("a\n\n<!--more-->\n\nb", {true, true}).cut == 1);
}
