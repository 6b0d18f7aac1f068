#include "foundation/base/byte_set.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("bytes of a set are found where std finds them") {
    constexpr std::string_view bytes = "\n\r[\xFF";
    constexpr ByteSet set(bytes);
    for (const std::string_view text : {"", "abc", "a\nb", "\r\n[", "a\xFFz", "[[["})
        for (std::size_t at = 0; at <= text.size() + 1; ++at) {
            CAPTURE(text);
            CAPTURE(at);
            CHECK(set.first_in(text, at) == text.find_first_of(bytes, at));
            CHECK(set.first_other_in(text, at) == text.find_first_not_of(bytes, at));
        }
    CHECK(set.holds('\xFF'));
    CHECK_FALSE(set.holds('a'));
}
