#include "design/fonts/face.h"

#include <doctest/doctest.h>

#include <harfbuzz/hb.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <thread>

using namespace halfstar;

namespace {

const std::string vollkorn = "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf";
const std::string spartan = "/usr/share/fonts/opentype/league-spartan/LeagueSpartan-Bold.otf";
const std::string serif_cjk = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
const std::string emoji = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf";

std::unique_ptr<Face> open_face(const std::string& path, unsigned index = 0) {
    auto face = Face::open(path, index);
    REQUIRE_MESSAGE(bool(face), path);
    return std::move(*face);
}

std::size_t count(const Path& path, PathStep::Kind kind) {
    return static_cast<std::size_t>(
        std::count_if(path.begin(), path.end(), [&](const PathStep& step) { return step.kind == kind; }));
}

} // namespace

TEST_CASE("a TrueType face tells its names, metrics and kind") {
    const auto face = open_face(vollkorn);
    CHECK(face->family() == "Vollkorn");
    CHECK(face->postscript_name() == "Vollkorn-Regular");
    CHECK(face->outline_kind() == OutlineKind::truetype);
    CHECK_FALSE(face->italic());
    CHECK_FALSE(face->cid_keyed());
    const FaceMetrics& metrics = face->metrics();
    CHECK(metrics.units_per_em == 1000);
    CHECK(metrics.cap_height == 676);
    CHECK(metrics.x_height == 458);
    CHECK(metrics.weight == 400);
    CHECK(metrics.ascent > metrics.cap_height);
    CHECK(metrics.descent < 0);
    CHECK(metrics.x_max > metrics.x_min);
    CHECK_FALSE(metrics.fixed_pitch);
}

TEST_CASE("an italic face says so and leans") {
    const auto face = open_face("/usr/share/fonts/truetype/vollkorn/Vollkorn-Italic.ttf");
    CHECK(face->italic());
    CHECK(face->metrics().italic_angle < 0);
}

TEST_CASE("a fixed pitch is told") {
    CHECK(open_face("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")->metrics().fixed_pitch);
}

TEST_CASE("only CFF with ROS counts as CID-keyed") {
    const auto plain = open_face(spartan);
    CHECK(plain->outline_kind() == OutlineKind::cff);
    CHECK_FALSE(plain->cid_keyed());
    const auto keyed = open_face(serif_cjk, 1);
    CHECK(keyed->outline_kind() == OutlineKind::cff);
    CHECK(keyed->cid_keyed());
    CHECK(keyed->family() == "Noto Serif CJK KR");
}

TEST_CASE("characters lead to glyphs with advances and ink, and what is absent to glyph 0") {
    const auto face = open_face(vollkorn);
    const std::uint32_t a = face->glyph(U'A');
    REQUIRE(a != 0);
    CHECK(face->glyph(U'\u4e00') == 0);
    CHECK(face->advance(a) > 500);
    const auto ink = face->extents(a);
    REQUIRE(ink);
    CHECK(ink->bottom <= 0);
    CHECK(ink->top >= 650);
    CHECK(ink->right > ink->left);
}

TEST_CASE("glyphs of letters and advances are those that HarfBuzz knows") {
    for (const std::string& path : {vollkorn, spartan, serif_cjk, emoji, std::string("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")}) {
        const auto face = open_face(path);
        CAPTURE(path);
        for (char32_t c = 0; c < 300; ++c) {
            hb_codepoint_t glyph = 0;
            hb_font_get_nominal_glyph(face->hb_font(), c, &glyph);
            CHECK(face->glyph(c) == glyph);
        }
        for (std::uint32_t glyph = 0; glyph < face->glyph_count() + 3; ++glyph)
            if (face->advance(glyph) != hb_font_get_glyph_h_advance(face->hb_font(), glyph)) FAIL_CHECK(glyph);
    }
}

TEST_CASE("an outline is scaled, stands above the baseline with y downwards, and closes each contour") {
    const auto face = open_face(vollkorn);
    const Path path = face->outline(face->glyph(U'A'), Length::points(10));
    CHECK(count(path, PathStep::Kind::move) == 2); // the letter and its counter
    CHECK(count(path, PathStep::Kind::move) == count(path, PathStep::Kind::close));
    Length top, bottom;
    for (const PathStep& step : path) {
        if (step.kind == PathStep::Kind::close) continue;
        top = std::min(top, step.points[0].y);
        bottom = std::max(bottom, step.points[0].y);
    }
    CHECK(top < Length::points(-6));
    CHECK(top > Length::points(-8));
    CHECK(bottom < Length::points(0.5));
}

TEST_CASE("quadratic and cubic outlines both come as cubic curves") {
    for (const std::string& path : {vollkorn, spartan}) {
        const auto face = open_face(path);
        CHECK(count(face->outline(face->glyph(U'o'), Length::points(10)), PathStep::Kind::curve) >= 8);
    }
}

TEST_CASE("a blank has no outline") {
    const auto face = open_face(vollkorn);
    CHECK(face->outline(face->glyph(U' '), Length::points(10)).empty());
}

TEST_CASE("the features of a face are known") {
    const auto face = open_face(vollkorn);
    CHECK(face->has_feature("smcp"));
    CHECK(face->has_feature("kern"));
    CHECK(face->has_feature("ss11"));
    CHECK_FALSE(face->has_feature("vert"));
}

TEST_CASE("tables are had raw, and an absent one is empty") {
    const auto face = open_face(vollkorn);
    CHECK(face->table("head").size() == 54);
    CHECK(face->table("CFF ").empty());
}

TEST_CASE("colour emoji give PNG pictures and no outlines") {
    const auto face = open_face(emoji);
    CHECK(face->outline_kind() == OutlineKind::bitmap);
    const std::uint32_t glyph = face->glyph(0x1F3AC);
    REQUIRE(glyph != 0);
    CHECK(face->bitmap(glyph).starts_with("\x89PNG\r\n\x1a\n"));
    CHECK(face->bitmap(0).size() <= face->bitmap(glyph).size());
    CHECK(face->outline(glyph, Length::points(10)).empty());
    CHECK(open_face(vollkorn)->bitmap(5).empty());
}

TEST_CASE("what is no font is refused with its path") {
    const std::string path = std::string(HALFSTAR_SOURCE_DIR) + "/CMakeLists.txt";
    const auto text = Face::open(path, 0);
    REQUIRE_FALSE(bool(text));
    CHECK(text.error().message.find(path) != std::string::npos);
    CHECK_FALSE(bool(Face::open("/no/such/font.ttf", 0)));
    CHECK_FALSE(bool(Face::open(vollkorn, 1)));
    CHECK_FALSE(bool(Face::open(serif_cjk, 99)));
}

TEST_CASE("truncated and damaged fonts never crash") {
    std::ifstream file(vollkorn, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(file)), {});
    REQUIRE(whole.size() > 1000);
    const char* folder = std::getenv("TMPDIR");
    const std::string path = std::string(folder != nullptr ? folder : "/tmp") + "/halfstar-damaged-face.ttf";
    for (std::size_t i = 0; i < 60; ++i) {
        std::string bytes = whole.substr(0, i % 2 == 0 ? whole.size() * i / 60 : whole.size());
        for (std::size_t at = i * 7; i % 2 == 1 && at < bytes.size(); at += 401) bytes[at] = static_cast<char>(at);
        std::ofstream(path, std::ios::binary) << bytes;
        const auto face = Face::open(path, 0);
        if (!face) continue;
        for (std::uint32_t glyph = 0; glyph < 40; ++glyph) {
            (void)(*face)->outline(glyph, Length::points(10));
            (void)(*face)->extents(glyph);
        }
        (void)(*face)->has_feature("smcp");
    }
    std::remove(path.c_str());
}

TEST_CASE("one face can be read from several threads") {
    const auto face = open_face(vollkorn);
    const Path expected = face->outline(face->glyph(U'g'), Length::points(12));
    std::vector<std::size_t> steps(4);
    std::vector<std::thread> threads;
    for (std::size_t& step : steps)
        threads.emplace_back([&face, &step] {
            for (int i = 0; i < 100; ++i) step = face->outline(face->glyph(U'g'), Length::points(12)).size();
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::size_t step : steps) CHECK(step == expected.size());
}
