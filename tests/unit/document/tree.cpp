#include "document/tree.h"

#include "unit/document/samples.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace halfstar;
using namespace samples;

namespace {

std::string flows_of(const Piece& piece) {
    std::string out;
    for (const Flow& flow : flows(piece)) out += flow.name + ": " + flow.text + "\n";
    return out;
}

Piece numbered(Piece piece) {
    number_nodes(piece);
    return piece;
}

/// A piece that keeps every invariant, with this body.
Piece with_body(Blocks body) {
    Piece piece;
    piece.key = "a";
    piece.body = std::move(body);
    return piece;
}

bool says(const Piece& piece, std::string_view words) {
    const std::vector<std::string> faults = check(piece);
    return std::any_of(faults.begin(), faults.end(),
                       [&](const std::string& fault) { return fault.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("plain text is the words alone") {
    CHECK(plain_text(every_inline()) == "The Zone a  b зона herean eyea lost eye");
    CHECK(plain_text(Inlines{}).empty());
    CHECK(plain_text(everything().body) ==
          "Before\nThe Zone a  b зона herean eyea lost eye\nWeakness is great.\nLao Tzu\none\ntwo\nls\n  -l\n"
          "All three\nFilm\nStars\nMirror\n5\nSolaris\nA still\nThe room\nZone\na place\nThe end\nThey go home.\n"
          "Q\nWhy?\nA\nBecause.\nSolaris\nThe rain.\nNostalghia\nnew print");
}

TEST_CASE("walks see parents before children, in reading order") {
    Piece piece = everything();
    std::size_t blocks = 0;
    walk_blocks(std::as_const(piece).body, [&](const Block&) { ++blocks; });
    CHECK(blocks == 22);
    std::string seen;
    walk_inlines(std::as_const(piece).body[1].node.index() == 0 ? every_inline() : Inlines{}, [&](const Inline& one) {
        if (const Text* words = std::get_if<Text>(&one.node)) seen += words->text + "|";
        if (std::get_if<Styled>(&one.node)) seen += "styled|";
        if (std::get_if<Link>(&one.node)) seen += "link|";
    });
    CHECK(seen == "The |styled|Zone|зона| |link|here|");
}

TEST_CASE("walks may change what they see") {
    Piece piece = everything();
    walk_blocks(piece.body, [](Block& block) {
        each_inlines(block, [](Inlines& inlines) {
            walk_inlines(inlines, [](Inline& one) {
                if (Text* words = std::get_if<Text>(&one.node)) words->text = "x";
            });
        });
    });
    CHECK(flows_of(piece).find("Weakness") == std::string::npos);
    CHECK(std::get<Text>(std::get<Table>(piece.body[6].node).head[0].inlines[0].node).text == "x");
    CHECK(std::get<Text>(std::get<Definitions>(piece.body[8].node).items[0].term[0].node).text == "x");
    CHECK(std::get<Text>(std::get<Quote>(piece.body[2].node).source[0].node).text == "x");
}

TEST_CASE("tidying joins texts and drops what is empty, at every depth") {
    Inlines inlines = {text("a"), text(""), styled(TextStyle::strong, {text(""), styled(TextStyle::small, {})}),
                       text("b"), inl(Phrase{"fr", Direction::inherit, {}}),
                       styled(TextStyle::cite, {text("c"), text("d")}), inl(SoftBreak{}), text("")};
    inlines[0].span = {1, 5, 6};
    inlines[3].span = {1, 20, 21};
    tidy_inlines(inlines);
    REQUIRE(inlines.size() == 3);
    CHECK(std::get<Text>(inlines[0].node).text == "ab");
    CHECK(inlines[0].span == Span{1, 5, 21});
    CHECK(plain_text(inlines) == "abcd ");
    Inlines empty_link = {inl(Link{"u", "", {}, {}})};
    tidy_inlines(empty_link);
    CHECK(empty_link.size() == 1);
}

TEST_CASE("nodes are numbered from 1 in reading order, notes last") {
    const Piece piece = numbered(everything());
    CHECK(piece.summary_ordinal == 1);
    CHECK(piece.epigraph->ordinal == 2);
    CHECK(piece.body[0].ordinal == 3);
    const Table& grid = std::get<Table>(piece.body[6].node);
    CHECK(grid.caption_ordinal == piece.body[6].ordinal + 1);
    CHECK(grid.head[0].ordinal == grid.caption_ordinal + 1);
    CHECK(grid.rows[1][1].ordinal == grid.head[0].ordinal + 5);
    CHECK(piece.notes[0].blocks[0].ordinal > piece.body.back().ordinal);
    CHECK(check(piece) == std::vector<std::string>{});
    Piece plain = with_body({blk(Figure{{"a", "", "b", std::nullopt}, {}, 7})});
    number_nodes(plain);
    CHECK(plain.body[0].ordinal == 1);
    CHECK(std::get<Figure>(plain.body[0].node).caption_ordinal == 0);
}

TEST_CASE("flows part what need not keep one order") {
    CHECK(flows_of(numbered(everything())) ==
          "summary: Three men walk.\n"
          "epigraph: Let it come true. All of it.\nStalker\n"
          "body: Before\nThe Zone a  b зона herea lost eye\nWeakness is great.\nLao Tzu\none\ntwo\nls\n  -l\n"
          "Zone\na place\nThe end\nThey go home.\nQ\nWhy?\nA\nBecause.\nSolaris\nThe rain.\nNostalghia\nnew print\n"
          "caption 13: All three\ncell 14: Film\ncell 15: Stars\ncell 16: Mirror\ncell 17: 5\ncell 18: Solaris\n"
          "caption 21: The room\n"
          "note 1: Said twice.\n");
    CHECK(flows(Piece{}).empty());
}

TEST_CASE("what is right passes the check") {
    CHECK(check(everything()).empty());
    CHECK(check(numbered(everything())).empty());
    CHECK(check(with_body({})).empty());
}

TEST_CASE("each broken invariant is said") {
    CHECK(says(Piece{}, "key ''"));
    CHECK(says(with_body({blk(Paragraph{{text("")}})}), "an empty text in the body"));
    CHECK(says(with_body({blk(Paragraph{{text("a\nb")}})}), "line end within a text"));
    CHECK(says(with_body({blk(Paragraph{{text("\xFF")}})}), "not UTF-8"));
    CHECK(says(with_body({blk(Paragraph{{text("a"), text("b")}})}), "two texts side by side"));
    CHECK(says(with_body({blk(Paragraph{{styled(TextStyle::strong, {})}})}), "an empty phrase"));
    CHECK(says(with_body({blk(Paragraph{})}), "an empty paragraph"));
    CHECK(says(with_body({blk(Heading{7, {text("a")}})}), "heading of level 7"));
    CHECK(says(with_body({blk(List{})}), "a list without items"));
    CHECK(says(with_body({blk(Paragraph{{inl(NoteReference{0})}})}), "note 1 of 0"));
    CHECK(says(with_body({blk(Figure{{"a", "", "b", 3}, {}, 0})}), "number 3 of 0"));
    CHECK(says(with_body({blk(Table{})}), "a table without columns"));
    Table ragged = table();
    ragged.rows[0].pop_back();
    ragged.head.pop_back();
    CHECK(says(with_body({blk(ragged)}), "a row of 1 cells for 2 columns"));
    CHECK(says(with_body({blk(ragged)}), "head of 1 cells for 2 columns"));
    Piece twice = numbered(with_body({paragraph("a"), paragraph("b")}));
    twice.body[1].ordinal = 1;
    CHECK(says(twice, "ordinal 1 stands twice"));
    twice.body[1].ordinal = 0;
    CHECK(says(twice, "1 nodes have no ordinal"));
    Piece deep = with_body({blk(Quote{{blk(Details{DetailsKind::aside, {}, 0, {blk(Paragraph{})}})}, {}})});
    CHECK(says(deep, "an empty paragraph"));
    Piece facts = with_body({});
    facts.works = {stalker(), Work{}};
    facts.works[0].rating->value.value = 600;
    facts.works[0].credits[0].name.clear();
    CHECK(says(facts, "outside its scale"));
    CHECK(says(facts, "a credit has no name"));
    CHECK(says(facts, "a work has no title"));
    facts.works[0].rating->value.best = 0;
    CHECK(says(facts, "best is not above its worst"));
    Piece noted = with_body({});
    noted.notes = {{"x", {paragraph("")}, {}}};
    CHECK(says(noted, "in the note 1"));
    noted.poster = Image{"p", "", "", 1};
    CHECK(says(noted, "poster"));
}

TEST_CASE("content is the same whatever its spans and ordinals") {
    const Piece one = everything();
    Piece other = numbered(everything());
    other.body[0].span = {4, 1, 2};
    other.source = 9;
    CHECK(same_content(one, other));
    const auto differs = [&](auto&& change) {
        Piece changed = everything();
        change(changed);
        return !same_content(one, changed);
    };
    CHECK(differs([](Piece& p) { p.body.pop_back(); }));
    CHECK(differs([](Piece& p) { p.works[0].credits[1].character.clear(); }));
    CHECK(differs([](Piece& p) { p.works[0].rating->value.best = 400; }));
    CHECK(differs([](Piece& p) { p.notes[0].label = "b"; }));
    CHECK(differs([](Piece& p) { p.pictures[0].digest[31] = 1; }));
    CHECK(differs([](Piece& p) { p.seen->value.time = "20:00"; }));
    CHECK(differs([](Piece& p) { p.extras[0].json = "1"; }));
    CHECK(differs([](Piece& p) { p.direction = Direction::right_to_left; }));
    CHECK(differs([](Piece& p) { std::get<List>(p.body[3].node).tight = true; }));
    CHECK(differs([](Piece& p) { p.tags = {"zone\" \"water"}; }));
}

TEST_CASE("ratings are drawn in quarters of five stars") {
    const auto quarters = [](std::int32_t value, std::int32_t worst, std::int32_t best) {
        return Rating{"", RatingForm::number, value, worst, best}.quarter_stars();
    };
    CHECK(quarters(450, 0, 500) == 18);
    CHECK(quarters(500, 0, 500) == 20);
    CHECK(quarters(0, 0, 500) == 0);
    CHECK(quarters(300, 100, 500) == 12); // three of one to five are three stars
    CHECK(quarters(800, 0, 1000) == 16);
    CHECK(quarters(7300, 0, 10000) == 15);
    CHECK(quarters(300, 0, 400) == 15);
    CHECK(quarters(333, 0, 500) == 13);
    CHECK(quarters(900, 0, 500) == 20);
    CHECK(quarters(-5, 0, 500) == 0);
    CHECK(quarters(1, 5, 5) == 4); // no harm from a scale that is none
    CHECK(quarters(1, 0, 0) == 0);
    const auto letter = [](std::int32_t value) {
        return Rating{"", RatingForm::letter, value, 100, 1300}.quarter_stars();
    };
    CHECK(letter(100) == 0);
    CHECK(letter(1300) == 20);
    CHECK(letter(900) == 13);
}
