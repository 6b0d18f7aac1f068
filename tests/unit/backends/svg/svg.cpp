#include "backends/svg/svg.h"

#include "backends/svg/notation.h"
#include "backends/svg/run.h"
#include "design/pictures/pictures.h"
#include "foundation/base/files.h"
#include "unit/backends/fake_pages.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

std::map<std::string, std::string, std::less<>> drawn(const PagedDocument& document, const Resources* resources) {
    Job job;
    job.pages = &document;
    job.resources = resources;
    MemorySink sink;
    Diagnostics diagnostics;
    const Result<void> result = svg::write(job, sink, diagnostics);
    REQUIRE(result);
    CHECK(diagnostics.empty());
    return sink.files;
}

std::string drawn_page(const fake::Document& document) {
    return drawn(document, nullptr).at("");
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

fake::Document one_page(std::vector<Item> items) {
    fake::Document document;
    document.document_info.title = "Cats & Dogs";
    document.document_info.language = "en";
    document.pages.push_back(fake::page(100, 50, "1"));
    document.pages[0].items = std::move(items);
    return document;
}

const Paint red{255, 0, 16, 0};

Path triangle() {
    return {{PathStep::Kind::move, {{Length::points(1), Length::points(2)}, {}, {}}},
            {PathStep::Kind::line, {{Length::points(3.5), Length::points(2)}, {}, {}}},
            {PathStep::Kind::close, {}}};
}

} // namespace

TEST_CASE("lengths are written to three decimals without needless zeros") {
    CHECK(svg::number(Length::points(1.5)) == "1.5");
    CHECK(svg::number(Length::points(-0.25)) == "-0.25");
    CHECK(svg::number(Length::points(10)) == "10");
    CHECK(svg::number(Length{22}) == "0");
    CHECK(svg::number(Length{-66}) == "-0.001");
    CHECK(svg::fine_number(0.0095) == "0.0095");
    CHECK(svg::fine_number(12.0) == "12");
}

TEST_CASE("any name makes an id") {
    CHECK(svg::id_part("stalker-1979") == "stalker-1979");
    CHECK(svg::id_part("a b\"") == "a_20b_22");
}

TEST_CASE("bytes are written in base 64") {
    CHECK(svg::base64("") == "");
    CHECK(svg::base64("f") == "Zg==");
    CHECK(svg::base64("fo") == "Zm8=");
    CHECK(svg::base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("a page has its trim in points and a title") {
    const std::string page = drawn_page(one_page({}));
    CHECK(has(page, "width=\"100pt\" height=\"50pt\" viewBox=\"0 0 100 50\" lang=\"en\""));
    CHECK(has(page, "<title>Cats &amp; Dogs</title>"));
}

TEST_CASE("each page of several is a file of its own") {
    fake::Document document = one_page({});
    document.pages.push_back(fake::page(100, 50, "ii"));
    const auto files = drawn(document, nullptr);
    REQUIRE(files.size() == 2);
    CHECK(has(files.at("1.svg"), "<title>Cats &amp; Dogs, 1</title>"));
    CHECK(has(files.at("2.svg"), "<title>Cats &amp; Dogs, ii</title>"));
}

TEST_CASE("rules and shapes are drawn in their colours") {
    const std::string page = drawn_page(one_page({
        {Rule{fake::rect(1, 2, 3, 0.5), red}, 0},
        {Shape{triangle(), std::nullopt, red, Length::points(0.5)}, 0},
    }));
    CHECK(has(page, "<rect x=\"1\" y=\"2\" width=\"3\" height=\"0.5\" fill=\"#ff0010\""));
    CHECK(has(page, "<path d=\"M1 2L3.5 2Z\" fill=\"none\" stroke=\"#ff0010\" stroke-width=\"0.5\""));
}

TEST_CASE("a clip holds what follows up to its end, and an end without a clip is nothing") {
    const std::string page = drawn_page(one_page({
        {ClipEnd{}, 0},
        {ClipBegin{triangle()}, 0},
        {Rule{fake::rect(0, 0, 9, 9), red}, 0},
        {ClipEnd{}, 0},
        {ClipBegin{triangle()}, 0},
    }));
    CHECK(has(page, "<clipPath id=\"c1\"><path d=\"M1 2L3.5 2Z\"/></clipPath>\n"
                    "<g clip-path=\"url(#c1)\">\n<rect x=\"0\""));
    CHECK(page.ends_with("<g clip-path=\"url(#c2)\">\n</g>\n</svg>\n"));
}

TEST_CASE("links lead to addresses and to anchors on this and other pages") {
    fake::Document document = one_page({
        {LinkArea{fake::rect(1, 1, 5, 5), "https://example.org/?a=1&b=2", "", "the site"}, 0},
        {LinkArea{fake::rect(1, 1, 5, 5), "", "here", ""}, 0},
        {LinkArea{fake::rect(1, 1, 5, 5), "", "there", ""}, 0},
        {LinkArea{fake::rect(1, 1, 5, 5), "", "nowhere", ""}, 0},
        {Anchor{"here", {Length::points(4), Length::points(6)}}, 0},
    });
    document.pages.push_back(fake::page(100, 50, "2"));
    document.pages[1].items.push_back({Anchor{"there", {}}, 0});
    const std::string page = drawn(document, nullptr).at("1.svg");
    CHECK(has(page, "<a href=\"https://example.org/?a=1&amp;b=2\"><title>the site</title><rect"));
    CHECK(has(page, "<a href=\"#a-here\">"));
    CHECK(has(page, "<a href=\"2.svg#a-there\">"));
    CHECK_FALSE(has(page, "nowhere"));
    CHECK(has(page, "<g id=\"a-here\" transform=\"translate(4 6)\"/>"));
}

TEST_CASE("an address that would run a script is no link") {
    const LinkArea link{fake::rect(1, 1, 5, 5), "JavaScript:alert(1)", "", ""};
    CHECK_FALSE(has(drawn_page(one_page({{link, 0}})), "<a "));
}

TEST_CASE("a glyph's outline stands once and is placed by reference under its words") {
    const auto face = fake::open_face(fake::vollkorn);
    REQUIRE(face);
    GlyphRun run = fake::shape(*face, 0, "oo & o", 10, 20, 30);
    run.paint = red;
    fake::Document document = one_page({{run, 1}});
    document.face_list = {face.get()};
    const std::string page = drawn_page(document);
    const std::string id = "g0-" + std::to_string(run.glyphs[0].id);
    const std::string definition = "<path id=\"" + id + "\" d=\"M";
    CHECK(has(page, definition));
    CHECK(page.find(definition) == page.rfind(definition));
    CHECK(has(page, "<g transform=\"translate(20 30) scale(0.01)\" fill=\"#ff0010\" aria-hidden=\"true\">"
                    "<use href=\"#" + id + "\"/><use"));
    CHECK(has(page, "fill-opacity=\"0\" xml:space=\"preserve\">oo &amp; o</text>"));
}

TEST_CASE("an invisible run is words alone") {
    const auto face = fake::open_face(fake::vollkorn);
    REQUIRE(face);
    GlyphRun run = fake::shape(*face, 0, "4.5 out of 5", 10, 20, 30);
    run.visibility = Visibility::invisible;
    fake::Document document = one_page({{run, 1}});
    document.face_list = {face.get()};
    const std::string page = drawn_page(document);
    CHECK(has(page, ">4.5 out of 5</text>"));
    CHECK_FALSE(has(page, "<use"));
}

TEST_CASE("words without a leaf are not read aloud") {
    const auto face = fake::open_face(fake::vollkorn);
    REQUIRE(face);
    fake::Document document = one_page({{fake::shape(*face, 0, "12", 10, 20, 30), 0}});
    document.face_list = {face.get()};
    CHECK(has(drawn_page(document), "aria-hidden=\"true\" fill-opacity=\"0\""));
}

TEST_CASE("a picture stands once for all its uses, with the figure's words") {
    const Result<std::string> png = encode_png({2, 1, 3, {255, 0, 0, 0, 255, 0}});
    REQUIRE(png);
    Picture picture;
    picture.path = "/a.png";
    picture.width = 2;
    picture.height = 1;
    fake::Document document = one_page({{PictureItem{0, fake::rect(10, 10, 20, 10)}, 2},
                                        {PictureItem{1, fake::rect(40, 10, 20, 10)}, 0}});
    document.picture_list = {picture, picture};
    const StructureId leaf = document.leaf_in(0, StructureRole::figure);
    document.tree.alternatives[document.tree.nodes[leaf].parent] = "A \"red\" door";
    fake::Bytes bytes;
    bytes.files["/a.png"] = *png;
    const std::string page = drawn(document, &bytes).at("");
    CHECK(has(page, "<image id=\"p0\" width=\"2\" height=\"1\" preserveAspectRatio=\"none\" "
                    "href=\"data:image/png;base64," + svg::base64(*png)));
    CHECK_FALSE(has(page, "id=\"p1\""));
    CHECK(has(page, "<use href=\"#p0\" transform=\"translate(10 10) scale(10 10)\" "
                    "role=\"img\" aria-label=\"A &quot;red&quot; door\"/>"));
    CHECK(has(page, "<use href=\"#p0\" transform=\"translate(40 10) scale(10 10)\" aria-hidden=\"true\"/>"));
}

TEST_CASE("a picture that went away is a failure, not a page without it") {
    fake::Document document = one_page({{PictureItem{0, fake::rect(10, 10, 20, 10)}, 0}});
    Picture picture;
    picture.path = "/a.png";
    document.picture_list = {picture};
    const fake::Bytes bytes;
    Job job;
    job.pages = &document;
    job.resources = &bytes;
    MemorySink sink;
    Diagnostics diagnostics;
    const Result<void> result = svg::write(job, sink, diagnostics);
    REQUIRE_FALSE(result);
    CHECK(result.error().message == "gone: /a.png");
    CHECK(sink.files.empty());
}
