#include "backends/epub/epub.h"

#include "backends/epub/accessibility.h"
#include "backends/epub/book.h"
#include "backends/epub/package.h"

#include "../editions.h"
#include "zip_listing.h"

#include <doctest/doctest.h>
#include <pugixml.hpp>

using namespace halfstar;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

fake::Desk full_desk() {
    fake::Desk desk({fake::review()});
    Piece& piece = desk.edition.pieces[0];
    piece.pictures = {fake::add_picture(desk.pictures, "zone.png", 90)};
    piece.body = fake::everything(0);
    piece.notes = fake::two_notes();
    desk.cover = Cover{fake::painted(fake::png_bytes(16, 24, 128)), 16, 24, "Stalker"};
    return desk;
}

/// The text of one file of the book that `desk` makes.
std::string part(fake::Desk& desk, const std::string& path) {
    for (const fake::ZipEntry& entry : fake::list_zip(desk.write(epub::write)))
        if (entry.path == path) return entry.text;
    return {};
}

std::string package(fake::Desk& desk) { return part(desk, "EPUB/package.opf"); }

} // namespace

TEST_CASE("the archive begins with its media type, stored, without extra fields") {
    fake::Desk desk = full_desk();
    const std::string book = desk.write(epub::write);
    REQUIRE(book.size() > 58);
    CHECK(book.substr(0, 4) == "PK\x03\x04");
    CHECK(book.substr(30, 28) == "mimetypeapplication/epub+zip");
    CHECK(fake::list_zip(book).size() > 8);
    for (const fake::ZipEntry& entry : fake::list_zip(book)) {
        CAPTURE(entry.path);
        CHECK(entry.extra == 0);
        CHECK(entry.dos_date == ((2019 - 1980) << 9 | 12 << 5 | 17));
        CHECK(entry.dos_time == 0);
        CHECK(entry.is_stored == (entry.path == "mimetype" || entry.path.ends_with(".png")));
    }
}

TEST_CASE("a book's files stand in one order") {
    fake::Desk desk = full_desk();
    std::string names;
    for (const fake::ZipEntry& entry : fake::list_zip(desk.write(epub::write)))
        names += entry.path + "\n";
    CHECK(names.substr(0, names.rfind("EPUB/images/zone")) ==
          "mimetype\nMETA-INF/container.xml\nEPUB/images/cover.png\nEPUB/cover.xhtml\nEPUB/piece-stalker.xhtml\n"
          "EPUB/colophon.xhtml\nEPUB/nav.xhtml\nEPUB/package.opf\nEPUB/toc.ncx\nEPUB/style.css\n");
}

TEST_CASE("every document of a book is well-formed XML") {
    fake::Desk desk = full_desk();
    desk.edition.pieces.push_back(fake::review("mirror", "Mirror <&> \"two\" \x01"));
    desk.edition.title = "Row <C> & \"D\"\x02";
    int documents = 0;
    for (const fake::ZipEntry& entry : fake::list_zip(desk.write(epub::write))) {
        if (!entry.path.ends_with("xhtml") && !entry.path.ends_with("opf") && !entry.path.ends_with("ncx")) continue;
        pugi::xml_document document;
        CAPTURE(entry.path);
        CHECK(document.load_buffer(entry.text.data(), entry.text.size(), pugi::parse_full));
        ++documents;
    }
    CHECK(documents == 8);
}

TEST_CASE("the package states title, people, languages, dates and subjects") {
    fake::Desk desk = full_desk();
    Piece& piece = desk.edition.pieces[0];
    piece.tags = {"zone", "zone", "slow cinema"};
    piece.summary = {fake::text("Three men and a railway.")};
    desk.edition.editor = "The editors";
    desk.edition.publisher = "Row C";
    desk.edition.rights = "© 2020";
    const std::string text = package(desk);
    for (const char* expected :
         {"<dc:identifier id=\"book-id\">urn:uuid:6a1d7c1e-3b8f-8d2a-9c51-0f4e2b7a9d63</dc:identifier>",
          "<dc:title id=\"main-title\">Stalker</dc:title>", "<dc:language>en</dc:language>",
          "<dc:creator id=\"creator-1\">Ada Quill</dc:creator>",
          "<meta refines=\"#creator-1\" property=\"role\" scheme=\"marc:relators\">aut</meta>",
          "<dc:contributor id=\"editor\">The editors</dc:contributor>", "<dc:date>2019-12-17</dc:date>",
          "<meta property=\"dcterms:modified\">2019-12-17T00:00:00Z</meta>", "<dc:subject>zone</dc:subject>",
          "<dc:subject>slow cinema</dc:subject>", "<dc:description>Three men and a railway.</dc:description>",
          "<dc:publisher>Row C</dc:publisher>", "<dc:rights>© 2020</dc:rights>",
          "properties=\"cover-image\"", "<meta name=\"cover\" content=\"cover-image\" />",
          "<item id=\"contents\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\" />",
          "<item id=\"piece-stalker\" href=\"piece-stalker.xhtml\" media-type=\"application/xhtml+xml\" properties=\"svg\" />"}) {
        CAPTURE(expected);
        CHECK(has(text, expected));
    }
    CHECK(text.find("<dc:subject>zone") == text.rfind("<dc:subject>zone"));
}

TEST_CASE("a document without drawings is not said to have any") {
    fake::Desk desk({fake::review()});
    desk.edition.pieces[0].works[0].rating.reset();
    desk.edition.pieces[0].body = {fake::heading(2, "Nothing")};
    CHECK_FALSE(has(package(desk), "properties=\"svg\""));
}

TEST_CASE("what a book says of its accessibility is what it holds") {
    fake::Desk desk({fake::review()});
    SUBCASE("no pictures: text alone, and everything is described") {
        const std::string text = package(desk);
        CHECK_FALSE(has(text, ">visual<"));
        CHECK(has(text, "<meta property=\"schema:accessModeSufficient\">textual</meta>"));
        CHECK(has(text, ">alternativeText<"));
        CHECK(has(text, "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"));
    }
    SUBCASE("described pictures") {
        desk.edition.pieces[0].pictures = {fake::add_picture(desk.pictures, "zone.png", 9)};
        desk.edition.pieces[0].body = {fake::block(Figure{fake::image("the Zone", 0), {}, 0})};
        const std::string text = package(desk);
        CHECK(has(text, "<meta property=\"schema:accessMode\">visual</meta>"));
        CHECK(has(text, "<meta property=\"schema:accessModeSufficient\">textual</meta>"));
        CHECK(has(text, "All pictures are described."));
    }
    SUBCASE("a picture without words") {
        desk.edition.pieces[0].pictures = {fake::add_picture(desk.pictures, "zone.png", 9)};
        desk.edition.pieces[0].body = {fake::block(Figure{fake::image("", 0), {}, 0})};
        const std::string text = package(desk);
        CHECK_FALSE(has(text, ">alternativeText<"));
        CHECK_FALSE(has(text, "<meta property=\"schema:accessModeSufficient\">textual</meta>"));
        CHECK_FALSE(has(text, "conformsTo"));
        CHECK(has(text, "Some pictures have no description."));
    }
}

TEST_CASE("notes are asides that begin with the way back") {
    fake::Desk desk = full_desk();
    const std::string text = part(desk, "EPUB/piece-stalker.xhtml");
    CHECK(has(text, "<a class=\"noteref\" id=\"piece-stalker_ref_1\" href=\"#piece-stalker_note_1\" "
                    "epub:type=\"noteref\" role=\"doc-noteref\">1</a>"));
    CHECK(has(text, "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"piece-stalker_note_1\">\n<p><a class=\"number\" "
                    "href=\"#piece-stalker_ref_1\" role=\"doc-backlink\" epub:type=\"backlink\""));
    CHECK(has(text, ">1.</a> First note. <a class=\"back\" href=\"#piece-stalker_ref_1_2\""));
}

TEST_CASE("a note nobody refers to has its number and no way back") {
    fake::Desk desk({fake::review()});
    desk.edition.pieces[0].notes = {fake::two_notes()[0]};
    CHECK(has(part(desk, "EPUB/piece-stalker.xhtml"), "<p><span class=\"number\">1.</span> First note.</p>"));
}

TEST_CASE("contents nest the headings of a piece, in the navigation and in the NCX") {
    fake::Desk desk = full_desk();
    desk.edition.pieces[0].body.push_back(fake::heading(4, "A corner of it"));
    const std::string nav = part(desk, "EPUB/nav.xhtml");
    CHECK(has(nav, "<a href=\"piece-stalker.xhtml\">Stalker</a>"));
    CHECK(has(nav, "<a href=\"piece-stalker.xhtml#piece-stalker_a-corner-of-it\">A corner of it</a>"));
    CHECK(has(nav, "<nav epub:type=\"toc\" role=\"doc-toc\""));
    CHECK(has(nav, "<a epub:type=\"bodymatter\" href=\"piece-stalker.xhtml\">Stalker (1979)</a>"));
    pugi::xml_document ncx;
    const std::string text = part(desk, "EPUB/toc.ncx");
    REQUIRE(ncx.load_buffer(text.data(), text.size()));
    CHECK(ncx.select_nodes("/ncx/navMap/navPoint").size() == 1);
    CHECK(ncx.select_nodes("/ncx/navMap/navPoint/navPoint").size() == 2);
    CHECK(ncx.select_nodes("/ncx/navMap/navPoint/navPoint/navPoint").size() == 1);
    CHECK(std::string(ncx.select_node("//navPoint[last()]/@playOrder").attribute().value()) == "1");
    CHECK(std::string(ncx.select_node("/ncx/head/meta[@name='dtb:depth']/@content").attribute().value()) == "3");
}

TEST_CASE("a book of several pieces has a title page and its contents in the reading order") {
    fake::Desk desk({fake::review(), fake::review("mirror", "Mirror")});
    const std::string text = package(desk);
    CHECK(has(text, "<itemref idref=\"title\" />\n    <itemref idref=\"contents\" />\n    <itemref idref=\"piece-stalker\" />"));
    CHECK(has(part(desk, "EPUB/title.xhtml"), "<h1 epub:type=\"title\">Row C</h1>"));
}

TEST_CASE("links lead to the other pieces' files, and nowhere that the book does not go") {
    fake::Desk desk({fake::review(), fake::review("mirror", "Mirror")});
    desk.edition.pieces[0].body = {fake::paragraph(
        Inlines{fake::link("mirror.md", "one"), fake::link("stills/zone.jpg", "two"), fake::link("#nowhere", "three"),
                fake::link("https://example.org/", "four")})};
    const std::string text = part(desk, "EPUB/piece-stalker.xhtml");
    CHECK(has(text, "<a href=\"piece-mirror.xhtml\">one</a>twothree<a href=\"https://example.org/\">four</a>"));
}

TEST_CASE("raw HTML is left out of a book and said so") {
    fake::Desk desk({fake::review()});
    desk.edition.pieces[0].body = {{RawBlock{"<video controls>\n</video>"}, {1, 4, 9}, 0}};
    CHECK_FALSE(has(part(desk, "EPUB/piece-stalker.xhtml"), "video"));
    REQUIRE(desk.diagnostics.all().size() == 1);
    CHECK(desk.diagnostics.all()[0].code == Code::removed_html);
    CHECK(desk.diagnostics.all()[0].span == Span{1, 4, 9});
    CHECK(has(desk.diagnostics.all()[0].message, "<video controls>"));
}

TEST_CASE("one picture shown twice is one file") {
    fake::Desk desk = full_desk();
    int pictures = 0;
    for (const fake::ZipEntry& entry : fake::list_zip(desk.write(epub::write)))
        pictures += entry.path.starts_with("EPUB/images/zone-") ? 1 : 0;
    CHECK(pictures == 1);
    CHECK(desk.pictures.asked.size() == 1);
}

TEST_CASE("pictures that readers may not know, that move or lie on their side are converted") {
    Picture picture;
    picture.format = PictureFormat::png;
    CHECK(epub::conversion_of(picture) == epub::Conversion::none);
    picture.format = PictureFormat::jpeg;
    CHECK(epub::conversion_of(picture) == epub::Conversion::none);
    picture.orientation = 6;
    CHECK(epub::conversion_of(picture) == epub::Conversion::to_jpeg);
    picture.format = PictureFormat::webp;
    CHECK(epub::conversion_of(picture) == epub::Conversion::to_jpeg);
    picture.alpha = true;
    CHECK(epub::conversion_of(picture) == epub::Conversion::to_png);
    picture.format = PictureFormat::gif;
    CHECK(epub::conversion_of(picture) == epub::Conversion::to_png);
}

TEST_CASE("a picture whose bytes are gone is a failure, and no book is left") {
    fake::Desk desk = full_desk();
    desk.pictures.files.clear();
    MemorySink sink;
    const Result<void> written = epub::write(desk.job(), sink, desk.diagnostics);
    REQUIRE_FALSE(written);
    CHECK(written.error().message == "gone: /stills/zone.png");
    CHECK(sink.files.empty());
}

TEST_CASE("the same edition gives the same bytes, in any time zone") {
    fake::Desk a = full_desk();
    setenv("TZ", "Pacific/Auckland", 1);
    const std::string first = a.write(epub::write);
    setenv("TZ", "America/Lima", 1);
    fake::Desk b = full_desk();
    CHECK(first == b.write(epub::write));
    unsetenv("TZ");
}

TEST_CASE("words run right to left in a book that does") {
    Piece piece = fake::review("kafr", "كفرناحوم");
    piece.language = "ar";
    piece.direction = Direction::right_to_left;
    fake::Desk desk({piece});
    desk.edition.language = "ar";
    desk.edition.direction = Direction::right_to_left;
    CHECK(has(package(desk), "page-progression-direction=\"rtl\""));
    CHECK(has(part(desk, "EPUB/piece-kafr.xhtml"), "lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"));
}
