#include "unit/compose/pieces.h"

#include <tuple>

using namespace halfstar;
using namespace made;

namespace {

Inline link_to(std::string url) { return {Link{std::move(url), "", {Inline{Text{"there"}, {}}}, "stale"}, {3, 7, 9}}; }

/// A piece in a folder whose one paragraph is a link.
Piece linking(std::string url) {
    Piece made = piece("reviews/2019/here.md", "Here");
    made.body = {Block{Paragraph{{link_to(std::move(url))}}, {}, 0}};
    return made;
}

std::vector<Piece> shelf(Piece first) {
    Piece stalker = piece("reviews/2019/stalker.md", "Stalker"),
          mirror = piece("reviews/The Mirror.markdown", "Mirror");
    stalker.key = "reviews-2019-stalker";
    mirror.key = "reviews-the-mirror";
    return {std::move(first), std::move(stalker), std::move(mirror)};
}

std::string found_in(const Piece& piece) {
    const auto& paragraph = std::get<Paragraph>(piece.body.front().node);
    return std::get<Link>(paragraph.inlines.front().node).piece;
}

} // namespace

TEST_CASE("a link to another piece's file, page or key finds the piece") {
    const std::tuple<const char*, const char*> table[] = {
        {"stalker.md", "reviews-2019-stalker"},
        {"./stalker.md", "reviews-2019-stalker"},
        {"stalker", "reviews-2019-stalker"},
        {"stalker.html", "reviews-2019-stalker"},
        {"stalker.md#end", "reviews-2019-stalker"},
        {"stalker.md?x=1", "reviews-2019-stalker"},
        {"stalker/", "reviews-2019-stalker"},
        {"../2019/stalker.md", "reviews-2019-stalker"},
        {"../The%20Mirror.markdown", "reviews-the-mirror"},
        {"../The Mirror", "reviews-the-mirror"},
        {"/reviews/The%20Mirror", "reviews-the-mirror"},
        {"reviews-the-mirror", "reviews-the-mirror"},
        {"./reviews-the-mirror", "reviews-the-mirror"},
        {"here.md", "here"},
        {"", ""},
        {"#end", ""},
        {"solaris", ""},
        {"still.jpg", ""},
        {"%zz", ""},
        {"%FF%FE", ""},
        {"..", ""},
        {"https://example.org/stalker.md", ""},
        {"//example.org/stalker.md", ""},
        {"mailto:stalker.md", ""},
    };
    for (const auto& [url, key] : table) {
        const std::string shown_url(url);
        CAPTURE(shown_url);
        CHECK(found_in(issue_of(shelf(linking(url))).pieces[0]) == key);
    }
}

TEST_CASE("in an issue a link to a review that is not there is reported at its place") {
    const std::pair<const char*, const char*> table[] = {
        {"stalkr.md",
         "dead-link: the link leads nowhere: 'reviews/2019/stalkr.md' | did you mean 'reviews/2019/stalker.md'?\n"},
        {"/solaris.txt", "dead-link: the link leads nowhere: 'solaris.txt'\n"},
        {"../../../../x.md", "dead-link: the link leads nowhere: '../../../../x.md'\n"},
    };
    for (const auto& [url, words] : table) {
        const std::string shown_url(url);
        CAPTURE(shown_url);
        Diagnostics diagnostics;
        CHECK(found_in(issue_of(shelf(linking(url)), {}, diagnostics).pieces[0]).empty());
        CHECK(said(diagnostics) == words);
        CHECK(diagnostics.all()[0].span == Span{3, 7, 9});
        Diagnostics of_none;
        compose(shelf(linking(url)), {}, of_none);
        CHECK(of_none.empty());
    }
}

TEST_CASE("links are found wherever they stand, and lead to the key that is given in the end") {
    Piece first = linking("stalker.md");
    first.summary = {link_to("stalker.md")};
    first.epigraph = Epigraph{{link_to("stalker.md")}, {link_to("stalker.md")}, 0, {}};
    first.notes = {
        {"1", {Block{Paragraph{{Inline{Styled{TextStyle::strong, {link_to("stalker.md")}}, {}}}}, {}, 0}}, {}}};
    std::vector<Piece> pieces = shelf(first);
    pieces[1].key = first.key;
    const Edition edition = issue_of(pieces);
    const Piece& made = edition.pieces[0];
    CHECK(std::get<Link>(made.summary[0].node).piece == "here-2");
    CHECK(std::get<Link>(made.epigraph->words[0].node).piece == "here-2");
    CHECK(std::get<Link>(made.epigraph->source[0].node).piece == "here-2");
    const auto& strong = std::get<Styled>(std::get<Paragraph>(made.notes[0].blocks[0].node).inlines[0].node);
    CHECK(std::get<Link>(strong.children[0].node).piece == "here-2");
}

TEST_CASE("the letter links and is linked to, and has a key of its own") {
    IssueSettings issue;
    ComposeSettings settings;
    settings.issue = &issue;
    settings.letter = linking("stalker.md");
    settings.letter->path = "reviews/2019/letter.md";
    settings.about = piece("about.md", "About");
    Diagnostics diagnostics;
    const Edition edition = compose(shelf(linking("letter.md")), settings, diagnostics);
    CHECK(diagnostics.empty());
    CHECK(edition.letter->key == "here-2");
    CHECK(found_in(*edition.letter) == "reviews-2019-stalker");
    CHECK(found_in(edition.pieces[0]) == "here-2");
    CHECK(edition.letter->body[0].ordinal == 1);
    CHECK(edition.letter->language == "en");
    CHECK(edition.about->key == "about");
}

TEST_CASE("a vault's link finds a piece by its file or its title, and is else its words") {
    const std::tuple<const char*, const char*, const char*> table[] = {
        {"[[stalker]]", "reviews-2019-stalker", "reviews-2019-stalker"},
        {"[[The Mirror]]", "reviews-the-mirror", "reviews-the-mirror"},
        {"[[Mirror#The End]]", "reviews-the-mirror", "reviews-the-mirror#The End"},
    };
    for (const auto& [url, key, address] : table) {
        const std::string shown_url(url);
        CAPTURE(shown_url);
        const Edition edition = issue_of(shelf(linking(url)));
        CHECK(found_in(edition.pieces[0]) == key);
        const auto& paragraph = std::get<Paragraph>(edition.pieces[0].body.front().node);
        CHECK(std::get<Link>(paragraph.inlines.front().node).url == address);
    }
    const Edition edition = issue_of(shelf(linking("[[Solaris]]")));
    const auto& paragraph = std::get<Paragraph>(edition.pieces[0].body.front().node);
    CHECK(std::get<Text>(paragraph.inlines.front().node).text == "there");
}
