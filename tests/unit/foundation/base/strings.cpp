#include "foundation/base/strings.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("trimming takes white space off both ends only") {
    CHECK(trim("  a b\t\n") == "a b");
    CHECK(trim("") == "");
    CHECK(trim(" \n ") == "");
    CHECK(trim("\xC2\xA0x") == "\xC2\xA0x");
    CHECK(trim_unicode("\xC2\xA0 x\xE2\x80\x8B \xEF\xBB\xBF") == "x");
    CHECK(trim_unicode("\xC2\xA0") == "");
    CHECK(trim_unicode("a\xC2\xA0z") == "a\xC2\xA0z");
    CHECK(trim_unicode("\x80\xA0 ") == "\x80\xA0");
}

TEST_CASE("case is that of ASCII and leaves other letters alone") {
    CHECK(ascii_lower("ÀBC xyz") == "Àbc xyz");
    CHECK(ascii_iequal("Title", "tITLE"));
    CHECK_FALSE(ascii_iequal("title", "titles"));
    CHECK_FALSE(ascii_iequal("É", "é"));
}

TEST_CASE("splitting keeps empty parts, joining puts them back") {
    CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
    const std::vector<std::string> parts{"a", "", "b"};
    CHECK(join(parts, ", ") == "a, , b");
    CHECK(join({}, ", ").empty());
}

TEST_CASE("replacing goes from left to right and does not look at what it wrote") {
    CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
    CHECK(replace_all("aaa", "aa", "b") == "ba");
    CHECK(replace_all("abc", "", "x") == "abc");
    CHECK(replace_all("", "a", "b").empty());
}

TEST_CASE("the nearest name is one that a slip of the hand explains") {
    const std::vector<std::string> names{"programme", "xerox", "book", "zone-1.jpg"};
    CHECK(nearest("program", names) == "programme");
    CHECK(nearest("xreox", names) == "xerox");
    CHECK(nearest("BOOK", names) == "book");
    CHECK(nearest("zone.jpg", names) == "zone-1.jpg");
    CHECK(nearest("boko", names) == "book");
    CHECK_FALSE(nearest("newspaper", names));
    CHECK_FALSE(nearest("", names));
    CHECK_FALSE(nearest("programme", {}));
    CHECK_FALSE(nearest(std::string(100000, 'x'), names));
    const std::vector<std::string> alike{"cast", "cost"};
    CHECK(nearest("cust", alike) == "cast"); // the first of equals
}

TEST_CASE("XML is escaped, and never holds what XML forbids") {
    CHECK(escape_xml("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; 'd'");
    CHECK(escape_xml("tab\tline\n") == "tab\tline\n");
    CHECK(escape_xml(std::string_view("\0\x0B\x1F", 3)) == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(escape_xml("\xEF\xBF\xBF\xFF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(escape_xml("★ é 🎬") == "★ é 🎬");
    CHECK(escape_xml("Rain ★ falls & falls") == "Rain ★ falls &amp; falls");
}

TEST_CASE("JSON strings are escaped") {
    CHECK(escape_json("\"\\\n\r\t\x01<\x7F") == "\\\"\\\\\\n\\r\\t\\u0001\\u003c\\u007f");
    CHECK(escape_json("★ é") == "★ é");
    CHECK(escape_json("") == "");
    CHECK(escape_json("Rain ★ 'falls' & \"falls\" > once\\") == "Rain ★ 'falls' & \\\"falls\\\" > once\\\\");
}
