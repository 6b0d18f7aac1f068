#include "design/fonts/subset.h"

#include "design/fonts/cff.h"
#include "design/fonts/table_bytes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <vector>

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

std::vector<std::uint32_t> glyphs_of(const Face& face, std::u32string_view text) {
    std::vector<std::uint32_t> glyphs;
    for (const char32_t c : text) glyphs.push_back(face.glyph(c));
    return glyphs;
}

/// Tags of a font file's table directory.
std::set<std::string> tables_of(std::string_view font) {
    std::set<std::string> tags;
    const std::uint32_t count = unsigned_at(font, 4, 2);
    for (std::uint32_t i = 0; i < count; ++i) tags.emplace(font.substr(12 + 16 * i, 4));
    return tags;
}

/// The subset as a face again, by way of a file that is gone when the test is.
struct Reopened {
    explicit Reopened(const std::string& bytes) {
        const char* folder = std::getenv("TMPDIR");
        path = std::string(folder != nullptr ? folder : "/tmp") + "/halfstar-subset-" + std::to_string(bytes.size());
        std::ofstream(path, std::ios::binary) << bytes;
        face = open_face(path);
    }
    ~Reopened() { std::remove(path.c_str()); }
    std::string path;
    std::unique_ptr<Face> face;
};

} // namespace

TEST_CASE("a TrueType subset for PDF has the glyphs asked for, renumbered, and no tables but outlines") {
    const auto face = open_face(vollkorn);
    const auto glyphs = glyphs_of(*face, U"Roma città");
    const auto subset = subset_for_pdf(*face, glyphs);
    REQUIRE(bool(subset));
    CHECK_FALSE(subset->cff);
    CHECK(subset->glyphs.at(0) == 0);
    const auto tables = tables_of(subset->bytes);
    for (const char* kept : {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}) CHECK(tables.contains(kept));
    for (const char* dropped : {"GSUB", "GPOS", "GDEF", "kern", "name", "OS/2", "post", "cmap", "fpgm"})
        CHECK_FALSE(tables.contains(dropped));
    CHECK(subset->bytes.size() < 4000);
    const Reopened cut(subset->bytes);
    CHECK(cut.face->glyph_count() < 20);
    for (const std::uint32_t glyph : glyphs)
        CHECK(cut.face->advance(subset->glyphs.at(glyph)) == face->advance(glyph));
}

TEST_CASE("a subset's glyphs look as they did") {
    const auto face = open_face(vollkorn);
    const auto glyphs = glyphs_of(*face, U"gé&Q");
    const auto subset = subset_for_pdf(*face, glyphs);
    REQUIRE(bool(subset));
    const Reopened cut(subset->bytes);
    const auto drawn = [](const Face& from, std::uint32_t glyph) {
        std::vector<std::int64_t> numbers;
        for (const PathStep& step : from.outline(glyph, Length::points(10)))
            for (const Point& point : step.points) numbers.insert(numbers.end(), {point.x.units, point.y.units});
        return numbers;
    };
    for (const std::uint32_t glyph : glyphs) CHECK(drawn(*cut.face, subset->glyphs.at(glyph)) == drawn(*face, glyph));
}

TEST_CASE("a CFF subset is the bare table, its glyphs renumbered") {
    const auto face = open_face(spartan);
    const auto glyphs = glyphs_of(*face, U"Parasite");
    const auto subset = subset_for_pdf(*face, glyphs);
    REQUIRE(bool(subset));
    CHECK(subset->cff);
    CHECK(subset->bytes[0] == 1); // the major version, with which a CFF table begins
    CHECK_FALSE(is_cid_keyed(subset->bytes));
    std::set<std::uint32_t> ids;
    for (const auto& [old_id, id] : subset->glyphs) ids.insert(id);
    CHECK(ids.size() == subset->glyphs.size());
    CHECK(*ids.rbegin() < 10);
}

TEST_CASE("a CID-keyed subset keeps the CIDs that the face gave its glyphs") {
    const auto face = open_face(serif_cjk, 0);
    const auto original = read_cff(face->table("CFF "));
    REQUIRE(original.cid_keyed);
    REQUIRE(original.cids.size() == face->glyph_count());
    const auto glyphs = glyphs_of(*face, U"万引き家族");
    const auto subset = subset_for_pdf(*face, glyphs);
    REQUIRE(bool(subset));
    CHECK(subset->bytes.size() < 20000);
    const CffFacts cut = read_cff(subset->bytes);
    CHECK(cut.cid_keyed);
    CHECK(cut.cids.size() == 6);
    for (const std::uint32_t glyph : glyphs) CHECK(subset->glyphs.at(glyph) == original.cids[glyph]);
}

TEST_CASE("the same glyphs in another order give the same bytes") {
    const auto face = open_face(vollkorn);
    auto glyphs = glyphs_of(*face, U"order");
    const auto one = subset_for_pdf(*face, glyphs);
    std::reverse(glyphs.begin(), glyphs.end());
    const auto other = subset_for_pdf(*face, glyphs);
    REQUIRE(bool(one));
    REQUIRE(bool(other));
    CHECK(one->bytes == other->bytes);
    CHECK(one->glyphs == other->glyphs);
}

TEST_CASE("glyphs that the face does not have are left out of a subset") {
    const auto face = open_face(vollkorn);
    const std::vector<std::uint32_t> glyphs = {face->glyph(U'a'), 60000};
    const auto subset = subset_for_pdf(*face, glyphs);
    REQUIRE(bool(subset));
    CHECK(subset->glyphs.size() == 2);
    CHECK_FALSE(subset->glyphs.contains(60000));
}

TEST_CASE("a bitmap face cannot be cut for PDF") {
    const auto face = open_face(emoji);
    const std::vector<std::uint32_t> glyphs = {4};
    CHECK_FALSE(bool(subset_for_pdf(*face, glyphs)));
}

TEST_CASE("a subset for the web keeps its characters, its layout and the features named") {
    const auto face = open_face(vollkorn);
    const std::vector<std::string> features = {"smcp", "onum"};
    const auto bytes = subset_for_web(*face, U"final 2019", features);
    REQUIRE(bool(bytes));
    const auto tables = tables_of(*bytes);
    for (const char* kept : {"cmap", "GSUB", "GPOS", "name", "OS/2", "glyf"}) CHECK(tables.contains(kept));
    const Reopened cut(*bytes);
    CHECK(cut.face->glyph(U'f') != 0);
    CHECK(cut.face->glyph(U'z') == 0);
    CHECK(cut.face->has_feature("smcp"));
    CHECK(cut.face->has_feature("kern"));
    CHECK(bytes->size() < 60000);
    const auto without = subset_for_web(*face, U"final 2019", {});
    REQUIRE(bool(without));
    CHECK(without->size() < bytes->size());
}

TEST_CASE("malformed CFF tables are no CID-keyed ones and never crash") {
    CHECK_FALSE(is_cid_keyed(""));
    CHECK_FALSE(is_cid_keyed(std::string(3, '\xff')));
    const auto face = open_face(serif_cjk, 0);
    const std::string start(face->table("CFF ").substr(0, 3000));
    for (std::size_t cut = 0; cut < start.size(); cut += 7) (void)read_cff(start.substr(0, cut));
    for (std::size_t at = 0; at < 400; ++at) {
        std::string damaged = start;
        damaged[at] = static_cast<char>(~damaged[at]);
        (void)read_cff(damaged);
    }
}
