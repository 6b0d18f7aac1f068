// The head of a note, and its side column.
#include "note_setting.h"

#include <algorithm>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

Piece reviewed() {
    Piece piece = film({paragraph(prose(20))});
    Work& work = piece.works.front();
    work.year = 2019;
    work.minutes = 122;
    work.countries = {"France"};
    work.credits = {{Role::director, "", "Céline Sciamma", "", {}},
                    {Role::cinematographer, "", "Claire Mathon", "", {}},
                    {Role::cast, "", "Noémie Merlant", "Marianne", {}}};
    work.rating = {Rating{"4.5/5", RatingForm::number, 450, 0, 500}, {}};
    Date seen;
    seen.year = 2019;
    seen.month = 12;
    seen.day = 17;
    piece.seen = {seen, {}};
    piece.venue = "Curzon Soho";
    piece.authors = {"The editors"};
    return piece;
}

bool has_line(const Page& page, const std::string& words) {
    for (const auto& [y, text] : lines_of(page))
        if (text.find(words) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("the opener says title, year, credits, author, day and place") {
    const LaidOut laid = lay_out(reviewed());
    const Page page = laid.document->page(0);
    for (const char* words : {"Film 2019", "Directed by Céline Sciamma · France · 122 min", "The editors", "17",
                              "December", "Tuesday, Curzon Soho", "Claire Mathon", "Marianne", "Noémie Merlant"}) {
        CAPTURE(words);
        CHECK(has_line(page, words));
    }
}

TEST_CASE("drawn stars are artifacts, and an invisible run speaks the rating") {
    const LaidOut laid = lay_out(reviewed());
    std::size_t shapes = 0;
    std::string spoken;
    for (const Item& item : laid.document->page(0).items) {
        if (std::holds_alternative<Shape>(item.node)) {
            ++shapes;
            CHECK(item.leaf == 0);
        }
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && run->visibility == Visibility::invisible) {
            spoken += run->text;
            CHECK(item.leaf != 0);
        }
    }
    CHECK(shapes >= 6);
    CHECK(spoken == "4.5 out of 5");
}

TEST_CASE("a letter grade is set as a letter") {
    Piece piece = reviewed();
    piece.works.front().rating->value = {"B+", RatingForm::letter, 1000, 100, 1300};
    const LaidOut laid = lay_out(piece);
    CHECK(has_line(laid.document->page(0), "B+"));
}

TEST_CASE("the reading order is title, credits, body, then who made it") {
    const LaidOut laid = lay_out(reviewed());
    const std::string read = read_aloud(*laid.document);
    const std::size_t title = read.find("Film 2019"), credits = read.find("Directed by"), body = read.find("The projectionist"),
                      makers = read.find("Claire Mathon");
    CHECK(title < credits);
    CHECK(credits < body);
    CHECK(body < makers);
    CHECK(makers != std::string::npos);
}

TEST_CASE("the first letter is a drop cap and reads on with its word") {
    const LaidOut laid = lay_out(reviewed());
    Length largest{};
    std::string cap;
    for (const Item& item : laid.document->page(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node); run && item.leaf != 0 && run->size > largest)
            largest = run->size, cap = run->text;
    CHECK(cap == "T");
    CHECK(read_aloud(*laid.document).find("The projectionist") != std::string::npos);
}

TEST_CASE("a drop cap that is a word keeps the space behind it") {
    const LaidOut laid = lay_out(film({paragraph("A projectionist falls asleep. " + prose(6))}));
    bool found = false;
    for (const Item& item : laid.document->page(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node)) found = found || (run->text == "A " && run->size > Length::points(20));
    CHECK(found);
    CHECK(read_aloud(*laid.document).find("A projectionist") != std::string::npos);
}

TEST_CASE("a paragraph too short, or without a capital, has no drop cap") {
    for (const char* text : {"Short.", "lower case begins this paragraph, and it is long enough to be three lines of "
                                       "the column, or a little more than that, so that only its first letter "
                                       "keeps it from having a drop cap of its own in this review of a film."}) {
        const LaidOut laid = lay_out(film({paragraph(text)}));
        for (const Item& item : laid.document->page(0).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node)) CHECK(run->size < Length::points(45));
    }
}

TEST_CASE("a title too long for its size is set smaller and still whole") {
    Piece piece = film({paragraph(prose(3))});
    piece.title.value = "The Assassination of Jesse James by the Coward Robert Ford and What Became of Everybody Else "
                        "Who Was in Missouri at That Time";
    const LaidOut laid = lay_out(piece);
    CHECK(laid.document->page_count() == 1);
    CHECK(read_aloud(*laid.document).find("Missouri at That Time") != std::string::npos);
}

TEST_CASE("without date, rating and credits the side column is empty") {
    const LaidOut laid = lay_out(film({paragraph(prose(10))}));
    for (const Item& item : laid.document->page(0).items)
        if (item.leaf != 0)
            if (const auto* run = std::get_if<GlyphRun>(&item.node))
                CHECK(run->origin.x > Length::millimetres(18 + 48));
}

TEST_CASE("the outline begins with the title and rises by one level at a time") {
    Piece piece = reviewed();
    piece.body.push_back({Heading{4, words("Deep")}, {}, 0});
    piece.body.push_back(paragraph(prose(4)));
    const LaidOut laid = lay_out(piece);
    const auto& outline = laid.document->outline();
    REQUIRE(outline.size() == 2);
    CHECK(outline[0].title == "Film");
    CHECK(outline[0].level == 1);
    CHECK(outline[1].level == 2);
    CHECK(outline[1].y > outline[0].y);
}

TEST_CASE("the year stands behind the title's last word and never alone on a line") {
    for (const char* title : {"Midsommar", "The Souvenir", "Uncut Gems", "Once Upon a Time in Hollywood"}) {
        Piece piece = film({paragraph(prose(4))});
        piece.title.value = piece.works.front().title.value = title;
        piece.works.front().year = 2019;
        const LaidOut laid = lay_out(std::move(piece), "zine-a5");
        std::string with_year;
        for (const auto& [y, line] : lines_of(laid.document->page(0)))
            if (line.find("2019") != std::string::npos) with_year = line;
        CAPTURE(title);
        CHECK(with_year.size() > std::string("2019").size() + 2);
    }
}
