#include "backends/html/html.h"

#include "../editions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

using namespace halfstar;

namespace {

bool has(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

std::size_t times(const std::string& page, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + part.size()))
        ++n;
    return n;
}

/// Every id in a page, in order.
std::vector<std::string> ids(const std::string& page) {
    std::vector<std::string> found;
    constexpr std::string_view start = " id=\"";
    for (std::size_t at = page.find(start); at != std::string::npos; at = page.find(start, at + 1)) {
        const std::size_t begin = at + start.size();
        found.push_back(page.substr(begin, page.find('"', begin) - begin));
    }
    return found;
}

fake::Desk full_desk() {
    fake::Desk desk({fake::review()});
    Piece& piece = desk.edition.pieces[0];
    piece.pictures = {fake::add_picture(desk.pictures, "zone.png", 90)};
    piece.body = fake::everything(0);
    piece.notes = fake::two_notes();
    return desk;
}

} // namespace

TEST_CASE("a review is one page with its facts in the head") {
    fake::Desk desk({fake::review()});
    desk.edition.pieces[0].summary = {fake::text("Three men & a railway.")};
    const std::string page = desk.write(html::write);
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
    CHECK(has(page, "<title>Stalker (1979)</title>"));
    CHECK(has(page, "<meta name=\"description\" content=\"Three men &amp; a railway.\">"));
    CHECK(has(page, "<meta property=\"og:type\" content=\"article\">"));
    CHECK(has(page, "<a class=\"skip\" href=\"#main\">Skip to the text</a>"));
    CHECK(has(page, "<h1 class=\"title p-name\" id=\"piece-stalker__title\"><cite class=\"p-item h-item\">Stalker</cite> "
                    "<span class=\"year\">1979</span></h1>"));
    CHECK(has(page, "Directed by Andrei Tarkovsky · Soviet Union · 162 min"));
    CHECK(has(page, "<span class=\"p-author h-card\">Ada Quill</span>"));
    CHECK(has(page, "<time class=\"dt-published\" datetime=\"2019-12-17\"><span class=\"number\">17</span> "
                    "<span class=\"month\">December 2019</span></time>"));
    CHECK(page.ends_with("</body>\n</html>\n"));
    CHECK(desk.diagnostics.empty());
}

TEST_CASE("a page has a canonical address only when the edition has one") {
    fake::Desk desk({fake::review()});
    CHECK_FALSE(has(desk.write(html::write), "canonical"));
    desk.edition.url = "https://example.org/stalker";
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<link rel=\"canonical\" href=\"https://example.org/stalker\">"));
    CHECK(has(page, "<meta property=\"og:url\" content=\"https://example.org/stalker\">"));
}

TEST_CASE("stars are drawn and spoken, and their values stand beside them") {
    fake::Desk desk({fake::review()});
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<data class=\"p-rating\" value=\"4.5\"><span class=\"stars\" role=\"img\" aria-label=\"4.5 out of 5"));
    CHECK(has(page, "<path d=\"M9.51 0L"));
    CHECK(has(page, "<data class=\"p-best\" value=\"5\"></data><data class=\"p-worst\" value=\"0\"></data>"));
}

TEST_CASE("a grade is its letter, and a rating on another scale is also said as written") {
    fake::Desk desk({fake::review()});
    Rating& rating = desk.edition.pieces[0].works[0].rating->value;
    rating = {"B+", RatingForm::letter, 1000, 100, 1300};
    CHECK(has(desk.write(html::write), ">B+</span></data>"));
    rating = {"7/10", RatingForm::number, 700, 0, 1000};
    const std::string page = desk.write(html::write);
    CHECK(has(page, "aria-label=\"7 out of 10"));
    CHECK(has(page, "<span class=\"written\" aria-hidden=\"true\">7/10</span>"));
}

TEST_CASE("every kind of block and inline has its element") {
    fake::Desk desk = full_desk();
    const std::string page = desk.write(html::write);
    for (const char* part :
         {"<p class=\"opening\">A <em>very</em> long \n<code>take &lt;1&gt;</code><br>\n<cite>Mirror</cite>", " &amp; ",
          "<a href=\"https://example.org/a?b=c&amp;d=e\" title=\"its title\">a link</a>",
          "<span lang=\"fr\">tant pis</span>", "<blockquote>\n<p>Quoted.</p>\n<p class=\"source\">Somebody</p>\n</blockquote>\n",
          "<ol start=\"3\">\n<li>third\n<ul>\n<li>inner</li>\n</ul>\n</li>\n<li>fourth</li>\n</ol>\n",
          "<pre><code class=\"language-c++\">if (a &lt; b)\n    stop();\n</code></pre>\n", "<hr>\n",
          "<caption>Others</caption>", "<th scope=\"col\" class=\"right\">Year</th>", "<td class=\"right\">1975</td>",
          "<figcaption>Seen from a trolley.</figcaption>", "<dt>Zone</dt>\n<dd>\n<p>A place.</p>\n</dd>\n",
          "<details class=\"spoiler\"><summary class=\"generated\">Spoiler</summary>\n<p>It was the dog.</p>\n</details>\n"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
}

TEST_CASE("headings are set in order below the title, whatever levels they were written at") {
    fake::Desk desk = full_desk();
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<h2 id=\"piece-stalker_what-they-take\">What they take</h2>"));
    CHECK(has(page, "<h2 id=\"piece-stalker_the-room\">The room</h2>"));
}

TEST_CASE("a note leads back to every place that refers to it") {
    fake::Desk desk = full_desk();
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<a class=\"noteref\" id=\"piece-stalker_ref_1\" href=\"#piece-stalker_note_1\" "
                    "role=\"doc-noteref\">1</a>"));
    CHECK(has(page, "id=\"piece-stalker_ref_1_2\""));
    CHECK(has(page, "<li id=\"piece-stalker_note_1\">\n<p>First note. <a class=\"back\" href=\"#piece-stalker_ref_1\""));
    CHECK(times(page, "href=\"#piece-stalker_ref_1_2\"") == 1);
    CHECK(times(page, "role=\"doc-backlink\"") == 3);
}

TEST_CASE("a note reference inside a link follows the link, since links do not nest") {
    fake::Desk desk({fake::review()});
    Piece& piece = desk.edition.pieces[0];
    piece.notes = {fake::two_notes()[0]};
    piece.body = {fake::paragraph(Inlines{{Link{"https://example.org", "", {fake::text("see"), fake::note(0), fake::link("https://b.example", "this")}, {}}, {}}})};
    CHECK(has(desk.write(html::write), "<a href=\"https://example.org\">seethis</a><a class=\"noteref\""));
}

TEST_CASE("a summary is a button, so its links are words and its notes follow") {
    fake::Desk desk({fake::review()});
    Piece& piece = desk.edition.pieces[0];
    piece.notes = {fake::two_notes()[0]};
    piece.body = {fake::block(Details{DetailsKind::aside, {fake::text("More"), fake::link("https://example.org", " here"), fake::note(0)}, 0, {fake::paragraph("In.")}})};
    CHECK(has(desk.write(html::write), "<summary>More here</summary>\n<p><a class=\"noteref\""));
}

TEST_CASE("no id stands twice on a page of several pieces") {
    std::vector<Piece> pieces;
    for (const char* key : {"stalker", "1917"}) {
        pieces.push_back(fake::review(key, key));
        pieces.back().body = fake::everything(std::nullopt);
        pieces.back().notes = fake::two_notes();
        pieces.back().body.push_back(fake::heading(2, "The room"));
        pieces.back().body.push_back(fake::heading(2, "Note 1"));
    }
    fake::Desk desk(std::move(pieces));
    std::vector<std::string> found = ids(desk.write(html::write));
    CHECK(found.size() > 20);
    std::sort(found.begin(), found.end());
    CHECK(std::adjacent_find(found.begin(), found.end()) == found.end());
}

TEST_CASE("notes are a landmark where there is one piece, and none among several") {
    fake::Desk one = full_desk();
    CHECK(times(one.write(html::write), "role=\"doc-endnotes\"") == 1);
    one.edition.pieces.push_back(fake::review("mirror", "Mirror"));
    CHECK(times(one.write(html::write), "role=\"doc-endnotes\"") == 0);
}

TEST_CASE("a page of several pieces begins with its contents") {
    fake::Desk desk({fake::review(), fake::review("mirror", "Mirror")});
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<h1>Row C</h1>"));
    CHECK(has(page, "<nav class=\"contents\" aria-label=\"Contents\">"));
    CHECK(has(page, "<li><a href=\"#piece-mirror\">Mirror</a> <span class=\"director\">Andrei Tarkovsky</span></li>"));
    CHECK(has(page, "<h2 class=\"title p-name\" id=\"piece-mirror__title\">"));
}

TEST_CASE("a picture stands in the page once, however often it is shown") {
    fake::Desk desk = full_desk(); // shows it twice
    const std::string page = desk.write(html::write);
    CHECK(times(page, "data:image/png;base64,") == 1);
    CHECK(times(page, "<use href=\"#picture-1\"></use>") == 2);
    CHECK(has(page, "role=\"img\" aria-label=\"the Zone\""));
    CHECK(desk.pictures.asked.size() == 1);
    desk.edition.pieces[0].body = {fake::block(Figure{fake::image("the Zone", 0), {}, 0})};
    CHECK(has(desk.write(html::write), "<img alt=\"the Zone\" width=\"40\" height=\"30\" src=\"data:image/png;base64,iVBOR"));
}

TEST_CASE("a lost picture is a frame with its words, else its file's name") {
    fake::Desk desk({fake::review()});
    desk.edition.pieces[0].body = {fake::block(Figure{fake::image("the Zone", std::nullopt), {}, 0}),
                                   fake::block(Figure{fake::image("", std::nullopt, "stills/the%20room.jpg?w=3"), {}, 0})};
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<span class=\"lost-picture\" role=\"img\" aria-label=\"the Zone\">the Zone</span>"));
    CHECK(has(page, "aria-label=\"the room.jpg\">the room.jpg</span>"));
}

TEST_CASE("a picture whose bytes are gone is a failure of the world") {
    fake::Desk desk = full_desk();
    desk.pictures.files.clear();
    MemorySink sink;
    const Result<void> written = html::write(desk.job(), sink, desk.diagnostics);
    REQUIRE_FALSE(written);
    CHECK(written.error().message == "gone: /stills/zone.png");
    CHECK(sink.files.empty());
}

TEST_CASE("nothing an author writes can leave its place") {
    const std::string evil = "</script></style><script>alert('\"&1')</script>";
    fake::Desk desk({fake::review("stalker", evil)});
    Piece& piece = desk.edition.pieces[0];
    piece.authors = {evil};
    piece.venue = piece.medium = piece.subtitle = evil;
    piece.tags = {evil};
    piece.works[0].original_title = piece.works[0].original_language = evil;
    piece.works[0].countries = {evil};
    piece.works[0].ids = {{"imdb", evil}, {"letterboxd", "javascript:" + evil}};
    piece.works[0].credits.push_back(fake::credit(Role::cast, evil, evil));
    piece.works[0].rating->value.written = evil;
    piece.summary = {fake::text(evil)};
    piece.epigraph = Epigraph{{fake::text(evil)}, {fake::text(evil)}, 0, {}};
    piece.body = {fake::paragraph(Inlines{fake::text(evil), fake::link("https://a.example/\"" + evil, evil, evil), {CodeSpan{evil}, {}},
                                          {Phrase{evil, Direction::inherit, {fake::text(evil)}}, {}}, {fake::image(evil, std::nullopt, evil), {}}}),
                  fake::block(CodeBlock{evil, evil})};
    desk.edition.publisher = desk.edition.rights = desk.edition.language = evil;
    desk.style.elements[0].family = evil;
    const std::string page = desk.write(html::write);
    CHECK(times(page, "<script") == 1);
    CHECK(times(page, "</script") == 1);
    CHECK(times(page, "</style") == 1);
    CHECK_FALSE(has(page, "javascript:"));
    CHECK(has(page, "&lt;/script&gt;"));
}

TEST_CASE("words that are not text for HTML become replacement characters") {
    fake::Desk desk({fake::review()});
    desk.edition.pieces[0].body = {fake::paragraph(std::string("a\x01") + "b\x7F" + "c\xC2\x85" + "d\xEF\xBF\xBF")};
    CHECK(has(desk.write(html::write), "a\uFFFDb\uFFFDc\uFFFDd\uFFFD"));
}

TEST_CASE("raw HTML that the tree still holds passes as written") {
    fake::Desk desk({fake::review()});
    desk.edition.pieces[0].body = {fake::block(RawBlock{"<video controls></video>"}),
                                   fake::paragraph(Inlines{{RawInline{"<wbr>"}, {}}})};
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<video controls></video>\n<p><wbr>"));
}

TEST_CASE("a piece in another language and direction says so, and so do our words in it") {
    Piece piece = fake::review("kafr", "كفرناحوم");
    piece.language = "ar";
    piece.direction = Direction::right_to_left;
    piece.body = {fake::block(Details{DetailsKind::aside, {}, 0, {fake::paragraph("نص")}})};
    fake::Desk desk({piece, fake::review()});
    const std::string page = desk.write(html::write);
    CHECK(has(page, "aria-labelledby=\"piece-kafr__title\" lang=\"ar\" dir=\"rtl\">"));
    CHECK(has(page, "<summary class=\"generated\" lang=\"en\" dir=\"ltr\">Details</summary>"));
    CHECK(has(page, "<a lang=\"ar\" dir=\"rtl\" href=\"#piece-kafr\">"));
}

TEST_CASE("an original title is marked with its own language") {
    fake::Desk desk({fake::review()});
    desk.edition.pieces[0].works[0].original_title = "Сталкер";
    desk.edition.pieces[0].works[0].original_language = "ru";
    CHECK(has(desk.write(html::write), "<p class=\"original\"><cite lang=\"ru\" dir=\"auto\">Сталкер</cite></p>"));
}

TEST_CASE("credits stand under their trades, and players beside their parts") {
    fake::Desk desk({fake::review()});
    auto& credits = desk.edition.pieces[0].works[0].credits;
    credits.push_back(fake::credit(Role::writer, "Arkady Strugatsky"));
    credits.push_back(fake::credit(Role::writer, "Boris Strugatsky"));
    credits.push_back(fake::credit(Role::cast, "Alisa Freindlich", "The wife"));
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<dd>Arkady Strugatsky</dd><dd>Boris Strugatsky</dd></div>"));
    CHECK(has(page, "<div><dt>The wife</dt><dd>Alisa Freindlich</dd></div>"));
    credits.back().character.clear();
    CHECK(has(desk.write(html::write), "<ul>\n<li>Alisa Freindlich</li>\n</ul>"));
}

TEST_CASE("the same edition gives the same bytes") {
    fake::Desk a = full_desk(), b = full_desk();
    CHECK(a.write(html::write) == b.write(html::write));
}

TEST_CASE("an essay without a film, a day or an author is a page all the same") {
    Piece piece;
    piece.key = "on-queues";
    piece.language = "en";
    piece.kind = PieceKind::essay;
    piece.title.value = "On queues";
    fake::Desk desk({piece});
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<h1 class=\"title p-name\" id=\"piece-on-queues__title\">On queues</h1>"));
    CHECK(has(page, "\"@type\":\"Article\""));
    CHECK_FALSE(has(page, "class=\"side\""));
    CHECK_FALSE(has(page, "class=\"body"));
}
