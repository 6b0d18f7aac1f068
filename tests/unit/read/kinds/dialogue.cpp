#include "../reading.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// "Q? When did you | A! Yesterday/It rained": turns with their voices, other blocks as their words.
std::string turns(const Piece& piece) {
    std::string out;
    for (const Block& block : piece.body) {
        const auto* dialogue = std::get_if<Dialogue>(&block.node);
        if (dialogue == nullptr) {
            out += (out.empty() ? "" : " | ") + plain_text(Blocks{block});
            continue;
        }
        for (const Turn& turn : dialogue->turns) {
            std::string words = plain_text(turn.blocks);
            for (char& c : words)
                if (c == '\n') c = '/';
            out += (out.empty() ? "" : " | ") + plain_text(turn.speaker) + (turn.voice == Voice::question ? "? " : "! ") + words;
        }
    }
    return out;
}

std::string interview(const std::string& body, const std::string& front = "kind: interview\n") {
    return turns(read("---\ntitle: Talk\n" + front + "---\n" + body).piece);
}

} // namespace

TEST_CASE("names before a colon are speakers, however they are set apart") {
    const std::string told = "Q? Why. | A! Because.";
    CHECK(interview("**Q:** Why.\n\n**A:** Because.\n") == told);
    CHECK(interview("**Q**: Why.\n\n**A**: Because.\n") == told);
    CHECK(interview("*Q:* Why.\n\n*A:* Because.\n") == told);
    CHECK(interview("Q: Why.\n\nA: Because.\n") == told);
    CHECK(interview("Q: Why.\nA: Because.\n") == told);
    CHECK(interview("Q: Why.  \nA: Because.\n") == told);
    CHECK(interview("ADA: Why.\n\nTHE PROJECTIONIST: Because.\n") == "ADA? Why. | THE PROJECTIONIST! Because.");
    CHECK(interview("Frage: Warum.\n\nAntwort: Darum.\n") == "Frage? Warum. | Antwort! Darum.");
}

TEST_CASE("what follows without a name belongs to the turn before, up to a heading") {
    CHECK(interview("Before.\n\n**Q:** Why.\n\n**A:** Because.\n\nAnd so on.\n\n> Said.\n\n## After\n\nEnd.\n") ==
          "Before. | Q? Why. | A! Because./And so on./Said. | After | End.");
}

TEST_CASE("the author asks, and of two who are both unknown the first") {
    CHECK(interview("**Kay:** I am here.\n\n**Quill:** Why.\n\n**Kay:** Because.\n\n**Quill:** Oh.\n",
                    "kind: interview\nauthor: Ada Quill\n") ==
          "Kay! I am here. | Quill? Why. | Kay! Because. | Quill? Oh.");
    CHECK(interview("**Kay:** Why.\n\n**Lee:** Because.\n") == "Kay? Why. | Lee! Because.");
}

TEST_CASE("emphasis, links and notes stay in what is said") {
    const Piece piece = read("---\nkind: interview\n---\n**Q:** Was it *Speed*?[^1]\n\n**A:** [Yes](a.md).\n\n[^1]: A film.\n").piece;
    CHECK(turns(piece) == "Q? Was it Speed? | A! Yes.");
    const auto& first = std::get<Dialogue>(piece.body[0].node).turns[0].blocks[0];
    const Inlines& said = std::get<Paragraph>(first.node).inlines;
    CHECK(std::holds_alternative<Styled>(said[1].node));
    CHECK(std::holds_alternative<NoteReference>(said[3].node));
}

TEST_CASE("a piece of unknown kind is an interview when nearly all of it is talk") {
    const Piece talk = read("# Talk\n\n**Kay:** A.\n\n**Lee:** B.\n\n**Kay:** C.\n\n**Lee:** D.\n").piece;
    CHECK(talk.kind == PieceKind::interview);
    const std::string labels = "# Film\n\n**The good:** A.\n\n**The bad:** B.\n\n**The ugly:** C.\n\n**In short:** D.\n";
    CHECK(read(labels).piece.kind == PieceKind::review);
    CHECK(turns(read(labels).piece) == "The good: A. | The bad: B. | The ugly: C. | In short: D.");
}

TEST_CASE("a review that quotes a talk is no interview") {
    const std::string text = "---\ntitle: Film\nrating: 4\n---\nKay: A.\n\nLee: B.\n\nKay: C.\n\nLee: D.\n";
    CHECK(read(text).piece.kind == PieceKind::review);
}
