#include "backends/html/html.h"

#include "../collections.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

using SiteFiles = std::map<std::string, std::string, std::less<>>;

SiteFiles site_of(fake::Desk& desk) {
    MemorySink sink;
    const Result<void> written = html::write_site(desk.job(), sink, desk.diagnostics);
    REQUIRE(written);
    return sink.files;
}

bool has(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

std::string names(const SiteFiles& files) {
    std::string all;
    for (const auto& [path, bytes] : files)
        all += path + "\n";
    return all;
}

} // namespace

TEST_CASE("a site is a page for each piece and each part, a feed and a style sheet") {
    fake::Desk desk = fake::collection_desk();
    CHECK(names(site_of(desk)) == "about.html\nfeed.json\nfeed.xml\nfilms.html\nindex.html\nletter.html\nnumbers.html\npeople.html\npeople/andrei-tarkovsky.html\n"
                                  "reviews/mirror.html\nreviews/solaris.html\nreviews/stalker.html\nsite.js\nstyle.css\n");
    CHECK(desk.diagnostics.empty());
}

TEST_CASE("where somebody waits for some pages, these alone are sent, and are the same") {
    fake::Desk desk = fake::collection_desk();
    const SiteFiles files = site_of(desk);
    Job job = desk.job();
    job.awaited = {"stalker", "solaris"};
    MemorySink sink;
    REQUIRE(html::write_site(job, sink, desk.diagnostics));
    CHECK(names(sink.files) == "reviews/solaris.html\nreviews/stalker.html\n");
    for (const auto& [path, bytes] : sink.files) CHECK(files.at(path) == bytes);
}

TEST_CASE("parts that an edition leaves out are left out of its site") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.parts = {IssuePart::cover, IssuePart::people, IssuePart::reviews, IssuePart::colophon};
    const SiteFiles files = site_of(desk);
    CHECK(names(files) == "feed.json\nfeed.xml\nindex.html\npeople.html\npeople/andrei-tarkovsky.html\nreviews/mirror.html\nreviews/solaris.html\n"
                          "reviews/stalker.html\nsite.js\nstyle.css\n");
    CHECK(has(files.at("reviews/mirror.html"), "a planet</a>a lettergone"));
    CHECK(fake::broken_links(files).empty());
}

TEST_CASE("every link of a site leads somewhere, and no id stands twice on a page") {
    fake::Desk desk = fake::collection_desk();
    Piece& piece = desk.edition.pieces[1];
    piece.pictures = {fake::add_picture(desk.pictures, "zone.png", 90)};
    for (const Block& block : fake::everything(0))
        piece.body.push_back(block);
    piece.notes = fake::two_notes();
    const SiteFiles files = site_of(desk);
    CHECK(names(files).find("pictures/zone-") != std::string::npos);
    const std::vector<std::string> broken = fake::broken_links(files);
    CHECK_MESSAGE(broken.empty(), (broken.empty() ? std::string() : broken.front()));
}

TEST_CASE("the first page lists the pieces in their sections") {
    fake::Desk desk = fake::collection_desk();
    const std::string page = site_of(desk).at("index.html");
    for (const char* part :
         {"<title>Row C</title>", "<link rel=\"stylesheet\" href=\"style.css\">", "<h1>Row C</h1>",
          "<p class=\"subtitle\">Three films &amp; a letter</p>", "<p class=\"issue\">Number 4 · 31 December 2019 · 3 reviews</p>",
          "<h2 id=\"section-spring\">Spring</h2>\n<p class=\"extent\">March to May</p>\n<p class=\"count\">2 reviews</p>",
          "<p class=\"count\">1 review</p>",
          "<p class=\"film\"><a class=\"p-name u-url\" href=\"reviews/mirror.html\">Mirror</a> <span class=\"year\">1975</span></p>\n"
          "<p class=\"director\">Andrei Tarkovsky</p>\n<p class=\"day\"><time class=\"dt-published\" datetime=\"2019-04-03\">"
          "<span class=\"number\">3</span> <span class=\"month\">April 2019</span></time></p>",
          "aria-label=\"5 out of 5\"", "<a href=\"index.html\" aria-current=\"page\">All reviews</a>",
          "<a href=\"letter.html\">The editor’s letter</a>", "<a class=\"skip\" href=\"#main\">"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
}

TEST_CASE("the first page has what its script needs, and the script before the list") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.pieces[0].works[0].original_title = "Сталкер";
    const SiteFiles files = site_of(desk);
    const std::string& page = files.at("index.html");
    for (const char* part :
         {"<div class=\"filter\" data-find=\"Title or director\" data-film-year=\"Year of film\"", "data-shown=\"{1} of {2} reviews\"",
          "</div>\n<script src=\"site.js\"></script>", "<li class=\"h-entry\" data-title=\"0\" data-director=\"0\" data-year=\"1975\" data-rating=\"1000\">",
          "data-title=\"1\" data-director=\"0\" data-year=\"1972\" data-rating=\"600\">", "data-words=\"Сталкер\">"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
    CHECK(page.find("site.js") < page.find("class=\"reviews\""));
    CHECK_FALSE(has(files.at("reviews/mirror.html"), "site.js"));
}

TEST_CASE("a site of one review has nothing to look for") {
    fake::Desk desk({fake::review()});
    const SiteFiles files = site_of(desk);
    CHECK_FALSE(files.contains("site.js"));
    CHECK_FALSE(has(files.at("index.html"), "<script src"));
}

TEST_CASE("pieces that are not grouped stand in one list under a heading for those who need it") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.sections.clear();
    const std::string page = site_of(desk).at("index.html");
    CHECK(has(page, "<h2 class=\"unseen\">Reviews</h2>\n<ol class=\"reviews\">"));
}

TEST_CASE("a review's page leads to the ones before and after it and to its section") {
    fake::Desk desk = fake::collection_desk();
    const SiteFiles files = site_of(desk);
    const std::string& page = files.at("reviews/mirror.html");
    for (const char* part :
         {"<title>Mirror (1975) · Row C</title>", "<link rel=\"stylesheet\" href=\"../style.css\">",
          "<h1 class=\"title p-name\" id=\"piece-mirror__title\">",
          "<p class=\"prev\"><span class=\"which\">Previous</span> <a rel=\"prev\" href=\"stalker.html\">Stalker</a></p>",
          "<p class=\"section\"><a href=\"../index.html#section-spring\">Spring</a></p>",
          "<span class=\"which\">Next</span> <a rel=\"next\" href=\"solaris.html\">Solaris</a>",
          "<a href=\"stalker.html#piece-stalker_the-room\">a room</a><a href=\"solaris.html\">a planet</a>"
          "<a href=\"../letter.html\">a letter</a>gone",
          "\"@type\":\"Review\"", "<a href=\"../feed.xml\">Feed</a>"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
    CHECK_FALSE(has(files.at("reviews/stalker.html"), "class=\"prev\""));
    CHECK_FALSE(has(files.at("letter.html"), "class=\"neighbours\""));
}

TEST_CASE("the day of publication is marked once, at the head or at the foot") {
    fake::Desk desk = fake::collection_desk();
    Piece& piece = desk.edition.pieces[1];
    piece.published = Fact<Date>{fake::date(2019, 4, 5), {}};
    const auto days = [&] { return fake::attributes(site_of(desk).at("reviews/mirror.html"), "datetime"); };
    CHECK(days() == std::vector<std::string>{"2019-04-03", "2019-04-05"});
    CHECK(has(site_of(desk).at("reviews/mirror.html"), "<time datetime=\"2019-04-03\">"));
    CHECK(has(site_of(desk).at("reviews/mirror.html"), "<time class=\"dt-published\" datetime=\"2019-04-05\">"));
    piece.seen.reset();
    CHECK(days() == std::vector<std::string>{"2019-04-05"});
    CHECK(has(site_of(desk).at("reviews/mirror.html"), "<time class=\"dt-published\" datetime=\"2019-04-05\">"));
}

TEST_CASE("a picture is one file, whichever pages show it") {
    fake::Desk desk = fake::collection_desk();
    const Picture picture = fake::add_picture(desk.pictures, "The Zone.png", 90);
    for (Piece& piece : desk.edition.pieces) {
        piece.pictures = {picture};
        piece.body = {fake::block(Figure{fake::image("the Zone", 0), {}, 0})};
    }
    const SiteFiles files = site_of(desk);
    CHECK(desk.pictures.asked.size() == 1);
    std::string path;
    for (const auto& [name, bytes] : files)
        if (name.starts_with("pictures/")) path = name;
    CHECK(path.starts_with("pictures/the-zone-"));
    CHECK(files.at(path) == desk.pictures.files.at(picture.path));
    CHECK(has(files.at("reviews/solaris.html"), "<img src=\"../" + path + "\" alt=\"the Zone\""));
    CHECK(fake::broken_links(files).empty());
}

TEST_CASE("a picture whose bytes are gone is a failure of the site") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.pieces[0].pictures = {fake::add_picture(desk.pictures, "zone.png", 90)};
    desk.edition.pieces[0].body = {fake::block(Figure{fake::image("the Zone", 0), {}, 0})};
    desk.pictures.files.clear();
    MemorySink sink;
    const Result<void> written = html::write_site(desk.job(), sink, desk.diagnostics);
    REQUIRE_FALSE(written);
    CHECK(written.error().message == "gone: /stills/zone.png");
}

TEST_CASE("pages have canonical addresses and feeds absolute ones only when the site has an address") {
    fake::Desk desk = fake::collection_desk();
    SiteFiles files = site_of(desk);
    CHECK_FALSE(has(files.at("reviews/mirror.html"), "canonical"));
    desk.edition.url = "https://example.org/zine";
    files = site_of(desk);
    CHECK(has(files.at("index.html"), "<link rel=\"canonical\" href=\"https://example.org/zine/\">"));
    CHECK(has(files.at("reviews/mirror.html"), "<link rel=\"canonical\" href=\"https://example.org/zine/reviews/mirror.html\">"));
    CHECK(has(files.at("reviews/mirror.html"), "\"url\":\"https://example.org/zine/reviews/mirror.html\""));
    CHECK(has(files.at("feed.xml"), "<id>https://example.org/zine/reviews/mirror.html</id>"));
    CHECK(has(files.at("feed.xml"), "href=\"https://example.org/zine/feed.xml\""));
    CHECK(has(files.at("feed.json"), "\"feed_url\":\"https://example.org/zine/feed.json\""));
    CHECK(has(files.at("feed.json"), "\"url\":\"https://example.org/zine/reviews/mirror.html\""));
}

TEST_CASE("a site map lists every page of a site that has an address") {
    fake::Desk desk = fake::collection_desk();
    CHECK_FALSE(site_of(desk).contains("sitemap.xml"));
    desk.edition.url = "https://example.org/zine?a=b";
    const SiteFiles files = site_of(desk);
    const std::string& map = files.at("sitemap.xml");
    CHECK(has(map, "<url><loc>https://example.org/zine/</loc></url>"));
    for (const auto& [path, bytes] : files) {
        CAPTURE(path);
        CHECK(has(map, "<loc>https://example.org/zine/" + path + "</loc>") == (path.ends_with(".html") && path != "index.html"));
    }
}

TEST_CASE("a picture to be shown with links is written and named by pages when the site has an address") {
    fake::Desk desk = fake::collection_desk();
    desk.cover = Cover{fake::painted("the banner"), 1200, 630, "Row C"};
    SiteFiles files = site_of(desk);
    CHECK_FALSE(files.contains("banner.png"));
    CHECK_FALSE(has(files.at("index.html"), "og:image"));
    desk.edition.url = "https://example.org/zine";
    files = site_of(desk);
    CHECK(files.at("banner.png") == "the banner");
    for (const char* path : {"index.html", "reviews/mirror.html", "people/andrei-tarkovsky.html"})
        CHECK(has(files.at(path), "<meta property=\"og:image\" content=\"https://example.org/zine/banner.png\">\n"
                                  "<meta property=\"og:image:width\" content=\"1200\">\n<meta property=\"og:image:height\" content=\"630\">\n"
                                  "<meta property=\"og:image:alt\" content=\"Row C\">"));
}

TEST_CASE("the index of people gives each role, and leads to the reviews") {
    fake::Desk desk = fake::collection_desk();
    const SiteFiles files = site_of(desk);
    CHECK(has(files.at("people.html"),
              "<h2 id=\"people_1\">T</h2>\n<ul class=\"entries\">\n<li><span class=\"term\"><a href=\"people/andrei-tarkovsky.html\">Tarkovsky, Andrei</a></span>\n"
              "<ul class=\"sub-entries\">\n<li><span class=\"role\">directed</span><ul>"
              "<li><a href=\"reviews/stalker.html\">Stalker</a></li><li><a href=\"reviews/mirror.html\">Mirror</a></li>"
              "<li><a href=\"reviews/solaris.html\">Solaris</a></li></ul></li>\n"
              "<li><span class=\"role\">written</span><ul><li><a href=\"reviews/mirror.html\">Mirror</a></li></ul></li>\n</ul></li>"));
    const std::string& films = files.at("films.html");
    CHECK(has(films, "<li><a href=\"#films_1\">M</a></li>\n<li><a href=\"#films_2\">S</a></li>"));
    CHECK(has(films, "<span class=\"term\"><a href=\"reviews/solaris.html\">Solaris</a></span> "
                     "<span class=\"facts\">1972, Andrei Tarkovsky</span>"));
}

TEST_CASE("a person whose roles all lead to the same reviews has them said behind the film") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.people.front().references = {{{1, 0}, {Role::director, Role::writer}}};
    CHECK(has(site_of(desk).at("people.html"),
              "<ul><li><a href=\"reviews/mirror.html\">Mirror</a> <span class=\"roles\">directed, written</span></li></ul>"));
}

TEST_CASE("the decades of films are a chart when there are several") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.statistics.decades = {{1970, 3}};
    CHECK_FALSE(has(site_of(desk).at("numbers.html"), "chart-decades"));
    desk.edition.statistics.decades = {{1970, 2}, {1980, 0}, {1990, 1}};
    const std::string page = site_of(desk).at("numbers.html");
    for (const char* words : {"<h2 id=\"numbers_decades\">Decades</h2>", "Films by decade.", "1970s", "1990s"}) {
        CAPTURE(words);
        CHECK(has(page, words));
    }
}

TEST_CASE("notes on contributors and picture credits are pages where there are any") {
    fake::Desk desk = fake::collection_desk();
    CHECK_FALSE(site_of(desk).contains("contributors.html"));
    desk.edition.contributor_notes = {{"Joss Farrow", "sells the tickets"}, {"Ada Pell", ""}};
    desk.edition.picture_credits = {{"Lamplight", "Lamplight", "L", {{{1, 0}, {}}}}};
    const SiteFiles files = site_of(desk);
    CHECK(has(files.at("contributors.html"), "<li><span class=\"name\">Joss Farrow</span> <span class=\"about\">sells the tickets</span></li>\n"
                                               "<li><span class=\"name\">Ada Pell</span></li>"));
    CHECK(has(files.at("picture-credits.html"),
              "<span class=\"term\">Lamplight</span>\n<ul><li><a href=\"reviews/mirror.html\">Mirror</a></li></ul>"));
    CHECK(has(files.at("index.html"), "<a href=\"contributors.html\">Notes on contributors</a>"));
}

TEST_CASE("a film reviewed twice leads to both reviews by their days") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.films = {{"Stalker", "Stalker", "S", {{{0, 0}, {}}, {{1, 0}, {}}, {{9, 0}, {}}}}};
    const std::string films = site_of(desk).at("films.html");
    CHECK(has(films, "<span class=\"term\">Stalker</span> <a href=\"reviews/stalker.html\">17 December 2019</a>"));
    CHECK(has(films, "<a href=\"reviews/mirror.html\">3 April 2019</a>"));
}

TEST_CASE("the same edition gives the same site") {
    fake::Desk a = fake::collection_desk(), b = fake::collection_desk();
    CHECK(site_of(a) == site_of(b));
}

TEST_CASE("the index of a site in a language without a locale is in English and says so") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.language = "nl";
    const SiteFiles files = site_of(desk);
    CHECK(has(files.at("index.html"), "<html lang=\"nl\">"));
    CHECK(has(files.at("index.html"), "<p class=\"count\" lang=\"en\">2 reviews</p>"));
    CHECK(has(files.at("numbers.html"), "<h1 class=\"title\" id=\"numbers_title\" lang=\"en\">The year in numbers</h1>"));
}

TEST_CASE("a page of everything has its sections in its contents, the letter first") {
    fake::Desk desk = fake::collection_desk();
    const std::string page = desk.write(html::write);
    CHECK(has(page, "<ol>\n<li><a href=\"#piece-letter\">Before the lights go</a></li>\n<li>\n<p class=\"section\">"
                    "<a href=\"#section-spring\">Spring</a> <span class=\"extent\">March to May</span></p>\n<ol>\n"
                    "<li><a href=\"#piece-stalker\">Stalker</a>"));
    CHECK(has(page, "<h2 class=\"section\" id=\"section-spring\">Spring</h2>"));
    CHECK(has(page, "<h3 class=\"title p-name\" id=\"piece-stalker__title\">"));
    CHECK(has(page, "<h2 class=\"title long p-name\" id=\"piece-letter__title\">"));
    CHECK(has(page, "<a href=\"#piece-stalker_the-room\">a room</a><a href=\"#piece-solaris\">a planet</a>"));
    CHECK(page.find("id=\"piece-letter\"") < page.find("id=\"section-spring\""));
    CHECK(page.find("id=\"piece-solaris\"") < page.find("id=\"piece-about\""));
    desk.edition.pieces[1].body.clear(); // "gone.md" leads to a file beside the page, which is not ours to know
    CHECK(fake::broken_links({{"page.html", desk.write(html::write)}}).empty());
}
