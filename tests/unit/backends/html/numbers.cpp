#include "backends/html/numbers.h"

#include "backends/html/chart.h"
#include "backends/html/html.h"

#include "../collections.h"

#include <doctest/doctest.h>

using namespace halfstar;

namespace {

bool has(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

html::Dress dress_of(const fake::Desk& desk) {
    html::Dress dress;
    dress.edition = &desk.edition;
    dress.locale = &locale_for(desk.edition.language);
    dress.piece_address = [](const Piece& piece) { return piece.key + ".html"; };
    return dress;
}

std::string numbers_of(const fake::Desk& desk) {
    html::Markup out(html::Syntax::html);
    html::write_numbers(out, dress_of(desk), 1);
    return out.str();
}

} // namespace

TEST_CASE("numbers are drawn, said and set in a table") {
    const std::string page = numbers_of(fake::collection_desk());
    for (const char* part :
         {"<h1 class=\"title\" id=\"numbers_title\">The year in numbers</h1>\n<p class=\"films\">3 films</p>\n"
          "<p class=\"credit\">seen in 2019</p>",
          "<p class=\"note\">average 4.17</p>\n<p class=\"note\">median 4½</p>",
          "role=\"img\" aria-labelledby=\"chart-ratings-title chart-ratings-text\">\n<title id=\"chart-ratings-title\">Ratings</title>\n"
          "<desc id=\"chart-ratings-text\">Bar chart of ratings. 3: 1; 3½: 0; 4: 0; 4½: 1; 5: 1.</desc>",
          "<tr><th scope=\"row\">4½</th><td>1</td></tr>",
          "<desc id=\"chart-days-text\">Calendar of films seen. April: 3; October: 9; December: 17.</desc>",
          "<th scope=\"row\">Andrei Tarkovsky</th><td>3</td>",
          "<h2 id=\"numbers_best\">The best</h2>\n<ol class=\"films\">\n<li><a href=\"mirror.html\">Mirror</a>"}) {
        CAPTURE(part);
        CHECK(has(page, part));
    }
}

TEST_CASE("what cannot be counted has no section") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.statistics = {};
    desk.edition.statistics.films = 1;
    const std::string page = numbers_of(desk);
    CHECK(has(page, "<p class=\"films\">1 film</p>"));
    CHECK_FALSE(has(page, "<section"));
    CHECK_FALSE(has(page, "seen in"));
}

TEST_CASE("references to films that are not there are passed over") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.statistics.best = {{7, 0}, {0, 7}};
    CHECK(has(numbers_of(desk), "<ol class=\"films\">\n</ol>"));
}

TEST_CASE("a day with several films is said as often as there were films") {
    fake::Desk desk = fake::collection_desk();
    desk.edition.statistics.days[3][2] = 2;
    CHECK(has(numbers_of(desk), "April: 3, 3; October: 9;"));
}

TEST_CASE("a chart is drawn in the colour of the words around it, and its marked parts can be told by class") {
    Chart chart;
    chart.size = {Length::points(10), Length::points(5)};
    chart.shapes = {{{{PathStep::Kind::move, {{}, {}, {}}}, {PathStep::Kind::close, {}}}, ChartRole::ink},
                    {{{PathStep::Kind::move, {{Length::points(2.5), {}}, {}, {}}}, {PathStep::Kind::close, {}}}, ChartRole::marked}};
    ChartLabel label;
    label.words = "a & b";
    label.at = {Length::points(5), Length::points(4)};
    label.align = ChartLabel::Align::centre;
    label.marked = true;
    chart.labels = {label};
    html::Markup out(html::Syntax::html);
    html::write_decoration(out, chart);
    CHECK(out.str() ==
          "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 10 5\" width=\"10\" height=\"5\" "
          "aria-hidden=\"true\">\n<path class=\"ink\" fill=\"currentColor\" d=\"M0 0Z\"></path>\n"
          "<path class=\"marked\" fill=\"currentColor\" d=\"M2.5 0Z\"></path>\n"
          "<text class=\"label marked\" x=\"5\" y=\"4\" text-anchor=\"middle\" font-size=\"8\" fill=\"currentColor\">"
          "a &amp; b</text>\n</svg>\n");
}

TEST_CASE("ratings are said shortly: fractions of stars, decimals of other scales, letters") {
    const Locale& en = locale_for("en");
    CHECK(html::short_rating(en, fake::rating(50)) == "½");
    CHECK(html::short_rating(en, fake::rating(325)) == "3¼");
    CHECK(html::short_rating(en, fake::rating(400)) == "4");
    CHECK(html::short_rating(en, fake::rating(460)) == "4.6");
    Rating ten = fake::rating(750);
    ten.best = 1000;
    CHECK(html::short_rating(en, ten) == "7.5");
    CHECK(html::short_rating(locale_for("de"), ten) == "7,5");
    CHECK(html::short_rating(en, {"B+", RatingForm::letter, 1000, 100, 1300}) == "B+");
}
