#include "backends/html/outline.h"

#include "../editions.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

std::string levels(std::vector<int> written) {
    Piece piece = fake::review();
    piece.body.clear();
    for (const int level : written)
        piece.body.push_back(fake::heading(level, "x"));
    std::string out;
    const html::Outline outline(piece, "p_");
    for (const html::OutlineHeading& heading : outline.headings())
        out += std::to_string(heading.level);
    return out;
}

} // namespace

TEST_CASE("levels are counted afresh and never skip one on the way down") {
    CHECK(levels({2, 3, 3, 2}) == "1221");
    CHECK(levels({1, 4, 6}) == "123");
    CHECK(levels({4, 2, 3}) == "112");
    CHECK(levels({2, 4, 3}) == "122");
    CHECK(levels({}) == "");
}

TEST_CASE("ids are slugs of the words, numbered when they meet") {
    Piece piece = fake::review();
    piece.body = {fake::heading(2, "What’s taken"), fake::heading(2, "What’s taken"), fake::heading(2, "★")};
    const html::Outline outline(piece, "p_");
    REQUIRE(outline.headings().size() == 3);
    CHECK(outline.headings()[0].id != outline.headings()[1].id);
    CHECK(outline.headings()[1].id == outline.headings()[0].id + "-2");
    CHECK(outline.headings()[2].id == "p_section");
    CHECK(outline.at(piece.body[1]).id == outline.headings()[1].id);
}

TEST_CASE("a fragment finds its heading by words or by slug") {
    Piece piece = fake::review();
    piece.body = {fake::heading(2, "What they take")};
    const html::Outline outline(piece, "p_");
    CHECK(outline.find("what-they-take").value_or("") == "p_what-they-take");
    CHECK(outline.find("What they take").value_or("") == "p_what-they-take");
    CHECK_FALSE(outline.find("elsewhere"));
}

TEST_CASE("headings inside quotations and notes are found too") {
    Piece piece = fake::review();
    piece.body = {fake::block(Quote{{fake::heading(3, "Inner")}, {}})};
    piece.notes = {{"a", {fake::heading(2, "In a note")}, {}}};
    const html::Outline outline(piece, "p_");
    REQUIRE(outline.headings().size() == 2);
    CHECK_FALSE(outline.headings()[0].in_note);
    CHECK(outline.headings()[1].in_note);
}
