// The drawn pages of a zine: what they say, in which order, and that nothing on them leaves its place.
#include "plate_setting.h"
#include "zine_setting.h"

#include "design/style/fitted_page.h"
#include "typeset/layout/statements.h"

#include <algorithm>

using namespace halfstar;
using namespace halfstar::layout;
using namespace halfstar::testing;

namespace {

LaidOut cover(Edition edition, const char* design = "zine-a5") {
    return lay_out_plate(std::move(edition), 0, set_cover_plate, design);
}

LaidOut numbers(Edition edition, std::size_t page, std::size_t part, const char* design = "zine-a5") {
    return lay_out_plate(
        std::move(edition), page,
        [part](Desk& desk, std::size_t at, StructureId parent) { set_numbers(desk, at, parent, part); }, design);
}

LaidOut section(Edition edition, std::size_t index, const char* design = "zine-a5") {
    return lay_out_plate(
        std::move(edition), 6,
        [index](Desk& desk, std::size_t at, StructureId parent) {
            const std::vector<std::uint32_t> first_pages(desk.edition.pieces.size(), 4);
            set_section_opener(desk, at, parent, desk.edition.sections[index], first_pages);
        },
        design);
}

Page last_page(const LaidOut& laid) { return laid.document->page(laid.document->page_count() - 1); }

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

bool has_line(const Page& page, const std::string& words) {
    const auto lines = lines_of(page);
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return has(line.second, words); });
}

std::string alternatives(const PagedDocument& document) {
    std::string all;
    for (const auto& [figure, words] : document.structure().alternatives) all += words + "\n";
    return all;
}

Length right_of(const GlyphRun& run) {
    Length right = run.origin.x;
    for (const Glyph& glyph : run.glyphs) right = std::max(right, run.origin.x + glyph.x + glyph.advance);
    return right;
}

/// All that is set and drawn, but for grounds, stays as far from the trim as the narrower margin, nearly.
void check_margins(const Page& page) {
    const Length margin = Length::millimetres(11);
    for (const Item& item : page.items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.node)) {
            CHECK(run->origin.x > margin - Length::points(8));
            CHECK(right_of(*run) < page.trim.width - margin + Length::points(8));
            CHECK(run->origin.y < page.trim.height - margin);
        }
        if (const auto* shape = std::get_if<Shape>(&item.node))
            for (const PathStep& step : shape->path)
                if (step.kind == PathStep::Kind::line) {
                    CHECK(step.points[0].x >= margin);
                    CHECK(step.points[0].x <= page.trim.width - margin);
                    CHECK(step.points[0].y < page.trim.height - margin);
                }
    }
}

/// Filled circles of the paint, by their radius in tenths of a point.
std::size_t dots(const Page& page, Paint paint, int tenths) {
    std::size_t found = 0;
    for (const Item& item : page.items) {
        const auto* shape = std::get_if<Shape>(&item.node);
        if (shape == nullptr || shape->path.size() != 6 || shape->path[1].kind != PathStep::Kind::curve) continue;
        const double radius = (shape->path[2].points[2].y - shape->path[1].points[2].y).to_points();
        if (shape->fill && *shape->fill == paint && std::abs(radius * 10 - tenths) < 0.6) ++found;
    }
    return found;
}

const Paint white{255, 255, 255, 0}, black{0, 0, 0, 0};
const Paint red{0xd8, 0x39, 0x1f, 1};

} // namespace

TEST_CASE("a zine's cover says title, number, month and subtitle on one solid colour") {
    const LaidOut laid = cover(row_c());
    CHECK(laid.diagnostics.empty());
    const Page page = laid.document->page(0);
    const auto* ground = std::get_if<Rule>(&page.items.front().node);
    REQUIRE(ground != nullptr);
    CHECK(ground->rect == Rect{{}, {}, page.trim.width, page.trim.height});
    CHECK(ground->paint == red);
    const std::string read = read_aloud(*laid.document);
    for (const char* words : {"Row C", "Number 4", "December 2019", "A year at the pictures, reviewed", "61 of them"})
        CHECK(has(read, words));
    check_margins(page);
}

TEST_CASE("the cover's auditorium has a seat for each day and a light for each day with a film") {
    const LaidOut laid = cover(row_c());
    const Page page = laid.document->page(0);
    CHECK(dots(page, white, 46) == 61);
    CHECK(dots(page, black, 12) == 365 - 61);
    CHECK(has(alternatives(*laid.document), "January: 4, February: 3, March: 5"));
}

TEST_CASE("the row whose letter ends the title has its letter in black") {
    const auto black_letters = [](const std::string& title) {
        Edition edition = row_c();
        edition.title = title;
        std::string letters;
        for (const Item& item : cover(std::move(edition)).document->page(0).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run && run->paint == black) letters += run->text;
        return letters;
    };
    CHECK(black_letters("Row C") == "C");
    CHECK(black_letters("Row L") == "L");
    CHECK(black_letters("Row M").empty());
    CHECK(black_letters("ABC").empty());
    CHECK(black_letters("").empty());
}

TEST_CASE("a cover of several years or without days names its films, or shows one star for very many") {
    Edition few = row_c();
    few.statistics.first_year = 2015;
    const LaidOut listed = cover(few);
    CHECK(has(read_aloud(*listed.document), "Portrait of a Lady on Fire"));
    CHECK(dots(listed.document->page(0), white, 46) == 0);
    Edition many = few;
    for (int i = 0; i < 60; ++i) many.pieces.push_back(review_of("more", "More " + std::to_string(i), 300));
    many.statistics.films = 5000;
    const LaidOut starred = cover(many);
    CHECK_FALSE(has(read_aloud(*starred.document), "More 1"));
    CHECK(has(read_aloud(*starred.document), "5000 films, seen in 2015–2019"));
    check_margins(starred.document->page(0));
}

TEST_CASE("long titles are set smaller on more lines and stay on the cover") {
    for (const char* title :
         {"The Half-Remembered Almanac of Moving Pictures", "Donaudampfschifffahrtsgesellschaft", "Ö"})
        for (const char* design : {"zine-a5", "zine-half-letter"}) {
            Edition edition = row_c();
            edition.title = title;
            const LaidOut laid = cover(edition, design);
            CHECK(laid.diagnostics.empty());
            check_margins(laid.document->page(0));
        }
}

TEST_CASE("a section opener says its name, its span, its films and where they begin") {
    const LaidOut laid = section(row_c(), 0);
    CHECK(laid.diagnostics.empty());
    const Page page = last_page(laid);
    for (const char* words : {"Spring", "March to May", "3 films", "Us", "High Life", "Booksmart", "5"})
        CHECK(has_line(page, words));
    CHECK(dots(page, white, 50) == 15);
    CHECK(dots(page, black, 13) == 92 - 15);
    std::size_t links = 0;
    for (const Item& item : page.items) links += std::holds_alternative<LinkArea>(item.node) ? 1 : 0;
    CHECK(links == 3);
    check_margins(page);
}

TEST_CASE("a section without months has no seats, and one with hundreds of films is cut with no clash") {
    CHECK(dots(last_page(section(row_c(), 1)), black, 13) == 0);
    Edition many = row_c();
    many.pieces.clear();
    for (int i = 0; i < 300; ++i)
        many.pieces.push_back(review_of("p" + std::to_string(i), "Film " + std::to_string(i), 300));
    many.sections = {{"all", "Spring", "March to May", {3, 4, 5}, 0, 300}};
    const LaidOut laid = section(many, 0);
    const Page page = last_page(laid);
    CHECK(has_line(page, "300 films"));
    CHECK(has_line(page, "…"));
    std::map<std::int64_t, int> on_baseline;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node)) ++on_baseline[run->origin.y.units];
    for (const auto& [y, runs] : on_baseline) CHECK(runs <= 4);
    check_margins(page);
}

TEST_CASE("the year in numbers counts films, ratings and months") {
    const LaidOut laid = numbers(row_c(), 3, 0);
    CHECK(laid.diagnostics.empty());
    const std::string read = read_aloud(*laid.document);
    for (const char* words :
         {"The year in numbers", "61", "films", "seen in 2019", "average 3.3", "median 3½", "most in October: 9"})
        CHECK(has(read, words));
    CHECK(has(alternatives(*laid.document), "Bar chart of ratings. ½: 1, 1: 1, 1½: 2"));
    CHECK(has(alternatives(*laid.document), "Films by month. January: 4"));
    const Page page = last_page(laid);
    CHECK(dots(page, red, 44) == 9);
    CHECK(dots(page, black, 44) == 61 - 9);
    check_margins(page);
}

TEST_CASE("the side column of the numbers is at the outer edge on both sides") {
    const auto left_of = [](const LaidOut& laid, const std::string& words) {
        for (const Item& item : last_page(laid).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run && run->text == words)
                return run->origin.x.to_points();
        return 0.0;
    };
    const LaidOut verso = numbers(row_c(), 3, 0), recto = numbers(row_c(), 4, 0);
    CHECK(left_of(verso, "61") < left_of(verso, "January"));
    CHECK(left_of(recto, "61") > left_of(recto, "January"));
}

TEST_CASE("the second page of the numbers has every day, people, the best and the worst") {
    for (const std::size_t page : {std::size_t{3}, std::size_t{4}}) {
        const LaidOut laid = numbers(row_c(), page, 1);
        CHECK(laid.diagnostics.empty());
        const std::string read = read_aloud(*laid.document);
        for (const char* words : {"Every day we went", "Jan", "Most seen", "Adam Driver", "The best", "Atlantics",
                                  "5 out of 5", "The worst", "Cats", "0.5 out of 5"})
            CHECK(has(read, words));
        CHECK(has(alternatives(*laid.document), "Adam Driver: 4, Laura Dern: 3"));
        CHECK(dots(last_page(laid), red, 43) == 61);
        check_margins(last_page(laid));
    }
}

TEST_CASE("what nothing is known of is left out of the numbers") {
    Edition edition = row_c();
    edition.statistics = {};
    edition.statistics.films = 3;
    CHECK(numbers_pages(edition, *find_page(programme(), "zine-a5")) == 1);
    const LaidOut laid = numbers(edition, 3, 0);
    const std::string read = read_aloud(*laid.document);
    CHECK(has(read, "3 films"));
    for (const char* words : {"Ratings", "Months", "seen in"}) CHECK_FALSE(has(read, words));
    CHECK(alternatives(*laid.document).empty());
    edition.statistics.best = {{0, 0}};
    CHECK(numbers_pages(edition, *find_page(programme(), "zine-a5")) == 2);
    CHECK(has(read_aloud(*numbers(edition, 4, 1).document), "The best"));
}

TEST_CASE("decades are a chart of their own, said in words, below the months") {
    Edition edition = row_c();
    edition.statistics.decades = {{1920, 1}, {1930, 0}, {1940, 3}, {1950, 12}};
    for (const char* design : {"zine-a5", "zine-half-letter"}) {
        const LaidOut laid = numbers(edition, 3, 0, design);
        CHECK(laid.diagnostics.empty());
        CHECK(has(alternatives(*laid.document), "Films by decade. 1920s: 1, 1930s: 0, 1940s: 3, 1950s: 12."));
        CHECK(has(read_aloud(*laid.document), "Decades"));
        CHECK(has_line(last_page(laid), "1950s"));
        check_margins(last_page(laid));
    }
    edition.statistics.decades = {{2010, 61}};
    CHECK_FALSE(has(alternatives(*numbers(edition, 3, 0).document), "decade"));
}

TEST_CASE("five thousand films fit into the numbers") {
    Edition edition = row_c();
    edition.statistics.decades = {{1900, 400}, {1910, 4600}};
    Statistics& statistics = edition.statistics;
    statistics.films = 5000;
    for (auto& one : statistics.ratings) one.count *= 90;
    statistics.months.fill(417);
    for (auto& month : statistics.days) month.fill(14);
    for (auto& one : statistics.most_seen) one.films *= 20;
    statistics.most_seen.front().name = "Somebody With A Name Of Quite Extraordinary Length";
    for (const char* design : {"zine-a5", "zine-half-letter"})
        for (const std::size_t part : {std::size_t{0}, std::size_t{1}}) {
            const LaidOut laid = numbers(edition, 3 + part, part, design);
            CHECK(laid.diagnostics.empty());
            check_margins(last_page(laid));
        }
}

TEST_CASE("steps and averages are said in the manner of their scale") {
    const Locale& english = locale_for("en");
    const auto number = [](std::int32_t value, std::int32_t best) {
        return Rating{"", RatingForm::number, value, 0, best};
    };
    const auto letter = [](std::int32_t value) { return Rating{"", RatingForm::letter, value, 100, 1300}; };
    CHECK(step_said(english, number(50, 500)) == "½");
    CHECK(step_said(english, number(350, 500)) == "3½");
    CHECK(step_said(english, number(275, 500)) == "2¾");
    CHECK(step_said(english, number(0, 500)) == "0");
    CHECK(step_said(english, number(7000, 10000)) == "70");
    CHECK(step_said(english, number(330, 500)) == "3.3");
    CHECK(step_said(english, letter(1000)) == "B+");
    CHECK(step_said(locale_for("de"), letter(1000)) == "B+");
    CHECK(step_said(locale_for("ja"), letter(100)) == "F");
    CHECK(step_said(locale_for("ar"), number(350, 500)) == "3.5");
    CHECK(average_said(english, number(333, 500)) == "3.3");
    CHECK(average_said(locale_for("de"), number(338, 500)) == "3,4");
    CHECK(average_said(english, number(6749, 10000)) == "67");
    CHECK(average_said(english, letter(930)) == "B");
}

TEST_CASE("films are counted in words that fit one and many") {
    CHECK(films_said(locale_for("en"), 1) == "1 film");
    CHECK(films_word(locale_for("en"), 1) == "film");
    CHECK(films_word(locale_for("en"), 61) == "films");
    CHECK(films_word(locale_for("ja"), 61) == "作品");
    for (const char* language : {"ar", "de", "en", "es", "fr", "it", "ja", "pt", "tr"})
        CHECK_FALSE(films_word(locale_for(language), 12).empty());
}

TEST_CASE("the masthead says who made the issue, and falls back on who wrote in it") {
    Edition edition = row_c();
    edition.publisher = "Back Row Press";
    edition.place = "London";
    edition.isbn = "978-3-16-148410-0";
    edition.rights = "© 2019 the authors";
    edition.url = "https://example.org/row-c";
    edition.pieces[0].authors = {"First Author"};
    edition.pieces[1].authors = {"Second Author", "First Author"};
    const LaidOut laid = lay_out_plate(edition, 1, set_masthead);
    CHECK(laid.diagnostics.empty());
    const std::string read = read_aloud(*laid.document);
    for (const char* words :
         {"Row C", "4", "December", "2019", "Editor", "The editor", "First Author, Second Author",
          "Back Row Press, London", "31 December 2019", "ISBN 978-3-16-148410-0", "© 2019", "https://example.org"})
        CHECK(has(read, words));
    edition.contributors = {"Somebody else"};
    const std::string named = read_aloud(*lay_out_plate(edition, 1, set_masthead).document);
    CHECK(has(named, "Somebody else"));
    CHECK_FALSE(has(named, "First Author"));
}

TEST_CASE("a masthead with more makers than its page holds names as many as go in, above the imprint") {
    Edition edition = row_c();
    edition.rights = "© 2019 the authors";
    for (int i = 0; i < 60; ++i) edition.contributors.push_back("Contributor Number" + std::to_string(i));
    for (const char* name : {"programme", "book", "xerox"}) {
        CAPTURE(name);
        Style style = style_called(name);
        const std::string design = zine_page_of(style, {Length::millimetres(74), Length::millimetres(105)});
        const LaidOut laid = lay_out_plate(edition, 0, set_masthead, design.c_str(), style);
        const Page page = laid.document->page(0);
        Length lowest_name, rights;
        for (const Item& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node)) {
                CHECK(run->origin.y < page.trim.height);
                if (has(run->text, "Number")) lowest_name = std::max(lowest_name, run->origin.y);
                if (has(run->text, "©")) rights = run->origin.y;
            }
        CHECK(has_line(page, "Number0"));
        CHECK(has_line(page, "…"));
        CHECK(lowest_name < rights);
    }
}

TEST_CASE("a month wider than the side column stands on one line, above its year") {
    Edition edition = row_c();
    edition.date = Date{2019, 9, 30, "", "", ""};
    Style style = programme();
    const std::string design = zine_page_of(style, {Length::millimetres(74), Length::millimetres(105)});
    const LaidOut laid = lay_out_plate(edition, 0, set_masthead, design.c_str(), style);
    const auto month = runs_of(laid.document->page(0), "September"), year = runs_of(laid.document->page(0), "2019");
    REQUIRE(month.size() == 1);
    REQUIRE(year.size() == 1);
    CHECK(month.front().origin.y < year.front().origin.y);
}

TEST_CASE("colophon and back cover name the faces, who drew them, and the program") {
    const std::string colophon = read_aloud(*lay_out_plate(row_c(), 2, set_colophon).document);
    for (const char* words : {"Colophon", "Vollkorn (Friedrich Althausen)", "League Spartan", "SIL Open Font License",
                              "halfstar Red", "Typeset by halfstar"})
        CHECK(has(colophon, words));
    const LaidOut back = lay_out_plate(row_c(), 7, set_back_cover);
    const std::string read = read_aloud(*back.document);
    for (const char* words : {"Row C: A year at the pictures, reviewed", "61 films, seen in 2019", "Vollkorn",
                              "Number 4, December 2019", "Free"})
        CHECK(has(read, words));
    CHECK(std::get<Rule>(last_page(back).items.front().node).paint == red);
    check_margins(last_page(back));
}

TEST_CASE("an edition that says nothing of itself has plates still") {
    Edition empty;
    empty.language = "en";
    for (const PlateSetter& set : {PlateSetter(set_cover_plate), PlateSetter(set_masthead), PlateSetter(set_colophon),
                                   PlateSetter(set_back_cover)})
        CHECK(lay_out_plate(empty, 0, set).diagnostics.empty());
    CHECK(numbers_pages(empty, *find_page(programme(), "zine-a5")) == 1);
    CHECK(numbers(empty, 3, 0).diagnostics.empty());
}

TEST_CASE("plates of what is read to the left are turned round") {
    Edition edition = row_c();
    edition.language = "ar";
    edition.direction = Direction::right_to_left;
    const Page page = last_page(numbers(edition, 3, 1));
    Length january{}, first{};
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node)) {
            if (run->text == "يناير") january = run->origin.x;
            if (run->text == "31") first = run->origin.x;
        }
    CHECK(january > first);
    CHECK(first.units > 0);
}
