#include "foundation/base/strings.h"
#include "markdown_reading.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// Trees of texts in which shortcodes are left out, and their names.
struct LeftOut {
    std::string_view text, tree, names;
};

std::string names_left_out(const MarkdownReading& reading) {
    std::string names;
    for (const Diagnostic& each : reading.diagnostics.all())
        if (each.code == Code::removed_shortcode) names += (names.empty() ? "" : " ") + std::string(split(each.message, '\'').at(1));
    return names;
}

} // namespace

TEST_CASE("shortcodes that are pictures become figures") {
    check_trees({
        {"{{< figure src=\"a.jpg\" alt=\"A *b*\" caption=\"One *two* [three](x)\" >}}",
         "figure[img(a.jpg)[A *b*] One em[two] link(x)[three]]"},
        {"{% include figure.html src='a.jpg' caption='C' %}", "figure[img(a.jpg)[] C]"},
        {"{% image \"./a.jpg\", \"words\" %}", "figure[img(./a.jpg)[words] ]"},
        {"<Figure src=\"a.jpg\" caption={\"C\"} />", "figure[img(a.jpg)[] C]"},
        {"![[a b.png]]", "figure[img(a b.png)[] ]"},
        {"![[a.png|the room]]\n\n![[a.png|300]]", "figure[img(a.png)[the room] ] figure[img(a.png)[] ]"},
        {"[caption id=\"1\" width=\"9\"]<a href=\"x\"><img src=\"a.jpg\" alt=\"b\"/></a> The *words*[/caption]",
         "figure[img(a.jpg)[b] The em[words]]"},
    });
}

TEST_CASE("what plays elsewhere becomes a link with words") {
    check_trees({
        {"{{< youtube a_b*c >}}", "p[link(https://www.youtube.com/watch?v=a_b*c)[YouTube]]"},
        {"See {% vimeo 12 %} now", "p[See link(https://vimeo.com/12)[Vimeo] now]"},
        {"{{< youtube id=\"x\" title=\"The trailer\" >}}", "p[link(https://www.youtube.com/watch?v=x)[The trailer]]"},
        {"{{< imdb tt0079944 >}}", "p[link(https://www.imdb.com/title/tt0079944)[IMDb]]"},
        {"{{< tweet user=\"a\" id=\"1\" >}}", "p[link(https://twitter.com/a/status/1)[Tweet]]"},
        {"[embed]https://a.example/v[/embed]", "p[link(https://a.example/v)[https://a.example/v]]"},
        {"[youtube https://youtu.be/x]", "p[link(https://youtu.be/x)[YouTube]]"},
    });
}

TEST_CASE("shortcodes in addresses are addresses") {
    check_trees({
        {"[a]({{< ref \"b.md\" >}}) [c]({{< relref \"d.md#e\" >}})", "p[link(b.md)[a] link(d.md#e)[c]]"},
        {"[a]({% post_url 2019-01-01-b %})", "p[link(2019-01-01-b)[a]]"},
    });
}

TEST_CASE("what stands between two marks is a quotation, code or a spoiler") {
    check_trees({
        {"{{< quote author=\"Her\" >}}\nOne *two*.\n\nThree.\n{{< /quote >}}", "quote[p[One em[two].] p[Three.] by Her]"},
        {"{% highlight cpp %}\nint a = 1 < 2;\n\n{{< youtube x >}}\n{% endhighlight %}",
         "code(cpp)[int a = 1 < 2;\n\n{{< youtube x >}}\n]"},
        {"{{% spoiler title=\"The end\" %}}\nHe dies.\n\nShe lives.\n{{% /spoiler %}}\nAfter.",
         "spoiler(The end)[p[He dies.] p[She lives.]] p[After.]"},
        {"Before {{< spoiler >}}he *dies*{{< /spoiler >}} after", "p[Before ^1 after]\n1 : p[he em[dies]]"},
        {"Before {{< spoiler >}}one\n\ntwo{{< /spoiler >}} after", "p[Before] spoiler()[p[one] p[two]] p[after]"},
        {"> {{< spoiler >}}\n> one\n>\n> two\n> {{< /spoiler >}}", "quote[spoiler()[p[one] p[two]]]"},
        {"::: {.spoiler title=\"T\"}\nA.\n:::\n\n::: note\nB.\n:::", "spoiler(T)[p[A.]] p[B.]"},
        {"[spoiler]a[/spoiler] b", "p[^1 b]\n1 : p[a]"},
        {"{% raw %}{{ x }} *a*{% endraw %}", "p[{{ x }} em[a]]"},
        {"a {% comment %}b\n\nc{% endcomment %} d", "p[a  d]"},
    });
}

TEST_CASE("shortcodes that nobody knows are left out and named once; what they hold is kept") {
    for (const LeftOut& each : std::vector<LeftOut>{
             {"{{% notice tip %}}\nKept.\n{{% /notice %}}\n\n{{% notice %}}\nToo.\n{{% /notice %}}", "p[Kept.] p[Too.]", "notice"},
             {"a {{< thing 1 >}} b {% assign x = 1 %}", "p[a  b]", "thing assign"},
             {"<Foo bar={{a: 1}}>inner *words*</Foo>", "p[inner em[words]]", "foo"},
             {"[gallery ids=\"1,2\"]\n\n[sc name=\"x\"]", "", "gallery sc"},
             {"import A from './a'\nimport B from \"b\";\n\nText.", "p[Text.]", "import"},
         }) {
        const MarkdownReading reading = read_text(each.text);
        CAPTURE(each.text);
        CHECK(reading.tree() == each.tree);
        CHECK(names_left_out(reading) == each.names);
    }
}

TEST_CASE("in code, and where it is none, what looks like a shortcode stays") {
    check_trees({
        {"`{{< youtube x >}}` ``||a||`` `[[b]]`", "p[`{{< youtube x >}}` `||a||` `[[b]]`]"},
        {"```\n{{< figure src=\"a\" >}}\n  {% if x %}\n>!a!<\n```", "code()[{{< figure src=\"a\" >}}\n  {% if x %}\n>!a!<\n]"},
        {"    {{< youtube x >}}", "code()[{{< youtube x >}}\n]"},
        {"{ a } {{title}} <% tp.x %> {{ 1 + }} {% {{<", "p[{ a } {{title}} <% tp.x %> {{ 1 + }} {% {{<]"},
        {"{{</* youtube x */>}} \\{{< a >}}", "p[{{</* youtube x */>}} {{< a >}}]"},
        {"[rating] [review] [star](x) [note]", "p[[rating] [review] link(x)[star] [note]]"},
        {"::: lonely", "p[::: lonely]"},
    });
}

TEST_CASE("lists of attributes, contents and comments of other tools are no words") {
    check_trees({
        {"A.\n{: .small}\n\n*b*{: .c} [d](e){width=50%}", "p[A.] p[em[b] link(e)[d]]"},
        {"# Title {#id .x}\n\n{:toc}", "h1[Title]"},
        {"* TOC\n{:toc}\n\nA.", "p[A.]"},
        {"a %%b%% c\n\n%%\nd\n%%", "p[a  c]"},
        {"100%% of 50%% {: sad", "p[100%% of 50%% {: sad]"},
        {"{{ site.baseurl }}/a ![b]({{ site.url }}/c.jpg) ![d]({{ '/e.jpg' | relative_url }})", "p[/a img(/c.jpg)[b] img(/e.jpg)[d]]"},
        {"<img src=\"{{ site.baseurl }}/a.jpg\" alt=\"b\">", "figure[img(/a.jpg)[b] ]"},
    });
}

TEST_CASE("links of vaults hold their words and their target") {
    check_trees({
        {"[[A Film]] [[a#b|words]] [x](y)", "p[link([[A Film]])[A Film] link([[a#b]])[words] link(y)[x]]"},
        {"|a|b|\n|-|-|\n|[[c|d]]|e|", "table--[a|b;link([[c]])[d]|e]"},
    });
}

TEST_CASE("marks of spoilers within a line make notes of what they hide") {
    check_trees({
        {"a ||b *c*|| d", "p[a ^1 d]\n1 : p[b em[c]]"},
        {"a >!b!< c", "p[a ^1 c]\n1 : p[b]"},
        {">!b!< c", "p[^1 c]\n1 : p[b]"},
        {"a <span class=\"spoiler\">b</span> c", "p[a ^1 c]\n1 : p[b]"},
        {"a || b || c, x||y, ||d", "p[a || b || c, x||y, ||d]"},
        {"|a|b|\n|-|-|\n|c||\n|`||d||`|e|", "table--[a|b;c|;`|d/`/e]"},
        {"==a== b==c a == b == c", "p[mark[a] b==c a == b == c]"},
    });
}

TEST_CASE("a <div> of spoilers is one, and ends where it ends") {
    check_trees({
        {"<div class=\"spoiler\">\n\nA.\n\n</div>\n\nB.", "spoiler()[p[A.]] p[B.]"},
        {"<details><summary>Spoiler</summary>\n\nA.\n\n</details>", "spoiler(Spoiler)[p[A.]]"},
    });
}

TEST_CASE("footnotes made by hand become notes") {
    check_trees({
        {"a<sup><a href=\"#fn1\" id=\"r1\">1</a></sup> b\n\n<ol><li id=\"fn1\">Note <a href=\"#r1\">↩</a></li></ol>",
         "p[a^1 b]\n1 fn1: p[Note]"},
        {"a[1](#n1) b\n\n<p id=\"n1\">1. Note</p>", "p[a^1 b]\n1 n1: p[1. Note]"},
        {"a[words](#n1)\n\n<p id=\"n1\">Note</p>", "p[alink(#n1)[words]] p[Note]"},
        {"<p id=\"n1\">Before</p>\n\n[1](#n1)", "p[Before] p[link(#n1)[1]]"},
    });
}

TEST_CASE("the label of a note may be words") {
    check_trees({{"a[^a note]\n\n[^a note]: B.", "p[a^1]\n1 a note: p[B.]"}});
}

TEST_CASE("cut marks of every tool are found") {
    for (const char* mark : {"<!--more-->", "<!-- more -->", "<!-- end -->", "<!--excerpt-->", "<!-- truncate -->",
                             "{{% more %}}", "[more]", "[[more]]", "{/* truncate */}"}) {
        CAPTURE(mark);
        const MarkdownReading reading = read_text("a\n\n" + std::string(mark) + "\n\nb");
        CHECK(reading.tree() == "p[a] p[b]");
        CHECK(reading.cut == 1);
    }
}

TEST_CASE("many marks without an end are read in little time") {
    for (const char* mark : {"{{< ", "{% ", "{{% raw %}}", "[spoiler", "<Foo ", "<Foo {", "%%", "[[", "![[", "||", ">!", "::: a\n",
                             "{{< a >}}", "<!-- {{< a >}} ", "{{< spoiler >}}\n", "{% highlight x %}\n", "{:", "=="}) {
        CAPTURE(mark);
        std::string text;
        while (text.size() < 200000) text += mark;
        read_text(text);
    }
}
