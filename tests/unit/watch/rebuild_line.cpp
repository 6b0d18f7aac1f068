// What people are told about a rebuild.
#include "watch/rebuild_line.h"

#include <doctest/doctest.h>

using halfstar::watch::from_folder;
using halfstar::watch::rebuild_line;
using halfstar::watch::RebuildFacts;

TEST_CASE("the line names what changed and counts what was written") {
    RebuildFacts facts;
    facts.changed = {"parasite.md"};
    facts.written = {"reviews/parasite.pdf", "site/.halfstar-files", "site/feed.xml", "site/reviews/parasite.html",
                     "zine.pdf"};
    facts.took = std::chrono::milliseconds(214);
    CHECK(rebuild_line(facts) == "parasite.md: zine.pdf, 1 page of site, 1 pdf, 214 ms");
    facts.changed = {"a.md", "b.md", "c.md", "d.md", "e.md"};
    facts.written = {"site/feed.xml"};
    CHECK(rebuild_line(facts) == "a.md, b.md, c.md and 2 more: 1 file of site, 214 ms");
    facts.written.clear();
    CHECK(rebuild_line(facts) == "a.md, b.md, c.md and 2 more: nothing new, 214 ms");
}

TEST_CASE("the first line counts the pieces, and a mistake is counted as one") {
    RebuildFacts facts;
    facts.pieces = 28;
    facts.written = {"zine.pdf"};
    CHECK(rebuild_line(facts) == "28 pieces: zine.pdf, 0 ms");
    facts.errors = 1;
    facts.changed = {"issue.yaml"};
    CHECK(rebuild_line(facts) == "issue.yaml: 1 error, outputs stay as they were, 0 ms");
}

TEST_CASE("paths are told from the folder") {
    CHECK(from_folder("reviews/", "reviews/a.md") == "a.md");
    CHECK(from_folder("reviews", "reviews/b/a.md") == "b/a.md");
    CHECK(from_folder(".", "./a.md") == "a.md");
    CHECK(from_folder("reviews", "reviews") == "reviews");
    CHECK(from_folder("reviews", "/elsewhere/a.png") == "/elsewhere/a.png");
}
