#include "backends/pdf/notation.h"

#include "backends/pdf/deflated_rows.h"
#include "foundation/base/deflate.h"
#include "unit/backends/pdf/pdf_file.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <vector>

using namespace halfstar;
using namespace halfstar::pdf;

TEST_CASE("numbers have at most three decimals and no needless zeros") {
    CHECK(decimal(0) == "0");
    CHECK(decimal(1500) == "1.5");
    CHECK(decimal(-7) == "-0.007");
    CHECK(decimal(12'000'000) == "12000");
    CHECK(number(Length::points(595.28)) == "595.28");
    CHECK(number(Length{-33}) == "-0.001");
    CHECK(number(Length{32}) == "0");
}

TEST_CASE("quotients are rounded away from zero at the half") {
    CHECK(rounded_quotient(5, 10) == 1);
    CHECK(rounded_quotient(-5, 10) == -1);
    CHECK(rounded_quotient(14, 10) == 1);
    CHECK(rounded_quotient(-14, 10) == -1);
}

TEST_CASE("names escape what would end them") {
    CHECK(name("Vollkorn-Regular") == "/Vollkorn-Regular");
    CHECK(name("A B#(c)") == "/A#20B#23#28c#29");
    CHECK(name("\xC3\xA9") == "/#C3#A9");
}

TEST_CASE("text is ASCII where it can be and UTF-16 where it must") {
    CHECK(text_string("A (b) \\") == "(A \\(b\\) \\\\)");
    CHECK(text_string("\xC3\xA9") == "<FEFF00E9>");
    CHECK(text_string("\xF0\x9F\x8E\xAC") == "<FEFFD83CDFAC>");
    CHECK(text_string("a\nb") == "<FEFF0061000A0062>");
    CHECK(byte_string(std::string_view("\r\0", 2)) == std::string("(\\r\0)", 5));
}

TEST_CASE("references stand alone and in arrays") {
    CHECK(reference(12) == "12 0 R");
    CHECK(references(std::vector<ObjectNumber>{1, 2}) == "[1 0 R 2 0 R]");
    CHECK(references(std::vector<ObjectNumber>{}) == "[]");
}

TEST_CASE("deflated bytes inflate to what they were, the empty text and long ones too") {
    for (const std::size_t size : {0u, 1u, 100'000u}) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) {
            bytes += static_cast<char>(i * i % 251);
        }
        CHECK(fake::inflate(zlib_deflated(bytes)) == bytes);
    }
}

namespace {

int foretell(int kind, int left, int up, int corner) {
    const int p = left + up - corner;
    const int a = std::abs(p - left), b = std::abs(p - up), c = std::abs(p - corner);
    switch (kind) {
    case 1: return left;
    case 2: return up;
    case 3: return (left + up) / 2;
    case 4: return a <= b && a <= c ? left : b <= c ? up : corner;
    default: return 0;
    }
}

/// Undoes PNG's filters, as a reader does.
std::vector<std::uint8_t> unfiltered(const std::string& bytes, std::size_t row_bytes, std::size_t pixel_bytes) {
    std::vector<std::uint8_t> rows;
    for (std::size_t at = 0; at < bytes.size(); at += row_bytes + 1) {
        const std::size_t start = rows.size();
        for (std::size_t i = 0; i < row_bytes; ++i) {
            const int left = i < pixel_bytes ? 0 : rows[start + i - pixel_bytes];
            const int up = start == 0 ? 0 : rows[start + i - row_bytes];
            const int corner = i < pixel_bytes || start == 0 ? 0 : rows[start + i - row_bytes - pixel_bytes];
            const int value = static_cast<unsigned char>(bytes[at + 1 + i]);
            rows.push_back(static_cast<std::uint8_t>(value + foretell(bytes[at], left, up, corner)));
        }
    }
    return rows;
}

} // namespace

TEST_CASE("filtered rows give back their samples and make slopes small") {
    const std::size_t width = 61, height = 40;
    std::vector<std::uint8_t> samples;
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width * 3; ++x) {
            samples.push_back(static_cast<std::uint8_t>(x * 2 + y * 3 + (x * y % 7 == 0 ? 1 : 0)));
        }
    }
    const std::string rows = deflated_rows(samples, width * 3, 3);
    CHECK(unfiltered(fake::inflate(rows), width * 3, 3) == samples);
    const std::string plain(samples.begin(), samples.end());
    CHECK(rows.size() < zlib_deflated(plain).size());
}
