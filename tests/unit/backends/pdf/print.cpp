// The profile for a printer: what it leaves out, what it adds, and what it keeps.

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

Result<void> write(const PagedDocument& document, const Options& options, Sink& sink, const Resources* resources = nullptr) {
    Job job;
    job.pages = &document;
    job.resources = resources;
    job.build = {1'700'000'000, "urn:uuid:1", "halfstar 0.1.0"};
    job.options = options;
    Diagnostics diagnostics;
    return pdf::write(job, sink, diagnostics);
}

fake::PdfFile written(const PagedDocument& document, const Options& options, const Resources* resources = nullptr) {
    MemorySink sink;
    REQUIRE(write(document, options, sink, resources));
    return fake::PdfFile(sink.files.at(""));
}

const Options print = {{"profile", "print"}};

/// The contents of all pages, one after the other.
std::string contents(const fake::PdfFile& file) {
    std::string text;
    for (const auto& [id, page] : file.with("/Type /Page /Parent")) text += file.follow(page->dictionary, "/Contents").stream();
    return text;
}

} // namespace

TEST_CASE("a file for a printer has no structure, no annotations and claims no standard") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const fake::PdfFile file = written(issue.document, print);
    CHECK(file.sound);
    const std::string& catalog = file.root().dictionary;
    for (const char* absent : {"/StructTreeRoot", "/MarkInfo", "/OutputIntents"}) {
        CAPTURE(absent);
        CHECK_FALSE(has(catalog, absent));
    }
    for (const char* absent : {"/StructElem", "/Annot", "/StructParent", "/Tabs"}) {
        CAPTURE(absent);
        CHECK(file.with(absent).empty());
    }
    CHECK_FALSE(has(*file.follow(catalog, "/Metadata").raw, "aid:part"));
    CHECK_FALSE(has(contents(file), "/MCID"));
    CHECK_FALSE(has(contents(file), "/Artifact"));
}

TEST_CASE("pages for a printer say where they are cut") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const fake::PdfFile file = written(issue.document, print);
    for (const auto& [id, page] : file.with("/Type /Page /Parent")) {
        const std::size_t at = page->dictionary.find("/MediaBox ") + 10;
        const std::string box = page->dictionary.substr(at, page->dictionary.find(']', at) + 1 - at);
        CHECK(has(page->dictionary, "/TrimBox " + box));
        CHECK(has(page->dictionary, "/BleedBox " + box));
    }
    CHECK(written(issue.document, {}).with("/TrimBox").empty());
}

TEST_CASE("text that its glyphs cannot say keeps its words for a printer") {
    const fake::Issue issue;
    REQUIRE(issue.has_faces());
    const std::string archived = contents(written(issue.document, {})), printed = contents(written(issue.document, print));
    const auto count = [](const std::string& text, std::string_view part) {
        std::size_t found = 0;
        for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
        return found;
    };
    CHECK(count(printed, "/ActualText") == count(archived, "/ActualText"));
    CHECK(count(printed, " BDC\n") == count(printed, "/ActualText"));
    CHECK(count(printed, "EMC\n") == count(printed, " BDC\n"));
}

TEST_CASE("sheets are for a printer whatever was asked") {
    fake::Document document;
    document.pages.push_back(fake::page(100, 50, "1a"));
    document.document_info.duplex = Duplex::short_edge;
    const fake::PdfFile file = written(document, {{"profile", "archive"}});
    CHECK_FALSE(has(file.root().dictionary, "/StructTreeRoot"));
    CHECK(file.with("/TrimBox").size() == 1);
}

TEST_CASE("a profile that does not exist is an error and no file") {
    fake::Document document;
    MemorySink sink;
    const Result<void> result = write(document, {{"profile", "riso"}}, sink);
    REQUIRE_FALSE(result);
    CHECK(result.error().message == "there is no PDF profile 'riso': archive and print are");
    CHECK(sink.files.empty());
}

TEST_CASE("a picture in three channels without colour becomes gray, with one dot of colour it stays") {
    const auto colour_space = [](const Pixels& pixels) {
        const std::string png = *encode_png(pixels);
        Picture picture = *inspect_picture(png);
        picture.path = "/a.png";
        picture.digest = sha256(png);
        fake::Bytes bytes;
        bytes.files = {{"/a.png", png}};
        fake::Document document;
        document.pages.push_back(fake::page(100, 50, "1"));
        document.picture_list = {picture};
        document.pages[0].items.push_back({PictureItem{0, fake::rect(10, 10, 20, 20)}, 0});
        const fake::PdfFile file = written(document, print, &bytes);
        return file.with("/DeviceGray").size() == 1 && file.with("/Colors 1").size() == 1;
    };
    CHECK(colour_space({2, 1, 3, {7, 7, 7, 200, 200, 200}}));
    CHECK_FALSE(colour_space({2, 1, 3, {7, 7, 7, 200, 200, 201}}));
}
