#include "backends/html/directors.h"

#include "backends/html/html.h"

#include "../collections.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

using SiteFiles = std::map<std::string, std::string, std::less<>>;

SiteFiles site_of(fake::Desk& desk) {
    MemorySink sink;
    REQUIRE(html::write_site(desk.job(), sink, desk.diagnostics));
    CHECK(fake::broken_links(sink.files).empty());
    return sink.files;
}

bool has(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

IndexEntry director(const std::string& name) { return {name, name, "A", {{{0, 0}, {Role::director}}}}; }

} // namespace

TEST_CASE("a director has a page with the films, and the index and credit lines lead to it") {
    fake::Desk desk = fake::collection_desk();
    const SiteFiles files = site_of(desk);
    const std::string& page = files.at("people/andrei-tarkovsky.html");
    for (const char* part : {"<title>Andrei Tarkovsky · Row C</title>", "<h1 class=\"title\">Andrei Tarkovsky</h1>\n<p class=\"films\">3 films</p>",
                             "href=\"../reviews/stalker.html\">Stalker</a>", "href=\"../reviews/mirror.html\">Mirror</a>", "aria-label=\"3 out of 5\"",
                             "<p class=\"way\"><a href=\"../people.html\">Index of people</a></p>"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
    CHECK(has(files.at("people.html"), "<a href=\"people/andrei-tarkovsky.html\">Tarkovsky, Andrei</a>"));
    CHECK(has(files.at("reviews/mirror.html"), "Directed by <a href=\"../people/andrei-tarkovsky.html\">Andrei Tarkovsky</a>"));
}

TEST_CASE("a director's page says what the person did of a film by somebody else") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.people.front().references[2].roles = {Role::writer, Role::cast};
    const std::string page = site_of(desk).at("people/andrei-tarkovsky.html");
    CHECK(has(page, "<p class=\"roles\">written, with</p>"));
    CHECK(page.find("class=\"roles\"") == page.rfind("class=\"roles\""));
}

TEST_CASE("who did other things alone has no page, and neither has anybody without an index of people") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.people.push_back({"Artemyev, Eduard", "Eduard Artemyev", "A", {{{0, 0}, {Role::composer}}}});
    CHECK_FALSE(site_of(desk).contains("people/eduard-artemyev.html"));
    desk.edition.parts = {IssuePart::reviews};
    const SiteFiles files = site_of(desk);
    CHECK_FALSE(files.contains("people/andrei-tarkovsky.html"));
    CHECK(has(files.at("reviews/mirror.html"), "Directed by Andrei Tarkovsky"));
}

TEST_CASE("pages of people have names that no other page and no system has") {
    Edition edition;
    edition.people = {director("Con"), director("A B"), director("A-B"), director("★"), director("Lpt1"), director(std::string(300, 'x'))};
    const html::Directors directors(edition);
    CHECK(directors.path_of("Con") == "people/person-con.html");
    CHECK(directors.path_of("A B") == "people/a-b.html");
    CHECK(directors.path_of("A-B") == "people/a-b-2.html");
    CHECK(directors.path_of("★") == "people/person.html");
    CHECK(directors.path_of("Lpt1") == "people/person-lpt1.html");
    CHECK(directors.path_of(std::string(300, 'x')).size() < 100);
    CHECK(directors.path_of("Nobody").empty());
}
