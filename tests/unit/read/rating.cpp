#include "read/rating.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::reading;

namespace {

/// "450/500", "letter 1000", "none", "no rating", "outside".
std::string said(std::string_view written, std::int32_t best = 0) {
    const RatingReading reading = read_rating(written, best);
    switch (reading.outcome) {
    case RatingOutcome::absent:
        return "none";
    case RatingOutcome::not_a_rating:
        return "no rating";
    case RatingOutcome::outside_scale:
        return "outside";
    case RatingOutcome::rated:
        break;
    }
    const Rating& rating = *reading.rating;
    if (rating.form == RatingForm::words) return "words";
    if (rating.form == RatingForm::letter) return "letter " + std::to_string(rating.value);
    return std::to_string(rating.value) + "/" + std::to_string(rating.best);
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

TEST_CASE("drawn stars are counted, halves and hollow ones too") {
    check({{"★★★★½", "450/500"},    {"★★★★★", "500/500"},    {"★", "100/500"},
           {"★★★☆☆", "300/500"},    {"★★★½☆", "350/500"},    {"★★★☆", "300/400"},
           {"☆☆☆☆☆", "0/500"},      {"★★★★ 1/2", "450/500"}, {"★★★¼", "325/500"},
           {"★★★¾", "375/500"},     {"½", "50/500"},         {"½☆☆☆☆", "50/500"},
           {"****", "400/500"},     {"***1/2", "350/500"},   {"*** 1/2", "350/500"},
           {"***/****", "300/400"}, {"⭐⭐⭐", "300/500"},      {"⭐️⭐️⭐️⭐️", "400/500"},
           {"⭐⭐⭐ 1/2", "350/500"},  {"🌟🌟", "200/500"},       {"★★★⯨", "350/500"},
           {"★ ★ ★", "300/500"},    {"★★★★★★★", "700/1000"}, {"★★★ and a half", "350/500"},
           {"★★★/5", "300/500"}});
}

TEST_CASE("fractions say their own scale") {
    check({{"3/5", "300/500"},
           {"3 / 5", "300/500"},
           {"9/10", "900/1000"},
           {"7.5 / 10", "750/1000"},
           {"3.5/4", "350/400"},
           {"85/100", "8500/10000"},
           {"85%", "8500/10000"},
           {"3½/5", "350/500"},
           {"3 1/2/5", "350/500"},
           {"2/3", "200/300"},
           {"3 out of 5", "300/500"},
           {"3 out of 5 stars", "300/500"},
           {"3.5 stars out of 5", "350/500"},
           {"four out of five", "400/500"},
           {"4 von 5", "400/500"},
           {"4 sur 5", "400/500"},
           {"4,5 de 5", "450/500"},
           {"0/5", "0/500"}});
}

TEST_CASE("numbers without a scale are out of the first that holds them") {
    check({{"4", "400/500"},
           {"4.5", "450/500"},
           {"4,5", "450/500"},
           {".5", "50/500"},
           {"3½", "350/500"},
           {"3 1/2", "350/500"},
           {"1/2", "50/500"},
           {"4 stars", "400/500"},
           {"1 star", "100/500"},
           {"4.5 ★", "450/500"},
           {"4 Sterne", "400/500"},
           {"5", "500/500"},
           {"7", "700/1000"},
           {"7.25", "725/1000"},
           {"88", "8800/10000"},
           {"0", "0/500"},
           {"3.333", "333/500"},
           {"4.", "400/500"}});
}

TEST_CASE("a stated scale holds for numbers without one, and only for them") {
    CHECK(said("4", 1000) == "400/1000");
    CHECK(said("7", 500) == "outside");
    CHECK(said("3/4", 1000) == "300/400");
    CHECK(said("3.5", 400) == "350/400");
}

TEST_CASE("English words are numbers") {
    check({{"three and a half stars", "350/500"},
           {"seven half", "750/1000"},
           {"Four stars", "400/500"},
           {"two and a half", "250/500"},
           {"half a star", "50/500"},
           {"no stars", "0/500"},
           {"zero", "0/500"},
           {"Nine out of ten", "900/1000"}});
}

TEST_CASE("letter grades count in thirds of a letter") {
    check({{"A+", "letter 1300"},
           {"A", "letter 1200"},
           {"A-", "letter 1100"},
           {"B+", "letter 1000"},
           {"B", "letter 900"},
           {"B-", "letter 800"},
           {"B−", "letter 800"},
           {"c+", "letter 700"},
           {"D-", "letter 200"},
           {"F", "letter 100"},
           {"F-", "letter 100"}});
    const Rating grade = *read_rating("B+").rating;
    CHECK(grade.worst == 100);
    CHECK(grade.best == 1300);
}

TEST_CASE("number words, units and joints of seven languages are known") {
    check({{"dreieinhalb Sterne", "350/500"},  {"drei von fünf Sternen", "300/500"},
           {"trois étoiles et demie", "350/500"}, {"3 étoiles sur 5", "300/500"},
           {"tres estrellas y media", "350/500"}, {"4 de 5 estrellas", "400/500"},
           {"tre stelle e mezzo", "350/500"},  {"4 su 5", "400/500"},
           {"três estrelas e meia", "350/500"}, {"üç buçuk yıldız", "350/500"},
           {"dört yıldız", "400/500"},         {"3 out of a possible 5", "300/500"},
           {"8 puan", "800/1000"},             {"4*", "400/500"}});
}

TEST_CASE("stars have many shapes, and entities of HTML are characters") {
    check({{"🌕🌕🌕🌗🌑", "350/500"}, {"🌕🌕🌖", "275/500"}, {"●●●○○", "300/500"}, {"❤️❤️❤️", "300/500"},
           {"🍿🍿🍿🍿", "400/500"},  {"&#9733;&#9733;&#9733;&frac12;", "350/500"}, {"&#x2605;&#9733;", "200/500"},
           {"★\u00A0★\u200B★", "300/500"}, {"４/5", "no rating"}});
}

TEST_CASE("a rating said twice counts as the one that names its scale") {
    check({{"★★★★☆ (4/5)", "400/500"}, {"B+ (88/100)", "letter 1000"}, {"4 (8/10)", "800/1000"}, {"4 (out of 5)", "400/500"},
           {"B plus", "letter 1000"}, {"A minus", "letter 1100"}});
}

TEST_CASE("verdicts in words are ratings that count for nothing") {
    check({{"Highly recommended", "words"}, {"Must-see!", "words"}, {"Thumbs up", "words"}, {"👍🏽", "words"},
           {"Skip it.", "words"}, {"à voir", "words"}, {"Sehenswert", "words"}, {"imperdível", "words"},
           {"başyapıt", "words"}, {"PG-13", "no rating"}, {"R", "no rating"}});
    const Rating verdict = *read_rating("Highly recommended").rating;
    CHECK(verdict.written == "Highly recommended");
    CHECK_FALSE(verdict.is_counted());
    CHECK(verdict.best == 0);
}

TEST_CASE("who said what a rating is out of is known") {
    CHECK(read_rating("4/5").rating->scale == ScaleSource::written);
    CHECK(read_rating("4").rating->scale == ScaleSource::inferred);
    CHECK(read_rating("4", 500).rating->scale == ScaleSource::declared);
    CHECK(read_rating("★★★").rating->drawn);
    CHECK_FALSE(read_rating("3").rating->drawn);
}

TEST_CASE("a text that says nothing is no rating and no mistake") {
    check({{"", "none"}, {"  ", "none"}, {"-", "none"}, {"n/a", "none"}, {"N/A", "none"}, {"unrated", "none"}});
}

TEST_CASE("what is outside its scale is told apart from what is no rating") {
    check({{"6/5", "outside"},
           {"11/10", "outside"},
           {"-1", "outside"},
           {"120%", "outside"},
           {"3/0", "outside"},
           {"1000", "outside"},
           {"a slow film", "no rating"},
           {"4.5.2", "no rating"},
           {"4/", "no rating"},
           {"E", "no rating"},
           {"A++", "no rating"},
           {"three cheers", "no rating"},
           {"99999999999999", "no rating"}});
}

TEST_CASE("a rating keeps the author's words") {
    CHECK(read_rating(" 3 out of 5 ").rating->written == "3 out of 5");
    CHECK(read_rating("★★★★½").rating->written == "★★★★½");
}

TEST_CASE("a line that is only a rating needs no label") {
    for (const std::string_view line : {"★★★★½", "4/5", "3 out of 5", "4 stars", "⭐⭐⭐", "7.5/10", "***1/2"}) {
        CAPTURE(line);
        CHECK(is_bare_rating(line));
    }
    for (const std::string_view line :
         {"4", "1917", "***", "* * *", "A", "one", "9/11", "24/7", "Half", "Seven", "6/5", ""}) {
        CAPTURE(line);
        CHECK_FALSE(is_bare_rating(line));
    }
}
