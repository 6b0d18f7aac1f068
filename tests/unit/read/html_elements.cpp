#include "markdown_reading.h"

using namespace halfstar;
using namespace halfstar::testing;

TEST_CASE("inline HTML becomes the words that the tree has for it") {
    check_trees({
        {"<em>a</em> <i>b</i> <strong>c</strong> <b>d</b> <cite>e</cite>", "p[em[a] i[b] strong[c] b[d] cite[e]]"},
        {"<u>a</u> <ins>b</ins> <s>c</s> <del>d</del> <strike>e</strike>",
         "p[u[a] u[b] strike[c] strike[d] strike[e]]"},
        {"x <small>a</small><sup>b</sup><sub>c</sub><q>d</q><mark>e</mark><kbd>f</kbd>",
         "p[x small[a]sup[b]sub[c]q[d]mark[e]kbd[f]]"},
        {"x <code>*a* &lt;</code> <tt>b</tt>", "p[x `a <` `b`]"},
        {"x <a href=\"b\" title='c'>d *e*</a> <a name=f>g</a>", "p[x link(b \"c\")[d em[e]] g]"},
        {"x <img src=a.jpg alt=\"b &amp; c\" title=d>", "p[x img(a.jpg \"d\")[b & c]]"},
        {"x <span lang=\"ru\">б</span> <i lang=fr>c</i> <bdo dir=rtl>d</bdo>",
         "p[x lang(ru)[б] lang(fr)[i[c]] lang( rtl)[d]]"},
        {"x <abbr title=a>b</abbr> <span class=c>d</span> <font>e</font> <blink>f</blink>", "p[x b d e f]"},
        {"a<br>b <br/>\nc<br />", "p[a//b//c]"},
        {"a&nbsp;b <EM CLASS=x>c</EM>", "p[a\u00A0b em[c]]"},
    });
}

TEST_CASE("tags and Markdown nest in each other") {
    check_trees({
        {"x <em>a *b* <cite>c</cite></em>", "p[x em[a em[b] cite[c]]]"},
        {"*a <b>b* c</b> d", "p[em[a b[b]] c d]"},
        {"<em>a *b</em> c*", "p[em[a em[b c]]]"},
        {"x <em>a\n\nb", "p[x em[a]] p[b]"},
        {"x </em>a</p> b</div>", "p[x a b]"},
        {"x <b><i>a</b> b</i> c", "p[x b[i[a]] b c]"},
        {"x <a href=b>c [d](e)</a>", "p[x link(b)[c d]]"},
    });
}

TEST_CASE("blocks of HTML become the tree's blocks") {
    check_trees({
        {"<p style=\"text-align:center\">a <em>b</em></p>\n<p>c</p>", "p[a em[b]] p[c]"},
        {"<h1>a</h1><H3 id=x>b</H3>", "h1[a] h3[b]"},
        {"<blockquote>a<p>b</p></blockquote>", "quote[p[a] p[b]]"},
        {"<blockquote><p>a</p><footer>— <cite>b</cite></footer></blockquote>", "quote[p[a] by cite[b]]"},
        {"<ul><li>a<li>b<ol start=3><li>c</ol></ul>", "ul{p[a]}{p[b] ol3{p[c]}}"},
        {"<ul><li><p>a</p></li></ul>", "ul loose{p[a]}"},
        {"<pre>\na <b>b</b>\n  c</pre>", "code()[a b\n  c\n]"},
        {"<pre><code class=\"x language-cpp\">a &lt;</code></pre>", "code(cpp)[a <\n]"},
        {"<p>a</p><hr><p>b", "p[a] hr p[b]"},
        {"<dl><dt>a<dd>b<dd>c<dt>d</dl>", "dl{a: p[b] p[c]}{d: }"},
        {"<details><summary>a</summary><p>b</p></details>", "details(a)[p[b]]"},
        {"<details class=spoiler>b</details>", "spoiler()[p[b]]"},
        {"<div><center>a</center>b<section>c</section></div>", "p[a] p[b] p[c]"},
        {"<p></p><p>&nbsp;</p><p>a</p>", "p[a]"},
        {"<p>a\n  b\t c</p>", "p[a/b c]"},
    });
}

TEST_CASE("figures of HTML keep their captions") {
    check_trees({
        {"<figure><img src=a alt=b><figcaption>c <i>d</i></figcaption></figure>", "figure[img(a)[b] c i[d]]"},
        {"<figure><a href=x><img src=a alt=b></a><figcaption>c</figcaption></figure>", "figure[img(a)[b] c]"},
        {"<figure><img src=a title=t><figcaption>c</figcaption></figure>", "figure[img(a \"t\")[] c]"},
        {"<figure><blockquote>a</blockquote><figcaption>— b</figcaption></figure>", "quote[p[a] by b]"},
        {"<figure><img src=a><img src=b><figcaption>c</figcaption></figure>", "p[img(a)[]img(b)[]] p[c]"},
        {"<figure>\n\n![a](b)\n\n<figcaption>c</figcaption></figure>", "figure[img(b)[a] c]"},
        {"<p><img src=a alt=b></p>", "figure[img(a)[b] ]"},
    });
}

TEST_CASE("tables of HTML are brought to one width") {
    check_trees({
        {"<table><caption>a</caption><thead><tr><th>b<th>c</thead><tbody><tr><td>d<td>e</table>",
         "table--(a)[b|c;d|e]"},
        {"<table><tr><th>a<th>b<tr><td colspan=2>c<tr><td>d</table>", "table--[a|b;c|;d|]"},
        {"<table><tr><td align=right>a<td>b<tr><td>c<td>d<td>e</table>", "table>--[;a|b|;c|d|e]"},
        {"<table><tr><td><p>a</p><p>b</p><ul><li>c</ul></table>", "table-[;a//b//c]"},
        {"<table>a<tr><td>b</table>", "p[a] table-[;b]"},
    });
}

TEST_CASE("what plays or embeds becomes a link in the words of its title") {
    check_trees({
        {"<iframe src=\"https://v/1\" title=\"Trailer\"></iframe>", "p[link(https://v/1)[Trailer]]"},
        {"<video controls><source src=\"a.mp4\"></video>", "p[link(a.mp4)[a.mp4]]"},
        {"<audio src=b></audio> <embed src=c> <object data=d></object>", "p[link(b)[b] link(c)[c] link(d)[d]]"},
        {"<iframe src=a>\n\nb", "p[link(a)[a]] p[b]"},
    });
}

TEST_CASE("blocks of HTML open and close around Markdown") {
    check_trees({
        {"<div class=x>\n\na *b*\n\n- c\n\n</div>\n\nd", "p[a em[b]] ul{p[c]} p[d]"},
        {"<blockquote>\n\na *b*\n\nc\n\n</blockquote>\n\nd", "quote[p[a em[b]] p[c]] p[d]"},
        {"<blockquote>\na\n\n*b*\n\n> c", "quote[p[a]] p[em[b]] quote[p[c]]"},
        {"<blockquote>\n\na\n\nb\n\n<div>c", "quote[p[a]] p[b] p[c]"},
        {"> <blockquote>\n\na", "p[a]"},
        {"- <div>\n\n  a\n\n- b</div>\n\nc", "ul loose{p[a]}{p[b]} p[c]"},
        {"<details>\n<summary>Spoiler</summary>\n\nIt *ends*.\n\n</details>", "spoiler(Spoiler)[p[It em[ends].]]"},
        {"<em>\n\na\n\nb\n\n</em>\n\nc", "p[em[a]] p[em[b]] p[c]"},
        {"<em>\n\na\n\nb", "p[a] p[b]"},
        {"<table>\n<tr>\n<td>\n\n*a*\n\n</td>\n</tr>\n</table>", "table-[;em[a]]"},
        {"<p>a\n\nb", "p[a] p[b]"},
    });
}

TEST_CASE("a block within a line ends the paragraph and begins another") {
    check_trees({
        {"a <div>b</div> c", "p[a] p[b] p[c]"},
        {"a <ul><li>*b*</ul> c", "p[a] ul{p[em[b]]} p[c]"},
        {"# a <div>b</div> c", "h1[a//b//c]"},
        {"|a|\n|-|\n|b <p>c</p>|", "table-[a;b//c]"},
    });
}

TEST_CASE("character references are resolved, and other ampersands are ampersands") {
    check_trees({
        {"<p>&amp; &eacute; &#8212; &#x2605; &#150; AT&T &bogus; &", "p[& \u00E9 \u2014 \u2605 \u2013 AT&T &bogus; &]"},
        {"<p>&#0;", "p[\uFFFD]"},
    });
}

TEST_CASE("brackets that open no tag are words") {
    check_trees({
        {"<p>a < b > c <3 <d", "p[a < b > c <3 <d]"},
        {"<p>a <![CDATA[b]]> <?php c ?> <!doctype d>e", "p[a b e]"},
        {"<p>a <!-- b --> c <!-- d\n\n*e*", "p[a c d] p[em[e]]"},
    });
}

TEST_CASE("raw HTML stays as it is written when it may") {
    const MarkdownReading reading = read_text("a <b onclick=x>b</b>\n\n<div>\n*c*\n\nd[^1]\n\n[^1]: e", {true, true});
    CHECK(reading.tree() == "p[a raw(<b onclick=x>)braw(</b>)] raw(<div>\n*c*\n) p[d^1]\n1 1: p[e]");
    CHECK(reading.problems() == "");
}

TEST_CASE("HTML in blocks knows its bytes") {
    const MarkdownReading reading = read_text("> <p>ä\n>   <b>b</b></p>\n");
    const Quote& quote = std::get<Quote>(reading.piece.body.at(0).node);
    const Inlines& words = std::get<Paragraph>(quote.blocks.at(0).node).inlines;
    REQUIRE(words.size() == 3);
    CHECK(reading.at(quote.blocks.at(0).span) == "<p>ä\n>   <b>b</b></p>");
    CHECK(reading.at(words[2].span) == "<b>b</b>");
}

TEST_CASE("a source behind the paragraphs of a quotation is its source") {
    check_trees({
        {"<blockquote class=\"wp-block-quote\"><p>A.</p><cite>Her</cite></blockquote>", "quote[p[A.] by Her]"},
        {"<blockquote><p>A <cite>Mirror</cite></p></blockquote>", "quote[p[A cite[Mirror]]]"},
    });
}
