#include "backends/pdf/painter.h"

#include "backends/pdf/survey.h"
#include "unit/backends/fake_pages.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::pdf;

namespace {

const Paint red{255, 0, 51, 0};

Survey surveyed(const fake::Document& document) { return survey({document, first_alike(document.picture_list)}, 1); }

PaintedPage painted(const fake::Document& document) { return surveyed(document).painted_pages[0]; }

std::string content(const fake::Document& document) { return *surveyed(document).page_content(0); }

fake::Document one_page(std::vector<Item> items) {
    fake::Document document;
    document.pages.push_back(fake::page(100, 50, "1"));
    document.pages[0].items = std::move(items);
    return document;
}

Path triangle() {
    return {{PathStep::Kind::move, {{Length::points(1), Length::points(2)}, {}, {}}},
            {PathStep::Kind::line, {{Length::points(3.5), Length::points(2)}, {}, {}}},
            {PathStep::Kind::close, {}}};
}

/// A run of one face with one glyph a letter, the face's own advances.
GlyphRun plain_run(const Face& face, std::string_view text) {
    GlyphRun run = fake::shape(face, 0, text, 10, 20, 30);
    Length pen;
    for (Glyph& glyph : run.glyphs) {
        glyph.x = pen;
        pen += Length::points(face.advance(glyph.id) * 10.0 / face.metrics().units_per_em);
    }
    return run;
}

} // namespace

TEST_CASE("rules and shapes without a leaf are one artifact, colours are set once") {
    CHECK(content(one_page({{Rule{fake::rect(1, 2, 3, 0.5), red}, 0},
                            {Shape{triangle(), red, std::nullopt, {}}, 0},
                            {Shape{triangle(), std::nullopt, red, Length::points(0.5)}, 0},
                            {Shape{triangle(), std::nullopt, std::nullopt, {}}, 0}})) ==
          "/Artifact <</Type /Layout>> BDC\n"
          "1 0 0.2 rg\n1 47.5 3 0.5 re\nf\n"
          "1 48 m\n3.5 48 l\nh\nf\n"
          "1 0 0.2 RG\n0.5 w\n1 48 m\n3.5 48 l\nh\nS\n"
          "EMC\n");
}

TEST_CASE("a clip is saved and restored with the colours it knew, even when it has no end") {
    CHECK(content(one_page({{Rule{fake::rect(0, 0, 1, 1), red}, 0},
                            {ClipBegin{triangle()}, 0},
                            {Rule{fake::rect(0, 0, 1, 1), Paint{}}, 0},
                            {ClipEnd{}, 0},
                            {ClipEnd{}, 0},
                            {Rule{fake::rect(0, 0, 1, 1), red}, 0},
                            {ClipBegin{}, 0}})) ==
          "/Artifact <</Type /Layout>> BDC\n1 0 0.2 rg\n0 49 1 1 re\nf\nEMC\n"
          "q\n1 48 m\n3.5 48 l\nh\nW n\n"
          "/Artifact <</Type /Layout>> BDC\n0 g\n0 49 1 1 re\nf\nEMC\n"
          "Q\n"
          "/Artifact <</Type /Layout>> BDC\n0 49 1 1 re\nf\nEMC\n"
          "q\n0 0 0 0 re W n\nQ\n");
}

TEST_CASE("text is shown in strings, with the differences to the face's advances between them") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    GlyphRun run = plain_run(*face, "ab cd");
    for (std::size_t i = 3; i < run.glyphs.size(); ++i) {
        run.glyphs[i].x += Length::points(1.5); // justified: a wider space
    }
    fake::Document document = one_page({});
    document.face_list = {face.get()};
    const StructureId leaf = document.leaf_in(0, StructureRole::paragraph);
    document.pages[0].items = {{run, leaf}};
    CHECK(content(document) == "/P <</MCID 0>> BDC\nBT\n0 g\n20 20 Td\n/F1 10 Tf\n[(ab )-150(cd)]TJ\nET\nEMC\n");
}

TEST_CASE("small differences are not lost but made good when they amount to something") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    GlyphRun run = plain_run(*face, "aaaaaa");
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        run.glyphs[i].x += Length::points(0.004 * static_cast<double>(i)); // 0.4 thousandths of an em each
    }
    fake::Document document = one_page({{run, 0}});
    document.face_list = {face.get()};
    CHECK(content(document).find("[(aa)-1(aa)-1(aa)]TJ") != std::string::npos);
}

TEST_CASE("scale, rise and visibility are written where they change") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    GlyphRun narrow = plain_run(*face, "ab");
    narrow.scale = 64225; // .98
    for (Glyph& glyph : narrow.glyphs) {
        glyph.x = glyph.x.scaled(0.98);
    }
    narrow.glyphs[1].y = Length::points(2);
    GlyphRun spoken = plain_run(*face, "c");
    spoken.visibility = Visibility::invisible;
    fake::Document document = one_page({{narrow, 0}, {spoken, 0}});
    document.face_list = {face.get()};
    CHECK(content(document) == "/Artifact <</Type /Pagination>> BDC\nBT\n0 g\n20 20 Td\n"
                               "/F1 10 Tf\n98 Tz\n[(a)]TJ\n2 Ts\n[(b)]TJ\n"
                               "0 0 Td\n100 Tz\n0 Ts\n3 Tr\n[(c)]TJ\nET\nEMC\n");
}

TEST_CASE("a turned run has a matrix, and the run after it stands upright again") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    GlyphRun turned = plain_run(*face, "a"), upright = plain_run(*face, "b");
    turned.turn = 90000;
    fake::Document document = one_page({{turned, 0}, {upright, 0}});
    document.face_list = {face.get()};
    CHECK(content(document) == "/Artifact <</Type /Pagination>> BDC\nBT\n0 g\n0 1 -1 0 20 20 Tm\n"
                               "/F1 10 Tf\n[(a)]TJ\n1 0 0 1 20 20 Tm\n[(b)]TJ\nET\nEMC\n");
}

TEST_CASE("each stretch of a leaf is marked with its own id and its element's type") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    fake::Document document = one_page({});
    document.face_list = {face.get()};
    const StructureId heading = document.leaf_in(0, StructureRole::heading);
    document.tree.nodes[document.tree.nodes[heading].parent].level = 2;
    const StructureId cell = document.leaf_in(0, StructureRole::cell);
    const GlyphRun run = plain_run(*face, "a");
    document.pages[0].items = {{run, heading}, {run, cell}, {run, cell}, {run, 0}, {run, heading}, {run, 999}};
    CHECK(painted(document).marks == std::vector<StructureId>{heading, cell, heading});
    const std::string text = content(document);
    CHECK(text.find("/H2 <</MCID 0>> BDC") < text.find("/TD <</MCID 1>> BDC"));
    CHECK(text.find("/H2 <</MCID 2>> BDC") != std::string::npos);
}

TEST_CASE("what glyphs cannot say is a marked span with the words") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    GlyphRun run = plain_run(*face, "12");
    run.text = "xyz";
    run.glyphs[0].text_end = run.glyphs[1].text_end = 3;
    run.glyphs[1].text_begin = 0;
    fake::Document document = one_page({});
    document.face_list = {face.get()};
    const StructureId leaf = document.leaf_in(0, StructureRole::paragraph);
    document.pages[0].items = {{run, leaf}, {fake::shape(*face, 0, "\u05e9", 10, 0, 0), leaf}, {run, 0}};
    const PaintedPage page = painted(document);
    CHECK(page.marks == std::vector<StructureId>{leaf, leaf});
    REQUIRE(page.spans.size() == 2);
    CHECK(page.spans[0].mark == 0);
    CHECK(page.spans[0].text == "xyz");
    CHECK(page.spans[1].mark == 1);
    CHECK(page.spans[1].text == "\u05e9");
    const std::string text = content(document);
    CHECK(text.find("/Span <</MCID 0 /ActualText <FEFF00780079007A>>> BDC") != std::string::npos);
    CHECK(text.find("/Span <</MCID 1>> BDC") != std::string::npos);
    CHECK(text.find("/Artifact <</Type /Pagination>> BDC") != std::string::npos);
}

TEST_CASE("pictures are placed by name, the same bytes by the same name, and figures have boxes") {
    fake::Document document = one_page({});
    document.picture_list = {Picture{}, Picture{}};
    const StructureId figure = document.add(0, StructureRole::figure);
    const StructureId leaf = document.add(figure, StructureRole::leaf);
    document.pages[0].items = {{PictureItem{1, fake::rect(10, 5, 20, 10)}, leaf},
                               {PictureItem{0, fake::rect(40, 5, 20, 30)}, leaf}};
    const PaintedPage page = painted(document);
    CHECK(content(document) == "/Figure <</MCID 0>> BDC\nq 20 0 0 10 10 35 cm /P1 Do Q\n"
                          "q 20 0 0 30 40 15 cm /P1 Do Q\nEMC\n");
    CHECK(page.pictures == std::set<std::uint32_t>{0});
    REQUIRE(page.figures.size() == 1);
    CHECK(page.figures[0].element == figure);
    CHECK(page.figures[0].rect == fake::rect(10, 5, 50, 30));
}

TEST_CASE("glyph 0 is not painted, nor a run without size") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    GlyphRun run = plain_run(*face, "ab"), none = plain_run(*face, "cd");
    run.glyphs[0].id = 0;
    none.size = {};
    fake::Document document = one_page({{run, 0}, {none, 0}});
    document.face_list = {face.get()};
    const std::string text = content(document);
    CHECK(text.find("(b)]TJ") != std::string::npos);
    CHECK(text.find("(a") == std::string::npos);
    CHECK(text.find("(c") == std::string::npos);
}
