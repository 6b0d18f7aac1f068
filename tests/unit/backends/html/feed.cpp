#include "backends/html/html.h"

#include "../collections.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

std::string feed_of(fake::Desk& desk) {
    MemorySink sink;
    REQUIRE(html::write_site(desk.job(), sink, desk.diagnostics));
    return sink.files.at("feed.xml");
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++n;
    return n;
}

} // namespace

TEST_CASE("a feed names itself, its site and its author") {
    fake::Desk desk = fake::collection_desk();
    CHECK(feed_of(desk).starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                                    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
                                    "<id>urn:uuid:"));
    CHECK(has(feed_of(desk), "</id>\n<title>Row C</title>\n<subtitle>Three films &amp; a letter</subtitle>\n<updated>2019-12-17T00:00:00Z</updated>\n"
                                    "<link rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"/>\n"
                                    "<link rel=\"alternate\" type=\"text/html\" href=\"index.html\"/>\n"
                                    "<author><name>Ada Quill</name></author>\n"));
}

TEST_CASE("the newest piece stands first in a feed") {
    fake::Desk desk = fake::collection_desk();
    const std::string feed = feed_of(desk);
    CHECK(times(feed, "<entry>") == 3);
    CHECK(feed.find("<title>Stalker (1979)") < feed.find("<title>Solaris (1972)"));
    CHECK(feed.find("<title>Solaris (1972)") < feed.find("<title>Mirror (1975)"));
}

TEST_CASE("an entry has its times, its words and a link to its page") {
    fake::Desk desk = fake::collection_desk();
    Piece& piece = desk.edition.pieces[1];
    piece.tags = {"memory", " "};
    piece.summary = {fake::text("A childhood.")};
    piece.published = Fact<Date>{fake::date(2019, 4, 5), {}};
    piece.published->value.time = "19:30";
    piece.published->value.offset = "+01:00";
    const std::string feed = feed_of(desk);
    CHECK(has(feed, "<link rel=\"alternate\" type=\"text/html\" href=\"reviews/mirror.html\"/>\n"
                    "<published>2019-04-05T19:30:00+01:00</published>\n<updated>2019-04-05T19:30:00+01:00</updated>\n"
                    "<author><name>Ada Quill</name></author>\n<category term=\"memory\"/>\n<summary>A childhood.</summary>\n"
                    "<content type=\"html\">&lt;p&gt;5 out of 5&lt;/p&gt;\n&lt;p&gt;The Zone breathes.&lt;/p&gt;\n"));
    CHECK(has(feed, "href=&quot;reviews/stalker.html#piece-stalker_the-room&quot;"));
    CHECK(has(feed, "href=&quot;reviews/stalker.html#piece-stalker_note_1&quot;"));
}

TEST_CASE("entries have ids of their own that stay the same") {
    fake::Desk desk = fake::collection_desk();
    const std::string feed = feed_of(desk);
    CHECK(times(feed, "<id>urn:uuid:") == 4);
    CHECK(feed == feed_of(desk));
    const std::size_t first = feed.find("<id>", feed.find("<entry>")), second = feed.find("<id>", first + 1);
    CHECK(feed.substr(first, 49) != feed.substr(second, 49));
}

TEST_CASE("ids do not follow the words of the pieces") {
    fake::Desk a = fake::collection_desk(), b = fake::collection_desk();
    b.edition.pieces[0].body.clear();
    b.edition.identifier = "urn:uuid:00000000-0000-8000-8000-000000000000";
    const auto ids = [](const std::string& feed) {
        std::string all;
        for (std::size_t at = feed.find("<id>"); at != std::string::npos; at = feed.find("<id>", at + 1))
            all += feed.substr(at, 49) + "\n";
        return all;
    };
    CHECK(ids(feed_of(a)) == ids(feed_of(b)));
    b.edition.title = "Row D";
    CHECK(ids(feed_of(a)) != ids(feed_of(b)));
}

TEST_CASE("a JSON feed says what the Atom feed says") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.pieces[1].tags = {"memory"};
    desk.edition.pieces[1].language = "ru";
    MemorySink sink;
    REQUIRE(html::write_site(desk.job(), sink, desk.diagnostics));
    const std::string& feed = sink.files.at("feed.json");
    CHECK(feed.starts_with("{\"version\":\"https://jsonfeed.org/version/1.1\",\n\"title\":\"Row C\",\n"
                           "\"description\":\"Three films & a letter\",\n\"language\":\"en\",\n\"authors\":[{\"name\":\"Ada Quill\"}],\n"
                           "\"items\":[{\"id\":\"urn:uuid:"));
    CHECK_FALSE(has(feed, "\"url\""));
    CHECK(times(feed, "\"id\":") == 3);
    CHECK(has(feed, "\"title\":\"Mirror (1975)\",\n\"language\":\"ru\",\n\"date_published\":\"2019-04-03T00:00:00Z\",\n"
                    "\"authors\":[{\"name\":\"Ada Quill\"}],\n\"tags\":[\"memory\"],\n\"content_html\":\""));
}

TEST_CASE("a piece without a day takes the build's time") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.pieces[0].seen.reset();
    const std::string feed = feed_of(desk);
    CHECK(times(feed, "<published>") == 2);
    CHECK(feed.find("<title>Mirror (1975)") < feed.find("<title>Stalker (1979)"));
    CHECK(has(feed, "reviews/stalker.html\"/>\n<updated>2019-12-17T00:00:00Z</updated>"));
}

TEST_CASE("a feed holds the newest fifty pieces") {
    std::vector<Piece> pieces;
    for (int i = 0; i < 60; ++i)
        pieces.push_back(fake::review("film-" + std::to_string(i), "Film " + std::to_string(i)));
    fake::Desk desk(std::move(pieces));
    CHECK(times(feed_of(desk), "<entry>") == 50);
}
