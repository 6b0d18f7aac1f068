#include "linting.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::lint;
using Lines = std::vector<std::string>;

namespace {
const std::string whole = "---\ntitle: Stalker\nyear: 1979\ndate: 2019-12-17\nrating: 5/5\n---\n\nThe Zone breathes.\n";
}

TEST_CASE("a review that says all of itself is let alone") {
    CHECK(Folder().add("a.md", whole).findings().diagnostics.empty());
}

TEST_CASE("what a review does not say of itself") {
    const std::string bare = "The Zone breathes.\n";
    CHECK(said_of(bare, Code::missing_title) == Lines{"a.md:1:1: no title is given; the file's name makes one: 'A'"});
    CHECK(said_of(bare, Code::missing_date) == Lines{"a.md:1:1: no date is given"});
    CHECK(said_of(bare, Code::missing_rating) == Lines{"a.md:1:1: no rating is given"});
    CHECK(said_of("# Stalker\n\nThe Zone breathes.\n", Code::missing_title).empty());
}

TEST_CASE("only reviews have to be rated") {
    CHECK(said_of("---\ntitle: On projectors\nkind: essay\ndate: 2019-01-01\n---\n\nThey hum.\n", Code::missing_rating)
              .empty());
}

TEST_CASE("a fact that could not be read is not missing") {
    CHECK(said_of("---\ntitle: Stalker\ndate: someday\nrating: 11/10\n---\n\nText.\n", Code::missing_date).empty());
    CHECK(said_of("---\ntitle: Stalker\ndate: someday\nrating: 11/10\n---\n\nText.\n", Code::missing_rating).empty());
}

TEST_CASE("an author who never rates is told once") {
    Folder folder;
    folder.add("a.md", "# A\n\nText.\n").add("b.md", "# B\n\nText.\n").add("c.md", "# C\n\nText.\n");
    CHECK(folder.said(Code::missing_rating).size() == 1);
    folder.add("d.md", whole);
    CHECK(folder.said(Code::missing_rating).size() == 3);
}

TEST_CASE("years without films") {
    const auto of_year = [](const std::string& year) {
        return "---\ntitle: Metropolis\nyear: " + year + "\n---\n\nText.\n";
    };
    CHECK(said_of(of_year("1872"), Code::implausible_year) ==
          Lines{"a.md:3:7: the year 1872 is before the first film, of 1888"});
    CHECK(said_of(of_year("1888"), Code::implausible_year).empty());
    Folder folder;
    folder.add("a.md", of_year("2031"));
    CHECK(folder.said(Code::implausible_year).empty());
    folder.manuscripts.year = 2030;
    CHECK(folder.said(Code::implausible_year) == Lines{"a.md:3:7: the year 2031 is in the future"});
    folder.manuscripts.year = 2031;
    CHECK(folder.said(Code::implausible_year).empty());
}

TEST_CASE("a day in the future") {
    Folder folder;
    folder.add("a.md", "---\ntitle: Metropolis\ndate: 2109-12-17\n---\n\nText.\n");
    folder.manuscripts.year = 2019;
    CHECK(folder.said(Code::implausible_year) == Lines{"a.md:3:7: the year 2109 is in the future"});
}
