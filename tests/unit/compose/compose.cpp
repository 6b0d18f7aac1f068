#include "compose/compose.h"

#include "document/tree.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace halfstar;

namespace {

Piece piece(std::string name, std::string title) {
    Piece piece;
    piece.path = name + ".md";
    piece.key = name.substr(name.rfind('/') + 1);
    piece.title.value = std::move(title);
    piece.body.push_back({Paragraph{{Inline{Text{"The Zone."}, {}}}}, {}, 0});
    return piece;
}

Edition compose_all(std::vector<Piece> pieces, const ComposeSettings& settings = {}) {
    Diagnostics diagnostics;
    Edition edition = compose(std::move(pieces), settings, diagnostics);
    CHECK(diagnostics.empty());
    return edition;
}

Inline reference(std::uint32_t note) { return {NoteReference{note}, {}}; }
Inline words(std::string text) { return {Text{std::move(text)}, {}}; }
Note note(std::string label, Inlines inlines) {
    return {std::move(label), {Block{Paragraph{std::move(inlines)}, {}, 0}}, {}};
}

} // namespace

TEST_CASE("every piece gets a language and a direction") {
    std::vector<Piece> pieces = {piece("a", "A"), piece("b", "B"), piece("c", "C"), piece("d", "D")};
    pieces[1].language = "ar";
    pieces[2].language = "az-Arab";
    pieces[3].language = "pt-BR";
    const Edition edition = compose_all(pieces);
    CHECK(edition.pieces[0].language == "en");
    CHECK(edition.pieces[0].direction == Direction::left_to_right);
    CHECK(edition.pieces[1].direction == Direction::right_to_left);
    CHECK(edition.pieces[2].direction == Direction::right_to_left);
    CHECK(edition.pieces[3].language == "pt-BR");
    CHECK(edition.language == "en");
    CHECK(edition.direction == Direction::left_to_right);
}

TEST_CASE("the edition speaks the setting's language, else the one that all pieces share") {
    std::vector<Piece> pieces = {piece("a", "A"), piece("b", "B")};
    pieces[0].language = pieces[1].language = "he";
    CHECK(compose_all(pieces).language == "he");
    CHECK(compose_all(pieces).direction == Direction::right_to_left);
    CHECK(compose_all(pieces, {"", "de"}).language == "de");
    CHECK(compose_all({piece("a", "A")}, {"", "de"}).pieces[0].language == "de");
    pieces[1].language = "fr";
    CHECK(compose_all(pieces).language == "en");
}

TEST_CASE("keys become unique and none is taken from its owner") {
    const Edition edition =
        compose_all({piece("stalker", "1"), piece("stalker", "2"), piece("stalker-2", "3"), piece("stalker", "4")});
    std::vector<std::string> keys;
    for (const Piece& one : edition.pieces)
        keys.push_back(one.key);
    CHECK(keys == std::vector<std::string>{"stalker", "stalker-3", "stalker-2", "stalker-4"});
}

TEST_CASE("notes stand in the order in which reading meets them") {
    Piece one = piece("a", "A");
    one.epigraph = Epigraph{{words("Door"), reference(2)}, {}, 0, {}};
    one.body = {{Paragraph{{words("Zone"), reference(1), reference(2)}}, {}, 0}};
    one.notes = {note("unused", {words("u")}), note("body", {words("b"), reference(3)}), note("epigraph", {words("e")}),
                 note("inner", {words("i")})};
    const Edition edition = compose_all({one});
    std::string labels;
    for (const Note& n : edition.pieces[0].notes)
        labels += n.label + " ";
    CHECK(labels == "epigraph body inner unused ");
    const auto& inlines = std::get_if<Paragraph>(&edition.pieces[0].body[0].node)->inlines;
    CHECK(std::get_if<NoteReference>(&inlines[1].node)->note == 1);
    CHECK(std::get_if<NoteReference>(&inlines[2].node)->note == 0);
    const auto& inner = std::get_if<Paragraph>(&edition.pieces[0].notes[1].blocks[0].node)->inlines;
    CHECK(std::get_if<NoteReference>(&inner[1].node)->note == 2);
}

TEST_CASE("nodes are numbered and the tree holds together") {
    Piece one = piece("a", "A");
    one.summary = {words("Short.")};
    one.notes = {note("1", {words("n")})};
    const Edition edition = compose_all({one});
    CHECK(edition.pieces[0].summary_ordinal == 1);
    CHECK(edition.pieces[0].body[0].ordinal == 2);
    CHECK(edition.pieces[0].notes[0].blocks[0].ordinal == 3);
    CHECK(check(edition.pieces[0]).empty());
}

TEST_CASE("the title is the setting's, the one piece's, the folder's, or the first titles") {
    CHECK(compose_all({piece("a", "A")}).title == "A");
    CHECK(compose_all({piece("a", "A"), piece("b", "B")}, {"Winter", ""}).title == "Winter");
    CHECK(compose_all({piece("a", "A"), piece("b", "B")}).title == "A, B");
    CHECK(compose_all({piece("a", "A"), piece("b", "B"), piece("c", "C"), piece("d", "D")}).title == "A, B, C, …");
    CHECK(compose_all({piece("winter/a", "A"), piece("winter/b", "B")}).title == "winter");
    CHECK(compose_all({piece("winter/a", "A"), piece("spring/b", "B")}).title == "A, B");
    CHECK(compose_all({}).title.empty());
}

TEST_CASE("a title that was asked for is the one piece's too") {
    CHECK(compose_all({piece("a", "A")}, {"Another", ""}).pieces[0].title.value == "Another");
}

TEST_CASE("the date is the newest of the pieces") {
    std::vector<Piece> pieces = {piece("a", "A"), piece("b", "B")};
    Date old, young;
    old.year = 2019;
    young.year = 2021;
    young.month = 3;
    pieces[0].published = Fact<Date>{young, {}};
    pieces[1].seen = Fact<Date>{old, {}};
    CHECK(compose_all(pieces).date == young);
    CHECK_FALSE(compose_all({piece("a", "A")}).date);
}

TEST_CASE("the identifier is of the content: the same for the same, another for another") {
    const std::string first = compose_all({piece("a", "A")}).identifier;
    CHECK(first.starts_with("urn:uuid:"));
    CHECK(first == compose_all({piece("a", "A")}).identifier);
    CHECK(first != compose_all({piece("a", "B")}).identifier);
    CHECK(first != compose_all({piece("a", "A"), piece("b", "B")}).identifier);
}

TEST_CASE("the identifier does not know where the pictures lie") {
    const auto with_picture_in = [](std::string folder) {
        Piece one = piece("a", "A");
        Picture picture;
        picture.path = std::move(folder) + "/zone.png";
        picture.name = "zone.png";
        one.pictures.push_back(picture);
        return compose_all({one}).identifier;
    };
    CHECK(with_picture_in("/home/ada") == with_picture_in("/srv/films"));
}
