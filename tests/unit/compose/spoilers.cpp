#include "document/tree.h"
#include "unit/compose/pieces.h"

using namespace halfstar;
using namespace made;

namespace {

Inline word(std::string text) { return {Text{std::move(text)}, {}}; }
Inline mark(std::uint32_t note) { return {NoteReference{note}, {}}; }
Block paragraph(Inlines inlines) { return {Paragraph{std::move(inlines)}, {}, 0}; }

Note note(std::string label, Blocks blocks, NoteKind kind = NoteKind::footnote) {
    return {std::move(label), std::move(blocks), {}, kind};
}

/// A piece that hides one block and one stretch of a line, with notes in both and outside.
Piece hiding() {
    Piece made = review("Mirror");
    made.language = "en";
    Details details;
    details.kind = DetailsKind::spoiler;
    details.summary = {word("The end")};
    details.blocks = {paragraph({word("He dies."), mark(1)})};
    made.body = {paragraph({word("It rains."), mark(0), mark(2)}), {std::move(details), {}, 0}, paragraph({word("After."), mark(3)})};
    made.notes = {note("a", {paragraph({word("Water.")})}), note("b", {paragraph({word("At night.")})}),
                  note("", {paragraph({word("She lives.")})}, NoteKind::spoiler), note("d", {paragraph({word("Later.")})})};
    return made;
}

Edition composed(Piece piece, Spoilers spoilers, Diagnostics& diagnostics) {
    ComposeSettings settings;
    settings.spoilers = spoilers;
    std::vector<Piece> pieces;
    pieces.push_back(std::move(piece));
    return compose(std::move(pieces), settings, diagnostics);
}

std::string words_of(const Piece& piece) {
    std::string all;
    for (const Flow& flow : flows(piece)) all += flow.name + ": " + flow.text + "\n";
    return all;
}

} // namespace

TEST_CASE("spoilers are left out when that is asked for, with the notes that they alone referred to") {
    Diagnostics diagnostics;
    const Edition edition = composed(hiding(), Spoilers::left_out, diagnostics);
    CHECK(words_of(edition.pieces[0]) == "body: It rains.[…]\nA part that gives the story away was left out.\nAfter.\n"
                                         "note 1: Water.\nnote 2: Later.\n");
    CHECK(check(edition.pieces[0]).empty());
    CHECK(said(diagnostics) == "spoilers-left-out: what gives the story away was left out: 2\n");
}

TEST_CASE("an issue may leave them out, and else they stay") {
    IssueSettings issue;
    issue.spoilers = Spoilers::left_out;
    Diagnostics diagnostics;
    std::vector<Piece> pieces;
    pieces.push_back(hiding());
    CHECK(issue_of(std::move(pieces), issue, diagnostics).pieces[0].notes.size() == 2);
    CHECK(composed(hiding(), Spoilers::shown, diagnostics).pieces[0].notes.size() == 4);
}

TEST_CASE("of a piece that gives its story away as a whole facts and summary stay") {
    Piece piece = hiding();
    piece.spoilers = true;
    piece.summary = {word("In short.")};
    Diagnostics diagnostics;
    const Edition edition = composed(std::move(piece), Spoilers::left_out, diagnostics);
    CHECK(words_of(edition.pieces[0]) == "summary: In short.\nbody: A part that gives the story away was left out.\n");
    CHECK(edition.pieces[0].works.size() == 1);
}
