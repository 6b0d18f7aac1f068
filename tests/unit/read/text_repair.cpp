#include "read/text_repair.h"

#include "read/read.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;
using namespace halfstar::reading;
using namespace std::string_literals;

namespace {

struct Repaired {
    std::optional<std::string> text;
    Diagnostics diagnostics;
};

Repaired repair(std::string_view bytes) {
    Repaired repaired;
    repaired.text = repair_text(bytes, 1, "stalker.md", repaired.diagnostics);
    return repaired;
}

std::string quiet(std::string_view bytes) {
    const Repaired repaired = repair(bytes);
    CHECK(repaired.diagnostics.empty());
    REQUIRE(repaired.text);
    return *repaired.text;
}

void refused(std::string_view bytes, Code code) {
    const Repaired repaired = repair(bytes);
    CHECK_FALSE(repaired.text);
    REQUIRE(repaired.diagnostics.all().size() == 1);
    CHECK(repaired.diagnostics.all()[0].code == code);
}

} // namespace

TEST_CASE("every line end becomes a line feed") { CHECK(quiet("a\r\nb\rc\nd\r\r\n") == "a\nb\nc\nd\n\n"); }

TEST_CASE("byte order marks leave and UTF-16 is read by its mark") {
    CHECK(quiet("\xEF\xBB\xBFStalker") == "Stalker");
    CHECK(quiet("\xFF\xFES\0\xE9\0"s) == "Sé");
    CHECK(quiet("\xFE\xFF\0S\0\xE9"s) == "Sé");
    CHECK(quiet("\xFF\xFE\x3D\xD8\x81\xDE"s) == "🚁");
    CHECK(quiet("\xFF\xFE\x3D\xD8"s) == "\uFFFD");
    CHECK(quiet("\xFF\xFE") == "");
}

TEST_CASE("bytes that are no UTF-8 are Windows-1252, and said once at the first of them") {
    const Repaired repaired = repair("caf\xE9 \x93yes\x94 \x81");
    REQUIRE(repaired.text);
    CHECK(*repaired.text == "café “yes” \uFFFD");
    REQUIRE(repaired.diagnostics.all().size() == 1);
    const Diagnostic& said = repaired.diagnostics.all()[0];
    CHECK(said.code == Code::invalid_utf8);
    CHECK(said.span == Span{1, 3, 5});
    CHECK(said.message.find('4') != std::string::npos);
}

TEST_CASE("in a text of Windows-1252 a letter and the mark behind it are two characters, though UTF-8 has one for them") {
    const Repaired german = repair("gr\xF6\xDF\x94 und k\xFChn\x94 und \x84s\xFC\xDF\x93");
    CHECK(*german.text == "größ” und kühn” und „süß“");
    REQUIRE(german.diagnostics.all().size() == 1);
    CHECK(german.diagnostics.all()[0].message == "not UTF-8, and read as Windows-1252 (bytes: 9)");
    // Words of UTF-8 with few strange bytes among them stay what they are.
    CHECK(*repair("\xD7\x94\xD7\x91 \xD7\x94\xD7\x91 \xE9").text == "\u05D4\u05D1 \u05D4\u05D1 é");
    CHECK(*repair("\xE9t\xE9, \xC3\xA9t\xC3\xA9, \xE9").text == "été, été, é");
}

TEST_CASE("the place of bad bytes counts in the repaired text") {
    const Repaired repaired = repair("\xEF\xBB\xBF"
                                     "a\r\nb\xE9");
    REQUIRE(repaired.diagnostics.all().size() == 1);
    CHECK(repaired.diagnostics.all()[0].span == Span{1, 3, 5});
}

TEST_CASE("no control character gets through") {
    CHECK(quiet("a\tb") == "a\tb");
    CHECK(quiet("this is long enough for one bell \x07 and one form feed\f.") ==
          "this is long enough for one bell \uFFFD and one form feed .");
    CHECK(quiet("quoted \xC2\x93so\xC2\x94") == "quoted “so”");
    CHECK(quiet("not a character: \xEF\xBF\xBE") == "not a character: \uFFFD");
}

TEST_CASE("what is no text is refused") {
    refused("GIF89a\0\0"s, Code::binary_input);
    refused(std::string(64, '\0'), Code::binary_input);
    refused("%PDF-1.7 and so on", Code::binary_input);
    refused("\x01\x02\x03\x04", Code::binary_input);
    refused(std::string(input_byte_limit + 1, 'a'), Code::input_too_large);
}

TEST_CASE("UTF-32 is read by its mark, and half a character at the end is no word") {
    CHECK(quiet("\xFF\xFE\0\0S\0\0\0\x81\xF6\x01\0"s) == "S🚁");
    CHECK(quiet("\0\0\xFE\xFF\0\0\0S"s) == "S");
    CHECK(quiet("\xFF\xFES\0\n"s) == "S");
    CHECK(quiet("\xFF\xFES\0T"s) == "S\uFFFD");
}

TEST_CASE("UTF-16 without a mark is known by its NULs") {
    std::string little, big;
    for (const char c : "The Zone breathes, and waits."s) {
        little += c;
        little += '\0';
        big += '\0';
        big += c;
    }
    CHECK(quiet(little) == "The Zone breathes, and waits.");
    CHECK(quiet(big) == "The Zone breathes, and waits.");
}

TEST_CASE("NULs within a text leave it, and are said once at the first") {
    const Repaired repaired = repair("The Zone breathes.\0 It waits, and\0 waits for the three of them.\n"s);
    REQUIRE(repaired.text);
    CHECK(*repaired.text == "The Zone breathes. It waits, and waits for the three of them.\n");
    REQUIRE(repaired.diagnostics.all().size() == 1);
    CHECK(repaired.diagnostics.all()[0].code == Code::nul_bytes);
    CHECK(repaired.diagnostics.all()[0].span == Span{1, 18, 18});
}

TEST_CASE("Unicode's own line ends are line ends") { CHECK(quiet("a\u2028b\u2029c") == "a\nb\n\nc"); }

TEST_CASE("Windows-1252 full of umlauts is a text, and compressed data is none") {
    CHECK(repair("\xC4\xD6\xDC \xE4\xF6\xFC \xDF\xE9\xE8\xEA \xA9").text);
    std::string bytes;
    std::uint32_t state = 1;
    for (int i = 0; i < 5000; ++i) {
        state = state * 1664525u + 1013904223u;
        bytes += static_cast<char>(state >> 24u);
    }
    refused(bytes, Code::binary_input);
}

TEST_CASE("an empty file is an empty text") { CHECK(quiet("").empty()); }
