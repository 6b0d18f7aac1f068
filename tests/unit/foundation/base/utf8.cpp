#include "foundation/base/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace halfstar;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST_CASE("every code point is written and read back") {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 251) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        utf8::append(text, c);
        const utf8::Decoded d = utf8::decode(text, 0);
        REQUIRE(d.code_point == c);
        REQUIRE(d.length == text.size());
        REQUIRE(utf8::is_valid(text));
        REQUIRE(utf8::count(text) == 1);
    }
}

TEST_CASE("ASCII is found to its end wherever that is") {
    for (std::size_t length = 0; length < 20; ++length) {
        const std::string ascii(length, 'a');
        CHECK(utf8::is_ascii(ascii));
        CHECK(utf8::ascii_end(ascii + "é" + ascii) == length);
        CHECK(utf8::ascii_end(ascii + "é" + ascii, length + 2) == 2 * length + 2);
        CHECK_FALSE(utf8::is_valid(ascii + "\x80"));
    }
}

TEST_CASE("bytes that start no character are U+FFFD, one byte each") {
    const std::string table[] = {
        "\x80",             // continuation alone
        "\xC0\xAF",         // overlong
        "\xC1\x81",         // overlong
        "\xE0\x80\xAF",     // overlong
        "\xF0\x80\x80\xAF", // overlong
        "\xED\xA0\x80",     // surrogate
        "\xF4\x90\x80\x80", // above U+10FFFF
        "\xF5\x80\x80\x80", // no lead byte
        "\xFE",
        "\xFF",
        "\xC3",         // cut short
        "\xE2\x82",     // cut short
        "\xF0\x9F\x8E", // cut short
        "\xC3(",
        "\xE2(\xA1",
    };
    for (const std::string& bytes : table) {
        CAPTURE(bytes);
        CHECK(utf8::decode(bytes, 0).code_point == 0xFFFD);
        CHECK(utf8::decode(bytes, 0).length == 1);
        CHECK_FALSE(utf8::is_valid(bytes));
        CHECK_FALSE(utf8::is_valid("ok" + bytes + "ok"));
    }
}

TEST_CASE("what is no code point is written as U+FFFD") {
    for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
        std::string text;
        utf8::append(text, c);
        CHECK(text == "\xEF\xBF\xBD");
    }
}

TEST_CASE("characters go behind what is there, ASCII and others by turns") {
    std::string text = "a ";
    utf8::append(text, U"b – çd\0 東京"sv);
    CHECK(text == "a b – çd\0 東京"s);
    utf8::append(text, U""sv);
    utf8::append(text, U"🎬z"sv);
    CHECK(text == "a b – çd\0 東京🎬z"s);
}

TEST_CASE("characters are counted, not bytes") {
    CHECK(utf8::count("") == 0);
    CHECK(utf8::count("zone") == 4);
    CHECK(utf8::count("Зона ★") == 6);
    CHECK(utf8::count("🎬") == 1);
}

TEST_CASE("UTF-32 goes there and back") {
    const std::string text = "Œuvre – 東京 🎬";
    CHECK(utf8::to_utf32(text) == U"Œuvre – 東京 🎬");
    CHECK(utf8::from_utf32(utf8::to_utf32(text)) == text);
    CHECK(utf8::to_utf32("a\xFF") == U"a\uFFFD");
    CHECK(utf8::to_utf32("").empty());
}
