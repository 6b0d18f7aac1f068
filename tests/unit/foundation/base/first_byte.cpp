#include "foundation/base/first_byte.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace halfstar;

TEST_CASE("a byte is found where it stands, whatever its place among sixteen") {
    const auto wanted = [](auto c) { return (c < 0x20) | (c >= 0x80) | (c == '"'); };
    for (const char byte : {'\0', '\x1F', '"', '\x80', '\xFF'})
        for (std::size_t size = 0; size <= 50; ++size)
            for (std::size_t place = 0; place <= size; ++place)
                for (const std::size_t at : {std::size_t{0}, size / 3, size}) {
                    std::string text(size, 'a');
                    if (place < size) text[place] = byte;
                    const std::size_t found = place < size && place >= at ? place : size;
                    CAPTURE(size);
                    CAPTURE(place);
                    CAPTURE(at);
                    CHECK(first_byte(text, at, wanted) == found);
                }
}

TEST_CASE("of several bytes the first is found") {
    const std::string text = std::string(20, 'a') + "--" + std::string(20, 'b') + "-";
    const auto dash = [](auto c) { return c == '-'; };
    CHECK(first_byte(text, 0, dash) == 20);
    CHECK(first_byte(text, 21, dash) == 21);
    CHECK(first_byte(text, 22, dash) == 42);
}
