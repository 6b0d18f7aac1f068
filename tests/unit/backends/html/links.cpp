#include "backends/html/links.h"

#include "../editions.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("addresses of the web, of letters and of telephones lead out; nothing else does") {
    struct Row {
        const char* url;
        const char* address; ///< empty: none
    };
    for (const Row& row : {
             Row{"https://example.org/a b?c=\"d\"#e", "https://example.org/a%20b?c=%22d%22#e"},
             Row{"HTTP://Example.org", "http://example.org"},
             Row{"//example.org/x", "https://example.org/x"},
             Row{"mailto:a@example.org", "mailto:a@example.org"},
             Row{"tel:+44 20", "tel:+44%2020"},
             Row{"https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"},
             Row{"https://example.org:8080/", "https://example.org:8080/"},
             Row{"https://example.org/100%", "https://example.org/100%25"},
             Row{"https://example.org/%7Ea#b#c", "https://example.org/%7Ea#b%23c"},
             Row{"https://example.org/[a]|b\\c", "https://example.org/%5Ba%5D%7Cb%5Cc"},
             Row{"javascript:alert(1)", ""},
             Row{"java\nscript:alert(1)", ""},
             Row{" JavaScript:alert(1)", ""},
             Row{"data:text/html,x", ""},
             Row{"vbscript:x", ""},
             Row{"file:///etc/passwd", ""},
             Row{"https:example.org", ""},
             Row{"https://", ""},
             Row{"https:///path", ""},
             Row{"https://exa mple.org", ""},
             Row{"https://example.org:99999/", ""},
             Row{"https://user:secret@example.org/", ""},
             Row{"https://-a.example/", ""},
             Row{"https://192.168.0.1/", "https://192.168.0.1/"},
             Row{"https://999.1.1.1/", ""},
             Row{"https://1.2.3.4.5/", ""},
             Row{"https://0x7f/", ""},
             Row{"https://a\u2028b.example/", ""},
             Row{"https://1.2.3.4a/", ""},
             Row{"https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"},
             Row{"https://XN--bcher-KVA.example/", "https://xn--bcher-kva.example/"},
             Row{"https://xn--a/", ""},
             Row{"https://xn--amailto/", ""},
             Row{"mailto:", ""},
             Row{"mailto:#x", ""},
             Row{"page.html", ""},
         }) {
        CAPTURE(row.url);
        CHECK(html::outward_address(row.url).value_or("") == row.address);
    }
}

TEST_CASE("an address without a scheme is relative") {
    CHECK(html::relative_address("a b/ü.html#x").value_or("") == "a%20b/%C3%BC.html#x");
    CHECK_FALSE(html::relative_address("javascript:alert(1)"));
    CHECK_FALSE(html::relative_address("\tjava\tscript:alert(1)"));
    CHECK_FALSE(html::relative_address("//example.org"));
    CHECK_FALSE(html::relative_address("\\\\example.org"));
    CHECK_FALSE(html::relative_address(""));
}

TEST_CASE("a link to the file of another piece finds the piece") {
    std::vector<Piece> pieces = {fake::review("a"), fake::review("b")};
    pieces[0].path = "2019/december/one film.md";
    pieces[1].path = "2020/two.md";
    const Edition edition = fake::edition(std::move(pieces));
    const Piece& from = edition.pieces[0];
    const Piece* two = &edition.pieces[1];
    CHECK(html::linked_piece(edition, from, "../../2020/two.md") == two);
    CHECK(html::linked_piece(edition, from, "/2020/two.html#end") == two);
    CHECK(html::linked_piece(edition, from, "../../2020/two") == two);
    CHECK(html::linked_piece(edition, *two, "../2019/december/one%20film.md") == &from);
    CHECK(html::linked_piece(edition, from, "../../2020/two.jpg") == nullptr);
    CHECK(html::linked_piece(edition, from, "../../../two.md") == nullptr);
    CHECK(html::linked_piece(edition, from, "https://example.org/2020/two.md") == nullptr);
    CHECK(html::linked_piece(edition, from, "#x") == nullptr);
}
