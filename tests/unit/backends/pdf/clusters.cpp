#include "backends/pdf/clusters.h"

#include "unit/backends/fake_pages.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::pdf;

namespace {

/// Pieces as text: "glyphs[a][ffi]", "replaced(word)[x|y]", glyphs of a cluster between bars.
std::string spoken(const GlyphRun& run, const Face& face) {
    std::string text;
    for (const Piece& piece : pieces_of(run, face)) {
        switch (piece.speech) {
        case Speech::by_glyphs: text += "glyphs"; break;
        case Speech::in_structure: text += "structure(" + std::string(piece.text) + ")"; break;
        case Speech::replaced: text += "replaced(" + std::string(piece.text) + ")"; break;
        }
        if (piece.clusters.empty()) {
            for (const Glyph& glyph : run.glyphs) {
                text += '[' + std::string(shown_by(run, glyph)) + ']';
            }
        }
        for (const Cluster& cluster : piece.clusters) {
            text += '[';
            for (std::uint32_t i = cluster.first; i < cluster.end; ++i) {
                text += (i > cluster.first ? "|" : "") + std::string(text_of(cluster, i));
            }
            text += ']';
        }
    }
    return text;
}

GlyphRun run_of(std::string text, std::vector<Glyph> glyphs) {
    GlyphRun run;
    run.text = std::move(text);
    run.glyphs = std::move(glyphs);
    return run;
}

Glyph glyph(std::uint32_t id, std::uint32_t begin, std::uint32_t end) {
    Glyph made;
    made.id = id;
    made.text_begin = begin;
    made.text_end = end;
    made.advance = Length::points(5);
    return made;
}

/// A glyph that stands above or below the one before it.
Glyph placed_mark(std::uint32_t id, std::uint32_t begin, std::uint32_t end) {
    Glyph made = glyph(id, begin, end);
    made.advance = {};
    return made;
}

} // namespace

TEST_CASE("one glyph for one cluster says its text, a ligature all of it") {
    const auto face = fake::open_face(fake::vollkorn);
    REQUIRE(face);
    CHECK(spoken(fake::shape(*face, 0, "office", 10, 0, 0), *face) == "glyphs[o][ffi][c][e]");
}

TEST_CASE("a base and its mark, drawn apart, each say their own character") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    const std::uint32_t base = face->glyph('q'), mark = face->glyph(0x0301);
    CHECK(spoken(run_of("q\xCC\x81", {glyph(base, 0, 3), glyph(mark, 0, 3)}), *face) == "glyphs[q|\xCC\x81]");
}

TEST_CASE("a word with a mark placed above a letter is replaced, since readers break it where the mark ends") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    const std::uint32_t a = face->glyph('a'), q = face->glyph('q'), space = face->glyph(' '), mark = face->glyph(0x0301);
    const GlyphRun run = run_of("a q\xCC\x81 a", {glyph(a, 0, 1), glyph(space, 1, 2), glyph(q, 2, 5), placed_mark(mark, 2, 5),
                                                  glyph(space, 5, 6), glyph(a, 6, 7)});
    CHECK(spoken(run, *face) == "glyphs[a][ ]replaced(q\xCC\x81 )[q|\xCC\x81][ ]glyphs[a]");
}

TEST_CASE("a word whose glyphs do not say it is replaced, its neighbours are not") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    const std::uint32_t a = face->glyph('a'), b = face->glyph('b'), space = face->glyph(' ');
    const GlyphRun run = run_of("a ab a", {glyph(a, 0, 1), glyph(space, 1, 2), glyph(b, 2, 4), glyph(a, 2, 4),
                                           glyph(space, 4, 5), glyph(a, 5, 6)});
    CHECK(spoken(run, *face) == "glyphs[a][ ]replaced(ab )[b|a][ ]glyphs[a]");
}

TEST_CASE("glyphs that show none of their cluster's characters leave its text to the first") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    const GlyphRun run = run_of("xy", {glyph(face->glyph('1'), 0, 2), glyph(face->glyph('2'), 0, 2)});
    CHECK(spoken(run, *face) == "replaced(xy)[xy|\xE2\x81\xA0]");
}

TEST_CASE("text without a glyph is not lost: the run is replaced as a whole") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    const GlyphRun run = run_of("abc", {glyph(face->glyph('a'), 0, 1), glyph(face->glyph('c'), 2, 3)});
    CHECK(spoken(run, *face) == "replaced(abc)[a][c]");
}

TEST_CASE("ranges outside the text are cut to it") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    const GlyphRun run = run_of("ab", {glyph(face->glyph('a'), 0, 1), glyph(face->glyph('b'), 1, 99)});
    CHECK(spoken(run, *face) == "glyphs[a][b]");
    CHECK(spoken(run_of("ab", {glyph(face->glyph('a'), 7, 3)}), *face) == "replaced(ab)[\xE2\x81\xA0]");
}

TEST_CASE("a run from right to left is said by the structure, its glyphs stand as they are seen") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    CHECK(spoken(fake::shape(*face, 0, "\u05e9\u05dc", 10, 0, 0), *face) == "structure(\u05e9\u05dc)[\u05dc][\u05e9]");
}

TEST_CASE("a run without glyphs has no pieces") {
    const auto face = fake::open_face(fake::dejavu);
    REQUIRE(face);
    CHECK(spoken(run_of("abc", {}), *face).empty());
}
