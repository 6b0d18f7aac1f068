// What stands in pages and sources, apart from any writer of ours.
#include "proof/source_text.h"
#include "proof/web_page.h"

#include <doctest/doctest.h>

using namespace halfstar::proof;

namespace {

std::string joined(const Words& words) { return quoted(words, 0, words.size()); }

/// The words of a source that are its author's text, a line for each paragraph.
std::string text_of(std::string_view source) {
    const std::string text = without_markup(source);
    CHECK(text.size() == source.size());
    std::string out;
    for (const Stretch& paragraph : paragraphs_of(text))
        out += joined(words_of(std::string_view(text).substr(paragraph.begin, paragraph.end - paragraph.begin))) + "|";
    return out;
}

} // namespace

TEST_CASE("a page's flows are read apart") {
    const FoundFlows found =
        read_web_page("<!DOCTYPE html><html><body class=\"body\"><h1>Bait</h1><article><p class=\"summary\">Nets.</p>"
                      "<blockquote class=\"epigraph\"><p>A boat.</p></blockquote>"
                      "<figure class=\"poster\"><figcaption>Poster</figcaption></figure>"
                      "<div class=\"body e-content\"><p>One <em>t</em>wo<a class=\"noteref\" "
                      "role=\"doc-noteref\">1</a> three<br>four</p>"
                      "<figure><img alt=\"x\"><figcaption>A rope</figcaption></figure>"
                      "<table><tr><th>Caught</th></tr><tr><td>bass</td></tr></table>"
                      "<details><summary class=\"generated\">Spoiler</summary><p>five</p></details></div>"
                      "<section class=\"notes\"><h2>Notes</h2><ol><li><p>A note <a "
                      "role=\"doc-backlink\">back</a></p></li></ol></section>"
                      "</article></body></html>");
    CHECK(joined(found.body) == "One two three four five");
    CHECK(joined(found.summary) == "Nets");
    CHECK(joined(found.epigraph) == "A boat");
    REQUIRE(found.captions.size() == 1);
    CHECK(joined(found.captions[0]) == "A rope");
    REQUIRE(found.cells.size() == 2);
    CHECK(joined(found.cells[1]) == "bass");
    REQUIRE(found.notes.size() == 1);
    CHECK(joined(found.notes[0]) == "A note");
}

TEST_CASE("an ebook's document is read as reading systems read it") {
    const auto book_page = [](std::string_view inside) {
        return read_book_page(
            "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
            "<div class=\"body\">" +
            std::string(inside) + "</div></body></html>");
    };
    CHECK(joined(book_page("<p>One<br/>two &amp; three</p>").body) == "One two three");
    CHECK(book_page("<p>One<br>two</p>").body.empty());
}

TEST_CASE("of a source its author's words are left, where they were") {
    CHECK(text_of("---\ntitle: Bait\n---\nA boat.\n") == "A boat|");
    CHECK(text_of("{\n \"title\": \"Bait\"\n}\nA boat.\n") == "A boat|");
    CHECK(text_of("A [boat](http://a.b/c \"d\"), a [net][n], a ![rope](r.png).\n\n[n]: http://x.y\n") ==
          "A boat a net a rope|");
    CHECK(text_of("A[^1] boat.\n\n[^1]: A note.\n") == "A boat|A note|");
    CHECK(text_of("One<br class=\"x\">two <!-- three\n\nfour --> five, 3 < 4\n") == "One two|five 3 4|");
    CHECK(text_of("1. One\n2) Two\n\n```cpp\ncode\n```\n") == "One Two|code|");
    CHECK(text_of("R&eacute;sum&#233; :star: https://a.b/c here\n") == "R sum here|");
    CHECK(text_of("{{< spoiler title=\"x\" >}}He dies.{{< /spoiler >}} %%mine%% Yes: it is.\n") ==
          "He dies Yes it is|");
    CHECK(text_of("[open <open ]( {open\n") == "open open open|");
}
