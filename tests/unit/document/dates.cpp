#include "document/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace halfstar;

namespace {

std::string read(std::string_view written) {
    const auto date = read_iso_date(written);
    if (!date) return "none";
    return std::to_string(date->year) + " " + std::to_string(date->month) + " " + std::to_string(date->day);
}

Date date(int year, int month, int day) { return {year, month, day, "", "", ""}; }

} // namespace

TEST_CASE("an ISO date is a day, a month or a year of the calendar") {
    CHECK(read("2019-12-17") == "2019 12 17");
    CHECK(read(" 2019-12 ") == "2019 12 0");
    CHECK(read("2019") == "2019 0 0");
    CHECK(read("2020-02-29") == "2020 2 29");
    for (const std::string_view none :
         {"", "-", "2019-", "2019-13", "2019-00", "2019-02-29", "1900-02-29", "2019-04-31", "2019-1-5", "0000", "19",
          "2019-12-17-1", "2019-12-17T19:30", "2019/12/17", "+019", "next week"}) {
        CAPTURE(none);
        CHECK(read(none) == "none");
    }
}

TEST_CASE("a piece's day is that on which its film was seen, else that of its publication") {
    Piece piece;
    CHECK(day_of(piece) == nullptr);
    piece.published = Fact<Date>{date(2020, 1, 2), {}};
    CHECK(day_of(piece)->year == 2020);
    piece.seen = Fact<Date>{date(2019, 12, 17), {}};
    CHECK(day_of(piece)->year == 2019);
}

TEST_CASE("dates are compared as far as both are known") {
    CHECK(compare_known(date(2019, 3, 5), date(2019, 3, 6)) == -1);
    CHECK(compare_known(date(2019, 4, 1), date(2019, 3, 6)) == 1);
    CHECK(compare_known(date(2018, 12, 31), date(2019, 0, 0)) == -1);
    CHECK(compare_known(date(2019, 12, 31), date(2019, 0, 0)) == 0);
    CHECK(compare_known(date(2019, 3, 0), date(2019, 3, 6)) == 0);
    CHECK(compare_known(date(2019, 3, 6), date(2019, 3, 6)) == 0);
}
