#include "backends/epub/epub.h"

#include "../collections.h"
#include "zip_listing.h"

#include <doctest/doctest.h>
#include <pugixml.hpp>

using namespace halfstar;

namespace {

using Parts = std::map<std::string, std::string, std::less<>>;

Parts parts_of(fake::Desk& desk) {
    Parts parts;
    for (const fake::ZipEntry& entry : fake::list_zip(desk.write(epub::write)))
        parts[entry.path] = entry.text;
    return parts;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Ids of the spine, a line each.
std::string spine(const Parts& parts) {
    pugi::xml_document package;
    REQUIRE(package.load_string(parts.at("EPUB/package.opf").c_str()));
    std::string ids;
    for (const pugi::xpath_node& node : package.select_nodes("//itemref/@idref"))
        ids += std::string(node.attribute().value()) + " ";
    return ids;
}

} // namespace

TEST_CASE("a collection stands in its book in the order of its parts") {
    fake::Desk desk = fake::collection_desk();
    CHECK(spine(parts_of(desk)) == "title contents letter section-spring piece-stalker piece-mirror section-autumn "
                                   "piece-solaris numbers films people about colophon ");
    desk.edition.parts = {IssuePart::reviews, IssuePart::people, IssuePart::letter};
    CHECK(spine(parts_of(desk)) == "title contents section-spring piece-stalker piece-mirror section-autumn "
                                   "piece-solaris people letter colophon ");
}

TEST_CASE("every link of a book leads somewhere, and no id stands twice in a document") {
    fake::Desk desk = fake::collection_desk();
    desk.cover = Cover{fake::painted(fake::png_bytes(16, 24, 128)), 16, 24, "Row C"};
    Piece& piece = desk.edition.pieces[1];
    piece.pictures = {fake::add_picture(desk.pictures, "zone.png", 90)};
    for (const Block& block : fake::everything(0))
        piece.body.push_back(block);
    piece.notes = fake::two_notes();
    desk.edition.about->pictures = {fake::add_picture(desk.pictures, "us.png", 60)};
    desk.edition.about->body.push_back(fake::block(Figure{fake::image("us", 0), {}, 0}));
    const Parts parts = parts_of(desk);
    const std::vector<std::string> broken = fake::broken_links(parts);
    CHECK_MESSAGE(broken.empty(), (broken.empty() ? std::string() : broken.front()));
    for (const auto& part : parts) {
        const std::string &path = part.first, &text = part.second;
        if (!path.ends_with("xhtml") && !path.ends_with("opf") && !path.ends_with("ncx")) continue;
        CAPTURE(path);
        CHECK(pugi::xml_document().load_string(text.c_str(), pugi::parse_full));
    }
}

TEST_CASE("the names of notes are unique over the whole book") {
    fake::Desk desk = fake::collection_desk();
    std::set<std::string> seen;
    int notes = 0;
    for (const auto& [path, text] : parts_of(desk))
        for (const std::string& id : fake::attributes(text, "id"))
            if (has(id, "_note_") || has(id, "_ref_")) {
                CHECK(seen.insert(id).second);
                ++notes;
            }
    CHECK(notes == 6);
}

TEST_CASE("contents nest pieces in their sections, in the navigation and in the NCX") {
    fake::Desk desk = fake::collection_desk();
    const Parts parts = parts_of(desk);
    pugi::xml_document nav, ncx;
    REQUIRE(nav.load_string(parts.at("EPUB/nav.xhtml").c_str()));
    REQUIRE(ncx.load_string(parts.at("EPUB/toc.ncx").c_str()));
    const pugi::xml_node list = nav.select_node("//nav[@id='toc']/ol").node();
    CHECK(list.select_nodes("li").size() == 7); // letter, two sections, numbers, films, people, about
    CHECK(std::string(list.select_node("li[2]/a").node().child_value()) == "Spring");
    CHECK(std::string(list.select_node("li[2]/ol/li[2]/a").node().child_value()) == "Mirror");
    CHECK(std::string(list.select_node("li[2]/ol/li[1]/ol/li/a/@href").attribute().value()) ==
          "piece-stalker.xhtml#piece-stalker_the-room");
    CHECK(std::string(ncx.select_node("/ncx/navMap/navPoint[2]/navPoint[2]/navLabel/text").node().child_value()) == "Mirror");
    CHECK(std::string(ncx.select_node("/ncx/head/meta[@name='dtb:depth']/@content").attribute().value()) == "3");
}

TEST_CASE("letter, sections, indexes and the page at the back say what they are") {
    fake::Desk desk = fake::collection_desk();
    const Parts parts = parts_of(desk);
    CHECK(has(parts.at("EPUB/letter.xhtml"), "epub:type=\"foreword\" role=\"doc-foreword\""));
    CHECK(has(parts.at("EPUB/letter.xhtml"), "<a href=\"piece-mirror.xhtml\">the best of them</a>"));
    CHECK(has(parts.at("EPUB/about.xhtml"), "epub:type=\"afterword\" role=\"doc-afterword\""));
    CHECK(has(parts.at("EPUB/piece-stalker.xhtml"), "epub:type=\"chapter\" role=\"doc-chapter\""));
    const std::string& section = parts.at("EPUB/section-spring.xhtml");
    CHECK(has(section, "epub:type=\"part\" role=\"doc-part\" aria-labelledby=\"section-spring-title\""));
    CHECK(has(section, "<p class=\"extent\">March to May</p>\n<ul>\n<li><a href=\"piece-stalker.xhtml\">Stalker</a>"));
    const std::string& people = parts.at("EPUB/people.xhtml");
    CHECK(has(people, "epub:type=\"index\" role=\"doc-index\""));
    CHECK(has(people, "<li epub:type=\"index-entry\"><span class=\"term\" epub:type=\"index-term\">Tarkovsky, Andrei</span>\n"
                      "<ul class=\"sub-entries\">\n<li epub:type=\"index-entry\">"
                      "<span class=\"role\" epub:type=\"index-term\">directed</span><ul><li>"
                      "<a href=\"piece-stalker.xhtml\" epub:type=\"index-locator\">Stalker</a></li>"));
    for (const char* landmark :
         {"<a epub:type=\"foreword\" href=\"letter.xhtml\">", "<a epub:type=\"bodymatter\" href=\"section-spring.xhtml\">",
          "<a epub:type=\"backmatter\" href=\"people.xhtml\">Index of people</a>", "<a epub:type=\"appendix\" href=\"numbers.xhtml\">"}) {
        CAPTURE(landmark);
        CHECK(has(parts.at("EPUB/nav.xhtml"), landmark));
    }
}

TEST_CASE("links in a book lead to the places they mean") {
    fake::Desk desk = fake::collection_desk();
    CHECK(has(parts_of(desk).at("EPUB/piece-mirror.xhtml"),
              "<a href=\"piece-stalker.xhtml#piece-stalker_the-room\">a room</a><a href=\"piece-solaris.xhtml\">a planet</a>"
              "<a href=\"letter.xhtml\">a letter</a>gone"));
}

TEST_CASE("charts of a book are drawings with words, and a book with them says so") {
    fake::Desk desk = fake::collection_desk();
    Parts parts = parts_of(desk);
    CHECK(has(parts.at("EPUB/numbers.xhtml"), "role=\"img\">\n<title id=\"chart-months-title\">Months</title>\n<desc id=\"chart-months-text\">Films by month. "));
    CHECK(has(parts.at("EPUB/package.opf"), "<item id=\"numbers\" href=\"numbers.xhtml\" media-type=\"application/xhtml+xml\" "
                                            "properties=\"svg\" />"));
    CHECK(has(parts.at("EPUB/package.opf"), "<meta property=\"schema:accessMode\">visual</meta>"));
    CHECK(has(parts.at("EPUB/package.opf"), "<meta property=\"schema:accessibilityFeature\">index</meta>"));
    CHECK(has(parts.at("EPUB/style.css"), ".chart .marked { fill: #d8391f; }"));
    desk.edition.parts = {IssuePart::reviews};
    parts = parts_of(desk);
    CHECK_FALSE(has(parts.at("EPUB/package.opf"), ">visual<"));
    CHECK_FALSE(has(parts.at("EPUB/style.css"), ".chart .marked { fill"));
}

TEST_CASE("a numbered issue is one of a series, and its people have their roles") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.contributors = {"Ada Quill", "Bo Li", ""};
    desk.edition.isbn = "978 0 00 000000 2";
    const std::string package = parts_of(desk).at("EPUB/package.opf");
    for (const char* part :
         {"<dc:identifier>urn:isbn:9780000000002</dc:identifier>",
          "<meta property=\"belongs-to-collection\" id=\"series\">Row C</meta>",
          "<meta refines=\"#series\" property=\"group-position\">4</meta>", "<meta name=\"calibre:series_index\" content=\"4\" />",
          "<dc:contributor id=\"contributor-1\">Bo Li</dc:contributor>"}) {
        CAPTURE(part);
        CHECK(has(package, part));
    }
    CHECK_FALSE(has(package, "contributor-2"));
    desk.edition.number = "four";
    CHECK_FALSE(has(parts_of(desk).at("EPUB/package.opf"), "group-position"));
}

TEST_CASE("a letter makes a collection of one review") {
    fake::Desk desk({fake::review()});
    CHECK(spine(parts_of(desk)) == "piece-stalker colophon ");
    desk.edition.letter = fake::essay("letter", "Dear all", "Sit down.");
    CHECK(spine(parts_of(desk)) == "title contents letter piece-stalker colophon ");
}
