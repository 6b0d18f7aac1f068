#include "backends/pdf/navigation.h"

#include "backends/pdf/metadata.h"
#include "foundation/base/files.h"
#include "unit/backends/pdf/pdf_file.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::pdf;
using halfstar::fake::has;

namespace {

std::string labels(const std::vector<std::string>& texts) {
    std::vector<PageFacts> pages;
    for (const std::string& text : texts) {
        pages.push_back({{}, text});
    }
    return page_labels(pages);
}

Survey one_page_survey() {
    Survey survey;
    survey.pages.push_back({{Length::points(100), Length::points(200)}, "1"});
    return survey;
}

PlacedLink link(std::string url, std::string anchor, std::string description) {
    const Rect rect{Length::points(10), Length::points(20), Length::points(30), Length::points(12)};
    return {0, 0, {rect, std::move(url), std::move(anchor), std::move(description)}};
}

} // namespace

TEST_CASE("labels that count up are one stretch, others stand by themselves") {
    CHECK(labels({"1", "2", "3"}) == "<< /Nums [ 0 << /S /D >> ] >>");
    CHECK(labels({"i", "ii", "iii", "iv", "1", "2", "7"}) ==
          "<< /Nums [ 0 << /S /r >> 4 << /S /D >> 6 << /S /D /St 7 >> ] >>");
    CHECK(labels({"", "Cover", "v", "12"}) ==
          "<< /Nums [ 0 << /P () >> 1 << /P (Cover) >> 2 << /S /r /St 5 >> 3 << /S /D /St 12 >> ] >>");
    CHECK(labels({"xcix", "c", "iiii", "07"}) ==
          "<< /Nums [ 0 << /S /r /St 99 >> 2 << /P (iiii) >> 3 << /P (07) >> ] >>");
    CHECK(labels({}) == "<< /Nums [ ] >>");
}

TEST_CASE("a destination counts from the page's lower edge") {
    CHECK(destination(7, PageFacts{{Length::points(100), Length::points(200)}, "", {}}, Length::points(10), Length::points(30)) == "[7 0 R /XYZ 10 170 null]");
    CHECK(destination(7, PageFacts{{Length::points(100), Length::points(200)}, "", {}}, std::nullopt, Length::points(30)) == "[7 0 R /XYZ null 170 null]");
}

TEST_CASE("a link has its words, prints, and knows its place in the structure") {
    const Survey survey = one_page_survey();
    const Body body = link_annotation(link("https://a.b/?(c)", "", "The site"), survey, 5);
    CHECK(body.dictionary == "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [10 168 40 180] "
                             "/Contents (The site) /StructParent 5 /A << /S /URI /URI (https://a.b/?\\(c\\)) >>");
    CHECK(link_annotation(link("", "stalker", ""), survey, std::nullopt).dictionary ==
          "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [10 168 40 180] "
          "/Contents (stalker) /Dest (stalker)");
}

TEST_CASE("addresses are written in seven bits") {
    CHECK(ascii_address("https://a.b/caf\xC3\xA9 x") == "https://a.b/caf%C3%A9%20x");
    CHECK(ascii_address("https://a.b/%20") == "https://a.b/%20");
}

TEST_CASE("the outline is a tree whose entries know their neighbours") {
    PdfDocument document;
    const Survey survey = one_page_survey();
    const std::vector<ObjectNumber> pages = {document.add(Body{"/Type /Page", std::nullopt})};
    const std::vector<OutlineEntry> entries = {{1, "A", 0, Length::points(10)},
                                               {2, "A1", 0, {}},
                                               {2, "A2", 0, {}},
                                               {1, "B", 9, {}},
                                               {4, "B1", 0, {}}};
    const ObjectNumber root = add_outline(document, entries, survey, pages);
    MemorySink sink;
    Result<std::unique_ptr<OutputFile>> file = sink.open("");
    REQUIRE(file);
    REQUIRE(document.write(**file, {root, pages[0], "0123456789abcdef"}));
    REQUIRE((*file)->close());
    const fake::PdfFile read(sink.files.at(""));
    CHECK(has(read.root().dictionary, "/Type /Outlines /First 2 0 R /Last 5 0 R /Count 2"));
    CHECK(has(read.objects.at(2).dictionary,
              "/Title (A) /Parent 7 0 R /Next 5 0 R /First 3 0 R /Last 4 0 R /Count -2"));
    CHECK(has(read.objects.at(2).dictionary, "/Dest [1 0 R /XYZ null 190 null]"));
    CHECK(has(read.objects.at(4).dictionary, "/Title (A2) /Parent 2 0 R /Prev 3 0 R "));
    CHECK_FALSE(has(read.objects.at(5).dictionary, "/Dest"));
    CHECK(has(read.objects.at(6).dictionary, "/Title (B1) /Parent 5 0 R"));
}

TEST_CASE("no entries, no outline; no anchors, no names") {
    PdfDocument document;
    const Survey survey = one_page_survey();
    CHECK(add_outline(document, {}, survey, {}) == 0);
    CHECK(add_destinations(document, survey, {}) == 0);
}

TEST_CASE("dates are in UTC whatever the year") {
    CHECK(pdf_date(0) == "D:19700101000000Z");
    CHECK(pdf_date(1'709'251'199) == "D:20240229235959Z");
    CHECK(pdf_date(-1) == "D:19691231235959Z");
    CHECK(xmp_date(951'782'400) == "2000-02-29T00:00:00Z");
    CHECK(xmp_date(INT64_MAX) == "9999-12-31T23:59:59Z");
    CHECK(xmp_date(INT64_MIN) == "0000-01-01T00:00:00Z");
}

TEST_CASE("the two descriptions of the file say the same") {
    DocumentInfo info;
    info.title = "A <B> & \u201cC\u201d";
    info.authors = {"Ana", "Bo"};
    info.subject = "What it is";
    info.keywords = {"film", "zine"};
    info.language = "en";
    const BuildInfo build{1'700'000'000, "urn:uuid:1", "halfstar 0.1.0"};
    const std::string old = information(info, build).dictionary;
    CHECK(has(old, "/Title <FEFF00410020003C0042003E002000260020201C0043201D> "
                   "/Author (Ana, Bo) /Subject (What it is)"));
    CHECK(has(old, "/Keywords (film, zine) /Creator (halfstar 0.1.0) /Producer (halfstar 0.1.0)"));
    CHECK(has(old, "/CreationDate (D:20231114221320Z) /ModDate (D:20231114221320Z)"));
    const Body body = metadata(info, build, Profile::archive);
    CHECK(body.dictionary == "/Type /Metadata /Subtype /XML");
    const std::string& xmp = *body.stream;
    CHECK(has(xmp, "<rdf:li xml:lang=\"x-default\">A &lt;B&gt; &amp; \u201cC\u201d</rdf:li>"));
    CHECK(has(xmp, "<dc:creator><rdf:Seq><rdf:li>Ana, Bo</rdf:li></rdf:Seq></dc:creator>"));
    CHECK(has(xmp, "<pdf:Keywords>film, zine</pdf:Keywords>"));
    CHECK(has(xmp, "<xmp:CreateDate>2023-11-14T22:13:20Z</xmp:CreateDate>"));
    CHECK(has(xmp, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"));
    CHECK(has(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
    const std::string printed = *metadata(info, build, Profile::print).stream;
    CHECK(has(printed, "<pdf:Keywords>film, zine</pdf:Keywords>"));
    CHECK_FALSE(has(printed, "pdfaid"));
    CHECK_FALSE(has(printed, "pdfuaid"));
}

TEST_CASE("what is not known is not said") {
    const std::string old = information({}, {}).dictionary;
    CHECK(old == "/CreationDate (D:19700101000000Z) /ModDate (D:19700101000000Z) ");
    CHECK_FALSE(has(*metadata({}, {}, Profile::archive).stream, "dc:title"));
}

TEST_CASE("another content, another identifier") {
    CHECK(file_identifier({0, "a", "x"}).size() == 16);
    CHECK(file_identifier({0, "a", "x"}) == file_identifier({0, "a", "x"}));
    CHECK(file_identifier({0, "a", "x"}) != file_identifier({0, "b", "x"}));
}
