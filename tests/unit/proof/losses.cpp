// Each writer and painter is made to lose something, by taking it out of the edition before it writes: the proof
// against the whole edition must find it, at its line, and nothing else. And the same with the reader.
#include "issue.h"

#include "document/tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <vector>

using namespace halfstar;
using namespace halfstar::fake;

namespace {

template <class Node> Node& first(Blocks& blocks) {
    Node* found = nullptr;
    walk_blocks(blocks, [&](Block& block) {
        if (Node* node = std::get_if<Node>(&block.node); node != nullptr && found == nullptr) found = node;
    });
    REQUIRE(found != nullptr);
    return *found;
}

/// Puts other words in the place of some.
void rewrite(Piece& piece, std::string_view from, std::string_view to) {
    bool done = false;
    const auto replace = [&](Inlines& inlines) {
        walk_inlines(inlines, [&](Inline& one) {
            Text* text = std::get_if<Text>(&one.node);
            const std::size_t at = text == nullptr ? std::string::npos : text->text.find(from);
            if (at == std::string::npos) return;
            text->text.replace(at, from.size(), to);
            done = true;
        });
    };
    if (piece.epigraph) replace(piece.epigraph->words);
    replace(piece.summary);
    walk_blocks(piece.body, [&](Block& block) { each_inlines(block, replace); });
    for (Note& note : piece.notes)
        walk_blocks(note.blocks, [&](Block& block) { each_inlines(block, replace); });
    REQUIRE(done);
}

void remove_paragraph(Piece& piece, std::string_view words) {
    const auto found = std::find_if(piece.body.begin(), piece.body.end(), [&](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        return paragraph != nullptr && plain_text(paragraph->inlines).find(words) != std::string::npos;
    });
    REQUIRE(found != piece.body.end());
    piece.body.erase(found);
}

struct Mutation {
    const char* name;
    std::uint32_t line;
    const char* flow;
    std::function<void(Piece&)> change;
    bool on_paper = true; ///< whether paper shows it
};

std::vector<Mutation> mutations() {
    return {
        {"a paragraph", 12, "body", [](Piece& piece) { remove_paragraph(piece, "is let by the week"); }},
        {"the first paragraph", 10, "body", [](Piece& piece) { remove_paragraph(piece, "Martin has a trawler"); }},
        {"a word", 10, "body", [](Piece& piece) { rewrite(piece, "a trawler", "a"); }},
        {"a word's letter", 24, "body", [](Piece& piece) { rewrite(piece, "voice", "vice"); }},
        {"two words that changed places", 12, "body", [](Piece& piece) { rewrite(piece, "own wine", "wine own"); }},
        {"an item of a list", 22, "body", [](Piece& piece) { first<List>(piece.body).items[1].blocks.clear(); }},
        {"a note", 26, "note", [](Piece& piece) { piece.notes[0].blocks.clear(); }},
        {"a word of a note", 26, "note", [](Piece& piece) { rewrite(piece, "were his", "were"); }},
        {"what gives the story away", 24, "note", [](Piece& piece) { piece.notes[1].blocks.clear(); }},
        {"a caption", 14, "caption", [](Piece& piece) { first<Figure>(piece.body).caption.clear(); }},
        {"a cell", 19, "cell", [](Piece& piece) { first<Table>(piece.body).rows[1][0].inlines.clear(); }},
        {"a row", 18, "cell",
         [](Piece& piece) { first<Table>(piece.body).rows.erase(first<Table>(piece.body).rows.begin()); }},
        {"words that stand for a picture", 14, "body",
         [](Piece& piece) { first<Figure>(piece.body).image.alternative = "A knot"; }},
        {"the epigraph", 6, "epigraph", [](Piece& piece) { piece.epigraph.reset(); }},
        {"the summary", 3, "summary", [](Piece& piece) { piece.summary.clear(); }, false},
    };
}

} // namespace

TEST_CASE("what is whole lost nothing, in any output") {
    const ReadIssue issue = read_issue(bait);
    for (const Output output : all_outputs) {
        CAPTURE(name_of(output));
        Diagnostics losses;
        const Result<Proof> proof = write_and_prove(output, issue.edition, issue.edition, losses);
        REQUIRE(proof);
        for (const Diagnostic& loss : losses.all())
            FAIL_CHECK(loss.message);
        CHECK(proof->pieces == 1);
        CHECK(proof->flows == (output == Output::site || output == Output::ebook
                                   ? 12
                                   : 11)); // body, two notes, a caption, six cells, epigraph, summary;
        CHECK(proof->words > 60);
    }
}

TEST_CASE("what an output lost is found at its line, and nothing else is") {
    const ReadIssue issue = read_issue(bait);
    for (const Mutation& mutation : mutations())
        for (const Output output : all_outputs) {
            const bool paper = output == Output::zine || output == Output::note;
            if (paper && !mutation.on_paper) continue;
            const std::string what = std::string(mutation.name) + " in the " + name_of(output);
            CAPTURE(what);
            Edition less = issue.edition;
            mutation.change(less.pieces[0]);
            Diagnostics losses;
            REQUIRE(write_and_prove(output, less, issue.edition, losses));
            CHECK(losses.all().size() == 1);
            CHECK(line_of_loss(losses, issue.sources) == mutation.line);
            if (losses.empty()) continue;
            CHECK(losses.all()[0].code == Code::lost_words);
            CAPTURE(losses.all()[0].message);
            CHECK(losses.all()[0].message.find(std::string("lost words of the ") + mutation.flow) != std::string::npos);
        }
}

TEST_CASE("a piece that is not there has lost everything") {
    const ReadIssue issue = read_issue(bait);
    Edition without = issue.edition;
    without.pieces[0].key = "another";
    for (const Output output : {Output::site, Output::ebook}) {
        CAPTURE(name_of(output));
        Diagnostics losses;
        REQUIRE(write_and_prove(output, without, issue.edition, losses));
        CHECK(losses.all().size() == 6); // body, summary, epigraph, and the first of notes, captions and cells
    }
}

TEST_CASE("a zine without the reviews has lost everything that paper shows") {
    const ReadIssue issue = read_issue(bait);
    Edition without = issue.edition;
    without.parts = {IssuePart::colophon};
    Diagnostics losses;
    REQUIRE(write_and_prove(Output::zine, without, issue.edition, losses));
    CHECK(losses.all().size() == 5);
}

TEST_CASE("an output that cannot be read is a failure, no loss") {
    const ReadIssue issue = read_issue(bait);
    Diagnostics losses;
    CHECK_FALSE(proof::prove_ebook(issue.edition, "/nowhere/book.epub", losses));
    CHECK_FALSE(proof::prove_zine(issue.edition, "/nowhere/zine.pdf", losses));
    CHECK(losses.empty());
}

TEST_CASE("a source that is whole in its tree lost nothing") {
    const ReadIssue issue = read_issue(bait);
    Diagnostics losses;
    const Proof proof = proof::prove_sources(issue.edition, issue.sources, losses);
    for (const Diagnostic& loss : losses.all())
        FAIL_CHECK(loss.message);
    CHECK(proof.pieces == 1);
    CHECK(proof.words > 60);
}

TEST_CASE("what the reader lost is found at its line") {
    const ReadIssue issue = read_issue(bait);
    const auto line_without = [&](const std::function<void(Piece&)>& change) {
        Edition less = issue.edition;
        change(less.pieces[0]);
        Diagnostics losses;
        proof::prove_sources(less, issue.sources, losses);
        return line_of_loss(losses, issue.sources);
    };
    CHECK(line_without([](Piece& piece) { remove_paragraph(piece, "is let by the week"); }) == 12);
    CHECK(line_without([](Piece& piece) { remove_paragraph(piece, "Martin has a trawler"); }) == 10);
    CHECK(line_without([](Piece& piece) { piece.notes[0].blocks.clear(); }) == 26);
    CHECK(line_without([](Piece& piece) { rewrite(piece, "a bucket", "a"); }) == 10);
    CHECK(line_without([](Piece& piece) { piece.body.clear(); }) == 10);
}
