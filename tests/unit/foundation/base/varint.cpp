#include "foundation/base/varint.h"

#include <doctest/doctest.h>

#include <limits>

using namespace halfstar;

TEST_CASE("integers come back as they were written, small ones from one byte") {
    const std::uint64_t numbers[] = {0, 127, 128, 16'383, 16'384, std::numeric_limits<std::uint64_t>::max()};
    const std::int64_t signed_numbers[] = {0, -64, 63, -65, 64, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    std::string bytes;
    for (const std::uint64_t number : numbers) append_varint(bytes, number);
    for (const std::int64_t number : signed_numbers) append_signed_varint(bytes, number);
    VarintReader in(bytes);
    for (const std::uint64_t number : numbers) CHECK(in.number() == number);
    for (const std::int64_t number : signed_numbers) CHECK(in.signed_number() == number);
    CHECK(in.at_end());
    std::string small;
    append_varint(small, 127);
    append_signed_varint(small, -64);
    CHECK(small.size() == 2);
}
