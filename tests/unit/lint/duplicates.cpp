#include "linting.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::lint;
using Lines = std::vector<std::string>;

namespace {
const std::string text = "A man drives into the Zone with two others, a writer and a scientist, and on the way there "
                         "is nothing to see but grass, "
                         "water, rust and their own faces.";

std::string review(const std::string& title, const std::string& date, const std::string& body) {
    return "---\ntitle: " + title + "\nyear: 1979\ndate: " + date + "\n---\n\n" + body + "\n";
}
} // namespace

TEST_CASE("the same film of the same day") {
    Folder folder;
    folder.add("a.md", review("Stalker", "2019-12-17", "Once.")).add("b.md", review("stalker", "2019-12-17", "Twice."));
    CHECK(folder.said(Code::duplicate_review) == Lines{"b.md:2:8: the same film is reviewed in 'a.md' too"});
}

TEST_CASE("a film seen again is no duplicate") {
    Folder folder;
    folder.add("a.md", review("Stalker", "2009-12-17", "Once.")).add("b.md", review("Stalker", "2019-12-17", "Twice."));
    CHECK(folder.said(Code::duplicate_review).empty());
}

TEST_CASE("the same text under another name and date") {
    Folder folder;
    folder.add("a.md", review("Stalker", "2009-12-17", text)).add("b.md", review("The Zone", "2019-12-17", text));
    CHECK(folder.said(Code::duplicate_review) == Lines{"b.md:2:8: the same text stands in 'a.md' too"});
}

TEST_CASE("short texts may be alike") {
    Folder folder;
    folder.add("a.md", review("Stalker", "2009-12-17", "More next week."))
        .add("b.md", review("Solaris", "2019-12-17", "More next week."));
    CHECK(folder.said(Code::duplicate_review).empty());
}
