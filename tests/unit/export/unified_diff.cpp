#include "export/unified_diff.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("equal texts have no difference") {
    CHECK(unified_diff("a.md", "a\nb\n", "a\nb\n").empty());
    CHECK(unified_diff("a.md", "", "").empty());
}

TEST_CASE("a changed line stands between three lines on each side") {
    CHECK(unified_diff("a.md", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", "1\n2\n3\n4\ny\n6\n7\n8\n9\n") ==
          "--- a.md\n+++ a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-x\n+y\n 6\n 7\n 8\n");
}

TEST_CASE("changes that are near stand in one hunk, others in their own") {
    const std::string before = "a\n2\n3\n4\n5\n6\n7\nb\n9\n10\n11\n12\n13\n14\n15\n16\nc";
    const std::string after = "A\n2\n3\n4\n5\n6\n7\nB\n9\n10\n11\n12\n13\n14\n15\n16\nC";
    CHECK(unified_diff("a.md", before, after) ==
          "--- a.md\n+++ a.md\n@@ -1,11 +1,11 @@\n-a\n+A\n 2\n 3\n 4\n 5\n 6\n 7\n-b\n+B\n 9\n 10\n 11\n"
          "@@ -14,4 +14,4 @@\n 14\n 15\n 16\n-c\n\\ No newline at end of file\n+C\n\\ No newline at end of file\n");
}
