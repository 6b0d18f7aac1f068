#include "read/date.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::reading;

namespace {

std::string said(std::string_view written) {
    const auto date = read_date(written);
    if (!date) return "none";
    std::string text = std::to_string(date->year) + " " + std::to_string(date->month) + " " + std::to_string(date->day);
    if (!date->time.empty()) text += " " + date->time;
    if (!date->offset.empty()) text += " " + date->offset;
    return text;
}

struct Row {
    std::string_view written, meant;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.written);
        CHECK(said(row.written) == row.meant);
    }
}

} // namespace

TEST_CASE("ISO dates are read with and without time and offset") {
    check({{"2019-12-17", "2019 12 17"},
           {"2019-12-17T19:30:00+01:00", "2019 12 17 19:30 +01:00"},
           {"2019-12-17T19:30:00Z", "2019 12 17 19:30 Z"},
           {"2019-12-17T19:30:00.123Z", "2019 12 17 19:30 Z"},
           {"2019-12-17 19:30", "2019 12 17 19:30"},
           {"2019-12-17 19:30:05 -0500", "2019 12 17 19:30 -05:00"},
           {"2019-12-17 9:30 +01", "2019 12 17 09:30 +01:00"},
           {"2019/12/17", "2019 12 17"},
           {"2019-3-5", "2019 3 5"},
           {"2019-03", "2019 3 0"},
           {"2019", "2019 0 0"}});
}

TEST_CASE("numbers with the year last have the day first unless that is impossible") {
    check({{"15/03/2019", "2019 3 15"},
           {"03/15/2019", "2019 3 15"},
           {"04/03/2019", "2019 3 4"},
           {"15.3.2019", "2019 3 15"},
           {"15. 3. 2019", "2019 3 15"},
           {"24-02-2019", "2019 2 24"},
           {"15/13/2019", "none"},
           {"32/12/2019", "none"}});
}

TEST_CASE("months are known by name, in nine languages, short and long") {
    check({{"Apr 13 2014", "2014 4 13"},
           {"13 April 2014", "2014 4 13"},
           {"April 13, 2014", "2014 4 13"},
           {"Sunday, April 13, 2014", "2014 4 13"},
           {"13th of April 2014", "2014 4 13"},
           {"Sept. 3, 2020", "2020 9 3"},
           {"March 2019", "2019 3 0"},
           {"15. März 2019", "2019 3 15"},
           {"1er janvier 2020", "2020 1 1"},
           {"14 juillet 2019", "2019 7 14"},
           {"15 de marzo de 2019", "2019 3 15"},
           {"3 maggio 2018", "2018 5 3"},
           {"7 de março de 2018", "2018 3 7"},
           {"29 Ağustos 2021", "2021 8 29"},
           {"jui 3 2019", "none"}});
}

TEST_CASE("dates are read in the forms of programs and letters too") {
    check({{"20140413", "2014 4 13"},
           {"2014.04.13", "2014 4 13"},
           {"1397347200", "2014 4 13 00:00 Z"},
           {"15/03/19", "2019 3 15"},
           {"15/03/2019 19:30", "2019 3 15 19:30"},
           {"13-Apr-2014", "2014 4 13"},
           {"April 13th, 2014 at 7:30 pm", "2014 4 13 19:30"},
           {"Sun, 13 Apr 2014 19:30:00 +0000", "2014 4 13 19:30 +00:00"},
           {"Sun Apr 13 2014 19:30:00 GMT+0100 (British Summer Time)", "2014 4 13 19:30 +01:00"},
           {"13.\u00A0April 2014", "2014 4 13"},
           {"13\u202FAp\u00ADril\u200B 2014", "2014 4 13"},
           {"15 agustos 2021", "2021 8 15"},
           {"13 fe\u0301vrier 2014", "2014 2 13"}});
}

TEST_CASE("a date in numbers tells whether its order is sure") {
    CHECK(read_date("15/03/2019")->order == NumericOrder::day_first);
    CHECK(read_date("03/15/2019")->order == NumericOrder::month_first);
    CHECK(read_date("03/04/2019")->order == NumericOrder::either);
    CHECK(read_date("03/03/2019")->order == NumericOrder::none);
    CHECK(read_date("03.04.2019")->order == NumericOrder::none);
    CHECK(read_date("2019-04-03")->order == NumericOrder::none);
}

TEST_CASE("names and folders tell years and days") {
    CHECK(split_year("stalker-1979").date->year == 1979);
    CHECK(split_year("stalker-1979").name == "stalker");
    CHECK(split_year("Stalker (1979)").name == "Stalker");
    CHECK_FALSE(split_year("1917").date);
    CHECK_FALSE(split_year("blade-runner-2049").date);
    CHECK(date_of_folders("posts/2019/03/stalker.md")->month == 3);
    CHECK(date_of_folders("2019/03/15/stalker.md")->day == 15);
    CHECK_FALSE(date_of_folders("1979/stalker.md"));
}

TEST_CASE("what is no day of the calendar is no date") {
    check({{"2019-02-29", "none"},
           {"2020-02-29", "2020 2 29"},
           {"1900-02-29", "none"},
           {"2000-02-29", "2000 2 29"},
           {"2019-13-01", "none"},
           {"2019-00-10", "none"},
           {"2019-04-31", "none"},
           {"2019-12-17T25:00", "none"},
           {"2019-12-17T19:61", "none"},
           {"31 April 2014", "none"},
           {"yesterday", "none"},
           {"", "none"},
           {"April 13", "none"},
           {"12345", "none"},
           {"2019-12-17 and so on", "none"}});
}

TEST_CASE("a date keeps the author's words") { CHECK(read_date(" Apr 13 2014 ")->written == "Apr 13 2014"); }

TEST_CASE("a name gives up the date that it begins with") {
    const auto dated = split_dated_name("2021-06-19-stalker");
    REQUIRE(dated.date);
    CHECK(dated.date->day == 19);
    CHECK(dated.name == "stalker");
    CHECK(split_dated_name("2021-06-19 Stalker").name == "Stalker");
    CHECK(split_dated_name("2021_06_19_stalker").name == "stalker");
    CHECK(split_dated_name("2021-06-19").name.empty());
}

TEST_CASE("a name that only looks dated stays whole") {
    for (const std::string_view name :
         {"1917", "2001-a-space-odyssey", "2021-13-40-stalker", "2021-06-19th-century", "stalker", ""}) {
        CAPTURE(name);
        CHECK_FALSE(split_dated_name(name).date);
        CHECK(split_dated_name(name).name == name);
    }
}
