#include "backends/pdf/pdf.h"

#include "design/pictures/pictures.h"
#include "foundation/base/files.h"
#include "foundation/base/hash.h"
#include "unit/backends/fake_issue.h"
#include "unit/backends/pdf/pdf_file.h"

#include <doctest/doctest.h>

using namespace halfstar;
using halfstar::fake::has;

namespace {

Result<void> write(const PagedDocument& document, const Resources* resources, Sink& sink) {
    Job job;
    job.pages = &document;
    job.resources = resources;
    job.build = {1'700'000'000, "urn:uuid:1", "halfstar 0.1.0"};
    Diagnostics diagnostics;
    const Result<void> written = pdf::write(job, sink, diagnostics);
    CHECK(diagnostics.empty());
    return written;
}

std::string written(const PagedDocument& document, const Resources* resources = nullptr) {
    MemorySink sink;
    const Result<void> result = write(document, resources, sink);
    REQUIRE(result);
    return sink.files.at("");
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

Picture picture(const std::string& path, const std::string& bytes) {
    const Result<Picture> facts = inspect_picture(bytes);
    REQUIRE(facts);
    Picture made = *facts;
    made.path = path;
    made.digest = sha256(bytes);
    return made;
}

std::string encoded(Result<std::string> bytes) {
    REQUIRE(bytes);
    return *bytes;
}

fake::Document with_pictures(const std::vector<Picture>& pictures) {
    fake::Document document;
    document.pages.push_back(fake::page(100, 50, "1"));
    document.picture_list = pictures;
    for (std::uint32_t i = 0; i < pictures.size(); ++i) {
        document.pages[0].items.push_back({PictureItem{i, fake::rect(10, 10, 20, 20)}, 0});
    }
    return document;
}

const Pixels four{2, 2, 3, {255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9}};

} // namespace

TEST_CASE("an issue is a sound file: tagged, labelled, described, of one output intent") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const fake::PdfFile file(written(issue.document));
    CHECK(file.sound);
    const std::string& catalog = file.root().dictionary;
    for (const char* part :
         {"/MarkInfo << /Marked true >>", "/DisplayDocTitle true", "/Lang (en-GB)", "/StructTreeRoot",
          "/PageMode /UseOutlines", "/PageLabels << /Nums [ 0 << /S /r >> 1 << /S /D >> ] >>", "/S /GTS_PDFA1",
          "/Names << /Dests"}) {
        CAPTURE(part);
        CHECK(has(catalog, part));
    }
    CHECK(has(*file.follow(catalog, "/Metadata").raw, "<pdfaid:part>2</pdfaid:part>"));
    CHECK(file.follow(catalog, "/DestOutputProfile").stream().substr(36, 4) == "acsp");
    CHECK(file.with("/Type /Page /Parent").size() == 2);
    CHECK_FALSE(has(catalog, "/R2L"));
}

TEST_CASE("every font is embedded, a subset by name, and says its text") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const fake::PdfFile file(written(issue.document));
    const auto fonts = file.with("/Subtype /Type0");
    CHECK(fonts.size() == 4);
    for (const auto& [id, font] : fonts) {
        const std::string& name = font->dictionary;
        const std::size_t plus = name.find('+');
        REQUIRE(plus != std::string::npos);
        for (const char c : name.substr(plus - 6, 6)) {
            CHECK((c >= 'A' && c <= 'Z'));
        }
        CHECK(has(file.follow(name, "/ToUnicode").stream(), "beginbfchar"));
        CHECK(has(file.follow(name, "/Encoding").stream(), "begincidrange"));
        const fake::PdfObject& descendant = file.follow(name, "/DescendantFonts");
        CHECK(has(descendant.dictionary, "/W ["));
        const fake::PdfObject& descriptor = file.follow(descendant.dictionary, "/FontDescriptor");
        const bool cff = has(descendant.dictionary, "/CIDFontType0");
        const fake::PdfObject& program = file.follow(descriptor.dictionary, cff ? "/FontFile3" : "/FontFile2");
        CHECK(program.stream().size() > 500);
        CHECK((cff ? has(program.dictionary, "/CIDFontType0C") : has(descendant.dictionary, "/CIDToGIDMap /Identity")));
    }
    const auto drawn = file.with("/Subtype /Type3");
    REQUIRE(drawn.size() == 1);
    CHECK(has(file.follow(drawn.begin()->second->dictionary, "/ToUnicode").stream(), "<D83CDFAC>"));
    CHECK(file.with("/Subtype /Image").size() == 2);
}

TEST_CASE("a line's own hyphen and the author's are told apart") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const fake::PdfFile file(written(issue.document));
    bool soft = false;
    for (const auto& [id, font] : file.with("/ToUnicode")) {
        soft = soft || has(file.follow(font->dictionary, "/ToUnicode").stream(), "<00AD>");
    }
    CHECK(soft);
}

TEST_CASE("the structure says what each element is and what belongs to it") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const fake::PdfFile file(written(issue.document));
    const std::string& root = file.follow(file.root().dictionary, "/StructTreeRoot").dictionary;
    CHECK(has(file.follow(root, "/K").dictionary, "/S /Document"));
    CHECK(has(file.follow(root, "/IDTree").dictionary, "/Names [(note-"));
    CHECK(file.with("/S /H1 ").size() == 1);
    CHECK(file.with("/S /TH /P").begin()->second->dictionary.find("/Scope/Column") != std::string::npos);
    CHECK(file.with("/S /L /P").begin()->second->dictionary.find("/ListNumbering/Disc") != std::string::npos);
    const std::string& figure = file.with("/S /Figure").begin()->second->dictionary;
    CHECK(has(figure, "/Alt <FEFF"));
    CHECK(has(figure, "/BBox[30 "));
    const std::string& link = file.with("/S /Link").begin()->second->dictionary;
    CHECK(has(link, "<</Type/OBJR/Pg"));
    CHECK(file.with("/Subtype /Link").size() == 2);
    CHECK(file.with("/ActualText").size() == 2); // Hebrew and Arabic
}

TEST_CASE("the parent tree leads from every mark and link back to its element") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const fake::PdfFile file(written(issue.document));
    const std::string& root = file.follow(file.root().dictionary, "/StructTreeRoot").dictionary;
    const std::string& parents = file.follow(root, "/ParentTree").dictionary;
    CHECK(has(root, "/ParentTreeNextKey 4"));
    std::size_t marks = 0;
    for (const auto& [id, page] : file.with("/Type /Page /Parent")) {
        marks += count(file.follow(page->dictionary, "/Contents").stream(), "/MCID ");
    }
    CHECK(count(parents, " 0 R") == marks + 2);
    for (const auto& [id, annotation] : file.with("/Subtype /Link")) {
        CHECK(has(annotation->dictionary, "/StructParent "));
        CHECK(has(annotation->dictionary, "/Contents "));
    }
}

TEST_CASE("every operator of marking and saving is closed") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const fake::PdfFile file(written(issue.document));
    for (const auto& [id, page] : file.with("/Type /Page /Parent")) {
        const std::string content = file.follow(page->dictionary, "/Contents").stream();
        CHECK(count(content, " BDC\n") == count(content, "EMC\n"));
        CHECK(count(content, "BT\n") == count(content, "ET\n"));
        CHECK(count("\n" + content, "\nq\n") == count(content, "\nQ\n"));
    }
}

TEST_CASE("the same pages give the same bytes") {
    const fake::Issue first, second;
    REQUIRE(first.has_faces());
    CHECK(written(first.document) == written(second.document));
}

TEST_CASE("a document read from right to left says so") {
    fake::Document document;
    document.document_info.right_to_left = true;
    document.pages.push_back(fake::page(100, 50, "1"));
    CHECK(has(fake::PdfFile(written(document)).root().dictionary, "/Direction /R2L"));
}

TEST_CASE("a picture stands once for all its uses") {
    const std::string png = encoded(encode_png(four));
    fake::Bytes bytes;
    bytes.files = {{"/a.png", png}, {"/b.png", png}};
    const fake::PdfFile file(written(with_pictures({picture("/a.png", png), picture("/b.png", png)}), &bytes));
    const auto images = file.with("/Subtype /Image");
    REQUIRE(images.size() == 1);
    CHECK(has(images.begin()->second->dictionary, "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB"));
    CHECK(has(images.begin()->second->dictionary, "/Predictor 15 /Columns 2 /Colors 3"));
    CHECK(images.begin()->second->stream().size() == 14);
}

TEST_CASE("a picture of black and white alone takes a bit a pixel") {
    const Pixels stripes{9, 2, 1, {0, 255, 0, 255, 0, 255, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0}};
    const std::string png = encoded(encode_png(stripes));
    fake::Bytes bytes;
    bytes.files = {{"/a.png", png}};
    const fake::PdfFile file(written(with_pictures({picture("/a.png", png)}), &bytes));
    const auto images = file.with("/Subtype /Image");
    REQUIRE(images.size() == 1);
    CHECK(has(images.begin()->second->dictionary, "/Width 9 /Height 2 /BitsPerComponent 1 /ColorSpace /DeviceGray"));
    CHECK(has(images.begin()->second->dictionary, "/Columns 9 /Colors 1 /BitsPerComponent 1"));
    CHECK(images.begin()->second->stream().size() == 6); // a row: its predictor, and nine bits in two bytes
}

TEST_CASE("a JPEG keeps its bytes, a PNG its rows") {
    const std::string jpeg = encoded(encode_jpeg(four, 90)), png = encoded(encode_png(four));
    const std::optional<StoredRows> rows = stored_rows(png);
    REQUIRE(rows);
    fake::Bytes bytes;
    bytes.files = {{"/a.jpg", jpeg}, {"/a.png", png}};
    const fake::PdfFile file(written(with_pictures({picture("/a.jpg", jpeg), picture("/a.png", png)}), &bytes));
    REQUIRE(file.with("/DCTDecode").size() == 1);
    CHECK(file.with("/DCTDecode").begin()->second->raw == jpeg);
    REQUIRE(file.with("/Predictor 15").size() == 1);
    CHECK(file.with("/Predictor 15").begin()->second->raw == rows->deflated);
}

TEST_CASE("a picture that is stored on its side is turned where it stands") {
    const std::string jpeg = encoded(encode_jpeg(four, 90));
    fake::Bytes bytes;
    bytes.files = {{"/a.jpg", jpeg}};
    Picture on_its_side = picture("/a.jpg", jpeg);
    on_its_side.orientation = 6;
    const fake::PdfFile file(written(with_pictures({on_its_side}), &bytes));
    CHECK(file.with("/DCTDecode").begin()->second->raw == jpeg);
    const std::string content = file.follow(file.with("/Type /Page /Parent").begin()->second->dictionary, "/Contents").stream();
    CHECK(has(content, "q 0 -20 20 0 10 40 cm /P1 Do Q\n"));
}

TEST_CASE("pictures stand in their order, however many threads make them") {
    fake::Bytes bytes;
    std::vector<Picture> pictures;
    for (std::uint8_t i = 0; i < 9; ++i) {
        const std::string path = "/" + std::to_string(i) + ".png", png = encoded(encode_png({1, 1, 1, {static_cast<std::uint8_t>(20 * i + 1)}}));
        bytes.files[path] = png;
        pictures.push_back(picture(path, png));
    }
    const fake::PdfFile file(written(with_pictures(pictures), &bytes));
    std::string grays;
    for (const auto& [id, image] : file.with("/Subtype /Image")) grays += image->stream().substr(1);
    CHECK(grays == "\x01\x15\x29\x3d\x51\x65\x79\x8d\xa1");
}

TEST_CASE("a gray picture stays gray") {
    const std::string png = encoded(encode_png({2, 1, 1, {0, 255}}));
    fake::Bytes bytes;
    bytes.files = {{"/a.png", png}};
    CHECK(fake::PdfFile(written(with_pictures({picture("/a.png", png)}), &bytes)).with("/DeviceGray").size() == 1);
}

TEST_CASE("a picture that went away is a failure and leaves no file") {
    const std::string png = encoded(encode_png(four));
    const fake::Bytes none;
    MemorySink sink;
    const Result<void> result = write(with_pictures({picture("/a.png", png)}), &none, sink);
    REQUIRE_FALSE(result);
    CHECK(result.error().message == "gone: /a.png");
    CHECK(sink.files.empty());
    CHECK_FALSE(write(with_pictures({picture("/a.png", png)}), nullptr, sink));
}

TEST_CASE("links to nowhere and links outside the structure do no harm") {
    fake::Document document;
    document.pages.push_back(fake::page(100, 50, "1"));
    document.pages[0].items = {{LinkArea{fake::rect(0, 0, 9, 9), "", "nowhere", ""}, 0},
                               {LinkArea{fake::rect(0, 0, 9, 9), "https://a.b", "", ""}, 0},
                               {LinkArea{fake::rect(0, 0, 9, 9), "https://a.b", "", ""}, 77}};
    const fake::PdfFile file(written(document));
    CHECK(file.sound);
    CHECK(file.with("/Subtype /Link").size() == 2);
    CHECK(file.with("/StructParent ").empty());
}

TEST_CASE("a document may have no page, or many") {
    fake::Document document;
    CHECK(fake::PdfFile(written(document)).sound);
    for (int i = 0; i < 200; ++i) {
        document.pages.push_back(fake::page(100, 50, std::to_string(i + 1)));
    }
    const fake::PdfFile file(written(document));
    CHECK(file.sound);
    CHECK(file.with("/Type /Page /Parent").size() == 200);
    CHECK(has(file.follow(file.root().dictionary, "/Pages").dictionary, "/Count 200"));
}

TEST_CASE("sheets for a printer say that they are not scaled, and how they are turned") {
    fake::Document document;
    document.pages.push_back(fake::page(100, 50, "1a"));
    document.document_info.duplex = Duplex::short_edge;
    const fake::PdfFile sheets(written(document));
    CHECK(has(sheets.root().dictionary, "/PrintScaling /None"));
    CHECK(has(sheets.root().dictionary, "/Duplex /DuplexFlipShortEdge"));
    document.document_info.duplex = Duplex::none;
    document.document_info.facing = true;
    const fake::PdfFile pages(written(document));
    CHECK_FALSE(has(pages.root().dictionary, "/PrintScaling"));
    CHECK(has(pages.root().dictionary, "/PageLayout /TwoPageRight"));
}
