#include "design/pictures/pictures.h"
#include "design/pictures/rows.h"
#include "foundation/base/deflate.h"
#include "unit/design/pictures/made.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace std::string_literals;

namespace {

enum class Colour : std::uint8_t { gray = 0, rgb = 2 };

std::string header(std::uint32_t width, std::uint32_t height, Colour colour, int depth = 8, int interlace = 0) {
    std::string text = made::big(width) + made::big(height);
    for (const int byte : {depth, static_cast<int>(colour), 0, 0, interlace}) text += static_cast<char>(byte);
    return made::chunk("IHDR", text);
}

/// `deflated` in two chunks; `more` stands before them.
std::string png(const std::string& header, const std::string& deflated, const std::string& more = {}) {
    const std::size_t half = deflated.size() / 2;
    return "\x89PNG\r\n\x1a\n" + header + more + made::chunk("IDAT", deflated.substr(0, half)) + made::chunk("IDAT", deflated.substr(half)) +
           made::chunk("IEND", "");
}

const std::string colours = "\1\x10\x20\x30\x01\x01\x02\2\0\0\1\0\0\1"s; // two by two, filters "sub" and "up"

bool is_stored(const std::string& file) { return stored_rows(file).has_value(); }

} // namespace

TEST_CASE("rows of a PNG in 8 bits stand as they are") {
    const std::string deflated = zlib_deflated(colours), file = png(header(2, 2, Colour::rgb), deflated);
    REQUIRE(decode_picture(file, {255, 255, 255, 0}));
    const std::optional<StoredRows> rows = stored_rows(file);
    REQUIRE(rows);
    CHECK(rows->width == 2);
    CHECK(rows->height == 2);
    CHECK(rows->channels == 3);
    CHECK(rows->deflated == deflated);
    const std::optional<StoredRows> gray = stored_rows(png(header(2, 2, Colour::gray), zlib_deflated("\0\1\2\2\1\1"s)));
    REQUIRE(gray);
    CHECK(gray->channels == 1);
}

TEST_CASE("rows of other kinds of PNG do not") {
    const std::string deflated = zlib_deflated(colours);
    CHECK_FALSE(is_stored(png(header(2, 2, Colour::rgb, 16), zlib_deflated(colours + colours))));
    CHECK_FALSE(is_stored(png(header(2, 2, Colour::rgb, 8, 1), deflated)));
    CHECK_FALSE(is_stored(png(header(2, 2, Colour::rgb), deflated, made::chunk("tRNS", std::string(6, '\0')))));
    CHECK_FALSE(is_stored(png(header(2, 2, Colour::rgb), deflated, made::chunk("gAMA", made::big(100000)))));
    CHECK(is_stored(png(header(2, 2, Colour::rgb), deflated, made::chunk("gAMA", made::big(45455)))));
    CHECK_FALSE(is_stored(png(header(2, 2, Colour::rgb), made::stored(colours)))); // not deflated at all
}

TEST_CASE("rows that another form says in fewer bytes do not stand as they are") {
    // Gray in three samples: under each filter, neighbours with and without a colour.
    for (const char filter : "\0\1\2\3\4"s) {
        const std::string gray = "\0\x10\x10\x10\x20\x20\x20"s + filter + "\x05\x05\x05\xf0\xf0\xf0"s;
        CHECK_FALSE(is_stored(png(header(2, 2, Colour::rgb), zlib_deflated(gray))));
        CHECK(is_stored(png(header(2, 2, Colour::rgb), zlib_deflated(gray.substr(0, 13) + "\xf1"))));
    }
    // Black and white, under a filter that halves, and with one gray.
    CHECK_FALSE(is_stored(png(header(2, 2, Colour::gray), zlib_deflated("\0\xff\0\3\x80\x80"s))));
    CHECK(is_stored(png(header(2, 2, Colour::gray), zlib_deflated("\0\xff\0\3\x80\x70"s))));
}

TEST_CASE("rows that are not sound do not stand as they are") {
    const std::string head = header(2, 2, Colour::rgb), deflated = zlib_deflated(colours);
    std::string other_sum = deflated;
    other_sum.back() = static_cast<char>(other_sum.back() ^ 1);
    CHECK_FALSE(is_stored(png(head, other_sum)));
    CHECK_FALSE(is_stored(png(head, deflated + "more")));
    CHECK_FALSE(is_stored(png(head, zlib_deflated(colours + "\0"s))));
    CHECK_FALSE(is_stored(png(head, zlib_deflated(colours.substr(1)))));
    CHECK_FALSE(is_stored(png(head, zlib_deflated("\5"s + colours.substr(1))))); // no such filter
    CHECK_FALSE(is_stored(png(header(0xffffffff, 0xffffffff, Colour::rgb), deflated)));
    CHECK_FALSE(is_stored(png(head, "")));
    const std::string file = png(head, deflated);
    for (std::size_t size = 0; size < 45; ++size) CHECK_FALSE(is_stored(file.substr(0, size)));
}

TEST_CASE("a PNG that is soundly stored is one that can be decoded") {
    const std::string file = png(header(2, 2, Colour::rgb), zlib_deflated(colours), made::chunk("tEXt", "Title\0Nothing"s));
    const auto is_sound = [](const std::string& bytes) { return is_soundly_stored(bytes, 6, 2); };
    CHECK(is_sound(file));
    for (std::size_t size = 0; size < file.size(); ++size) CHECK_FALSE(is_sound(file.substr(0, size)));
    for (std::size_t at = 8; at < file.size(); ++at)
        for (const int change : {1, 0x20, 0x80}) {
            std::string other = file;
            other[at] = static_cast<char>(other[at] ^ change);
            CHECK_FALSE(is_sound(other));
        }
    CHECK_FALSE(is_soundly_stored(file, 6, 3));
    CHECK_FALSE(is_soundly_stored(file, 7, 2));
    CHECK_FALSE(is_soundly_stored(file, std::size_t{1} << 24, 0xffffffff)); // more than is tried
    // Rows in two places, between which something else stands.
    const std::string deflated = zlib_deflated(colours);
    CHECK_FALSE(is_sound("\x89PNG\r\n\x1a\n" + header(2, 2, Colour::rgb) + made::chunk("IDAT", deflated.substr(0, 9)) + made::chunk("tEXt", "Title\0Two"s) +
                         made::chunk("IDAT", deflated.substr(9)) + made::chunk("IEND", "")));
}

TEST_CASE("a picture is found whole or damaged, however it is looked at") {
    const std::string file = png(header(2, 2, Colour::rgb), zlib_deflated(colours));
    CHECK(inspect_picture(file));
    for (std::size_t at = 8; at < file.size(); ++at) {
        std::string other = file;
        other[at] = static_cast<char>(other[at] ^ 1);
        CHECK(bool(inspect_picture(other)) == bool(decode_picture(other, {255, 255, 255, 0})));
    }
}
