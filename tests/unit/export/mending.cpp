#include "export/mending.h"
#include "foundation/base/files.h"

#include <doctest/doctest.h>

#include <vector>

using namespace halfstar;

namespace {

lint::Repair repair(std::uint32_t begin, std::uint32_t end, std::string text) {
    return {{1, begin, end}, std::move(text)};
}

std::string mended(std::string_view bytes, const std::vector<lint::Repair>& repairs) {
    return mended_bytes(bytes, repairs).value_or("nothing");
}

bool alike(std::string_view before, std::string_view after) {
    return read_alike(before, after, {"a.md", "/r/a.md", "/r", "/r", "a.md"}, ReadOptions{}, MemoryReader());
}

} // namespace

TEST_CASE("bytes that are not repaired stay: byte order marks, line ends, NULs") {
    CHECK(mended("\xEF\xBB\xBF"
                 "a\r\n\"b\"\r\n",
                 {repair(2, 3, "“"), repair(4, 5, "”")}) == "\xEF\xBB\xBF"
                                                            "a\r\n“b”\r\n");
    CHECK(mended("a\r'b\r", {repair(2, 3, "’")}) == "a\r’b\r");
    CHECK(mended(std::string("It\0", 3) + "'s all one text, with a byte too many", {repair(2, 3, "’")}) ==
          std::string("It\0", 3) + "’s all one text, with a byte too many");
}

TEST_CASE("a file of Windows-1252 stays one") {
    CHECK(mended("Am\xE9lie \"x\"", {repair(8, 9, "“"), repair(10, 11, "”")}) == "Am\xE9lie \x93x\x94");
    CHECK(mended("Am\xE9lie'x", {repair(7, 8, "\u2032")}) == "nothing");
    CHECK(mended("Am\xE9lie \xC3\xA9'x", {repair(10, 11, "’")}) == "Am\xE9lie \xC3\xA9’x");
}

TEST_CASE("what is no run of bytes is left alone") {
    CHECK(mended(std::string_view("\xFF\xFE"
                                  "a\0'\0",
                                  6),
                 {repair(1, 2, "’")}) == "nothing");
    CHECK(mended("a'b", {}) == "nothing");
}

TEST_CASE("a repair is one only when the piece is read as before") {
    CHECK(alike("He said \"no\"...  So.\n", "He said “no”… So.\n"));
    CHECK_FALSE(alike("He said \"no\".\n", "He said ”no“.\n"));
    CHECK_FALSE(alike("a\n", "b\n"));
}
