// The sample issue, from which a paragraph at a time is taken as if the reader had lost it.
#include "proof/proof.h"

#include "document/tree.h"
#include "foundation/base/files.h"
#include "proof/words.h"
#include "read/read.h"

#include <doctest/doctest.h>

#include <limits>

using namespace halfstar;

namespace {

struct Read {
    Sources sources;
    Edition edition;
};

Read read_text(const std::string& bytes, const std::string& folder, const std::string& name) {
    Read made;
    const DiskReader disk;
    const SourceId source = made.sources.add(name, bytes);
    Diagnostics told;
    auto read = read_piece(bytes, {source, name, folder, folder}, {}, disk, told);
    made.sources.set_text(source, read->text);
    made.edition.pieces.push_back(std::move(read->piece));
    return made;
}

Read read_sample(const std::string& folder, const std::string& name) {
    return read_text(*DiskReader().read(folder + "/" + name, std::numeric_limits<std::uint64_t>::max()), folder, name);
}

} // namespace

TEST_CASE("whichever paragraph the reader might lose, it is found and named") {
    const std::string folder = std::string(HALFSTAR_SOURCE_DIR) + "/samples/2019";
    std::size_t paragraphs = 0;
    for (const std::string& name : DiskReader().list(folder)) {
        if (!name.ends_with(".md")) continue;
        CAPTURE(name);
        const Read whole = read_sample(folder, name);
        const Blocks& body = whole.edition.pieces[0].body;
        for (std::size_t i = 0; i < body.size(); ++i) {
            const auto* paragraph = std::get_if<Paragraph>(&body[i].node);
            if (paragraph == nullptr || proof::words_of(plain_text(paragraph->inlines)).size() < 6) continue;
            Edition less = whole.edition;
            less.pieces[0].body.erase(less.pieces[0].body.begin() + static_cast<std::ptrdiff_t>(i));
            Diagnostics losses;
            proof::prove_sources(less, whole.sources, losses);
            CAPTURE(plain_text(paragraph->inlines));
            REQUIRE(losses.all().size() == 1);
            const Span loss = losses.all()[0].span;
            CHECK(loss.begin >= body[i].span.begin);
            CHECK(loss.end <= body[i].span.end);
            ++paragraphs;
        }
    }
    CHECK(paragraphs > 150);
}

TEST_CASE("a text that is facts and nothing else has lost nothing") {
    const Read read = read_text("# Stalker\n\n<dl><dt>My Rating:</dt>\n<dd>5 out of 5</dd>\n<dt>Date watched:</dt>\n<dd>Aug 15 2017</dd>\n"
                                "<dt>Directed by:</dt>\n<dd>Ada Quill and Joss Farrow</dd>\n</dl>\n",
                                "/", "stalker.md");
    CHECK(read.edition.pieces[0].body.empty());
    Diagnostics losses;
    proof::prove_sources(read.edition, read.sources, losses);
    CHECK(losses.empty());
}
