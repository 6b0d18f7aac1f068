#include "design/drawing/ean.h"

#include <doctest/doctest.h>

using namespace halfstar;

TEST_CASE("an ISBN is a number of 13 digits, however it is written") {
    CHECK(ean_of_isbn("978-0-306-40615-7") == "9780306406157");
    CHECK(ean_of_isbn("0-306-40615-2") == "9780306406157"); // of ten digits, with a check digit of its own
    CHECK(ean_of_isbn("0-8044-2957-X") == "9780804429573");
    CHECK_FALSE(ean_of_isbn("978-0-306-40615-8"));
    CHECK_FALSE(ean_of_isbn("12"));
    CHECK_FALSE(ean_of_isbn(""));
}

TEST_CASE("modules of known codes") {
    // 4003994155486, the example in many descriptions of the code; the left half is of the sets oeooee.
    CHECK(ean_pattern("4003994155486") == "101" "0001101" "0100111" "0111101" "0001011" "0010111" "0011101" "01010" "1100110"
                                          "1001110" "1001110" "1011100" "1001000" "1010000" "101");
    CHECK(ean_pattern("9780306406157") == "101" "0111011" "0001001" "0100111" "0111101" "0100111" "0101111" "01010" "1011100"
                                          "1110010" "1010000" "1100110" "1001110" "1000100" "101");
}

TEST_CASE("bars are the dark stretches, and guards stand at both ends and in the middle") {
    const auto bars = ean_bars("9780306406157");
    CHECK(bars.size() == 30);
    int dark = 0, guards = 0;
    std::string drawn(ean_modules, '0');
    for (const EanBar& bar : bars) {
        dark += bar.width;
        guards += bar.guard ? 1 : 0;
        for (int i = 0; i < bar.width; ++i) drawn[static_cast<std::size_t>(bar.first + i)] = '1';
    }
    CHECK(drawn == ean_pattern("9780306406157"));
    CHECK(guards == 6);
    CHECK(dark < ean_modules);
}
