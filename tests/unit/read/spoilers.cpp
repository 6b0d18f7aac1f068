#include "markdown_reading.h"
#include "reading.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

struct Told {
    std::string_view text, body;
    bool whole = false; ///< the piece as a whole gives its story away
};

} // namespace

TEST_CASE("what is announced as a spoiler in the midst of a text is one, up to its end") {
    for (const Told& each : std::vector<Told>{
             {"A long night.\n\n## Spoilers\n\nHe dies.\n\nShe lives.\n\n## After\n\nB.",
              "p[A long night.] spoiler(Spoilers)[p[He dies.] p[She lives.]] h2[After] p[B.]"},
             {"A.\n\n### Spoilers ahead!\n\nHe dies.\n\n#### Deeper\n\nC.\n\n## After",
              "p[A.] spoiler(Spoilers ahead!)[p[He dies.] h4[Deeper] p[C.]] h2[After]"},
             {"## A\n\nB, a line that is so long that nobody would take it for a warning of anything at all.\n\n"
              "**SPOILERS AHEAD**\n\nHe dies.\n\nEnd of spoilers.\n\nC.",
              "h2[A] p[B, a line that is so long that nobody would take it for a warning of anything at all.] "
              "spoiler(strong[SPOILERS AHEAD])[p[He dies.] p[End of spoilers.]] p[C.]"},
             {"Spoilers follow.\n\nHe dies.", "p[Spoilers follow.] p[He dies.]", true},
             {"Spoilers follow.\n\nHe dies.\n\nEnd spoilers\n\nB.", "spoiler(Spoilers follow.)[p[He dies.] p[End spoilers]] p[B.]"},
             {"A.\n\n## Spoiler-free thoughts\n\nB.", "p[A.] h2[Spoiler-free thoughts] p[B.]"},
             {"A.\n\n## The Spoilers (1942)\n\nB.", "p[A.] h2[The Spoilers (1942)] p[B.]"},
             {"A.\n\nHe spoils it, and spoilers follow from that.\n\nB.",
              "p[A.] p[He spoils it, and spoilers follow from that.] p[B.]", true},
         }) {
        CAPTURE(each.text);
        const Reading reading = read(std::string("---\ntitle: Stalker\n---\n") + std::string(each.text));
        CHECK(shape(reading.piece.body) == each.body);
        if (each.whole) CHECK(reading.piece.spoilers);
    }
}

TEST_CASE("quotations that say what they are become it") {
    for (const Told& each : std::vector<Told>{
             {"A.\n\n> [!note] A *title*\n> Words.\n>\n> More.", "p[A.] quote[p[strong[A em[title]]] p[Words.] p[More.]]"},
             {"A.\n\n> [!quote] Her\n> Words.", "p[A.] quote[p[Words.] by Her]"},
             {"A.\n\n> [!tip]- Open me\n> Words.", "p[A.] details(Open me)[p[Words.]]"},
             {"A.\n\n> [!spoiler]\n> He dies.", "p[A.] spoiler()[p[He dies.]]"},
             {"A.\n\n>! He dies\n>! at night.\n>!\n>! She lives.", "p[A.] spoiler()[p[He dies/at night.//She lives.]]"},
             {"A.\n\n> [link](x) and [!no]", "p[A.] quote[p[link(x)[link] and [!no]]]"},
         }) {
        CAPTURE(each.text);
        std::string body = shape(read(std::string("---\ntitle: Stalker\n---\n") + std::string(each.text)).piece.body);
        CHECK(body == each.body);
    }
}

TEST_CASE("the text before a cut mark is the summary when it is one short paragraph of words") {
    for (const Told& each : std::vector<Told>{
             {"First *words*.\n\n<!--more-->\n\nB.", "First em[words]. | p[First em[words].] p[B.]"},
             {"First.<!--more-->\n\nB.", "First. | p[First.] p[B.]"},
             {"First.<!--more--> Second.\n\nB.", " | p[First. Second.] p[B.]"},
             {"First.\n\nSecond.\n\n<!--more-->\n\nB.", " | p[First.] p[Second.] p[B.]"},
             {"First.[^1]\n\n<!--more-->\n\nB.\n\n[^1]: C.", " | p[First.^1] p[B.]"},
             {"First.\n\n<!--more-->", " | p[First.]"},
             {"---\nsummary: Said.\n---\nFirst.\n\n<!--more-->\n\nB.", "Said. | p[First.] p[B.]"},
         }) {
        CAPTURE(each.text);
        const Reading reading = read(each.text);
        CHECK(shape(reading.piece.summary) + " | " + shape(reading.piece.body) == each.body);
    }
}
