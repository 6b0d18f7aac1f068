#include "design/pictures/pictures.h"
#include "linting.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::lint;
using Lines = std::vector<std::string>;

TEST_CASE("links to headings that are not there") {
    const std::string text = "# A\n\n## The ending\n\n[a](#the-ending) [b](#The%20ending) [c](#the-endin) [d](#top) "
                             "[e](#here) [f](#the-ending-1)\n\n<a id=\"here\"></a>\n";
    CHECK(said_of(text, Code::dead_link) == Lines{"a.md:5:37: the link leads nowhere: '#the-endin'"});
}

TEST_CASE("links to texts that are not there") {
    Folder folder;
    folder
        .add("a.md",
             "# A\n\n[b](b.md) [c](c.md#x) [d](https://example.org/d.md) [e](/b.md) [f](about/) [g](../outside.md)\n")
        .add("b.md", "# B\n\nText.\n");
    CHECK(folder.said(Code::dead_link) == Lines{"a.md:3:11: the link leads nowhere: 'c.md'"});
    folder.manuscripts.is_issue = true;
    CHECK(folder.said(Code::dead_link).empty());
}

TEST_CASE("pictures without words") {
    CHECK(said_of("# A\n\n![](b.png)\n", Code::missing_alternative) ==
          Lines{"a.md:3:1: no words say what 'b.png' shows"});
    CHECK(said_of("# A\n\n![The Zone](b.png)\n", Code::missing_alternative).empty());
    CHECK(said_of("# A\n\nHere: <img src=\"b.png\" alt=\"\">\n", Code::missing_alternative).empty());
    CHECK(said_of("# A\n\nHere: <img src=\"b.png\">.\n", Code::missing_alternative).size() == 1);
}

TEST_CASE("pictures that no piece shows") {
    Folder folder;
    folder.add("a.md", "# A\n\nText and [a still](still%20b.png).\n");
    folder.manuscripts.pictures = {{"/r/still b.png", "still b.png"}, {"/r/c.png", "c.png"}};
    CHECK(folder.said(Code::unused_picture) == Lines{"no piece shows 'c.png'"});
}
