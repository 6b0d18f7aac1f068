#include "unit/compose/pieces.h"

using namespace halfstar;
using namespace made;

namespace {

/// The issue's titles when this is selected.
std::string chosen(const std::vector<Piece>& pieces, const Selection& selection, int best = 0) {
    IssueSettings issue;
    issue.select = selection;
    issue.rating_best = best;
    return titles(issue_of(pieces, issue));
}

std::vector<Piece> shelf() {
    std::vector<Piece> pieces = {review("Alien", date(2018, 12, 31), stars(500)),
                                 review("Brazil", date(2019, 3), stars(700, 1000)),
                                 review("Clue", date(2019, 3, 20), letter(1200)), review("Dune")};
    pieces[0].tags = {"Space", "35 mm"};
    pieces[1].published = Fact<Date>{date(2020, 1, 1), {}};
    pieces[1].works[0].credits = {credit(Role::director, "Terry Gilliam")};
    pieces[2].authors = {"Ada"};
    pieces[3].path = "books/dune.md";
    return pieces;
}

} // namespace

TEST_CASE("nothing is selected away without conditions") { CHECK(chosen(shelf(), {}) == "Alien, Brazil, Clue, Dune"); }

TEST_CASE("pieces are selected by the day of viewing, else of publication") {
    Selection selection;
    selection.years = {2019, 2020};
    CHECK(chosen(shelf(), selection) == "Brazil, Clue");
    selection = {};
    selection.from = date(2019, 3, 15);
    CHECK(chosen(shelf(), selection) == "Brazil, Clue");
    selection.from = date(2019, 4);
    selection.to = date(2019, 12);
    Diagnostics diagnostics;
    IssueSettings issue;
    issue.select = selection;
    CHECK(issue_of(shelf(), issue, diagnostics).pieces.empty());
    CHECK(said(diagnostics) == "empty-selection: no piece is all that 'select' asks for\n");
    selection = {};
    selection.to = date(2018);
    CHECK(chosen(shelf(), selection) == "Alien");
}

TEST_CASE("pieces are selected by tags, people and authors, whatever the case") {
    Selection selection;
    selection.tags = {"time", "SPACE"};
    CHECK(chosen(shelf(), selection) == "Alien");
    selection = {};
    selection.people = {"terry gilliam"};
    CHECK(chosen(shelf(), selection) == "Brazil");
    selection = {};
    selection.authors = {"ADA"};
    CHECK(chosen(shelf(), selection) == "Clue");
}

TEST_CASE("pieces are selected by their rating on the issue's scale") {
    Selection selection;
    selection.rating_at_least = 350;
    CHECK(chosen(shelf(), selection, 5) == "Alien, Brazil, Clue");
    selection.rating_at_least = 360;
    CHECK(chosen(shelf(), selection, 5) == "Alien, Clue");
    selection.rating_at_least = 710;
    CHECK(chosen(shelf(), selection, 10) == "Alien, Clue");
    selection.rating_at_least = 500;
    CHECK(chosen(shelf(), selection) == "Alien");
}

TEST_CASE("pieces are selected by their files, and what is ignored is none") {
    Selection selection;
    selection.files = {"books/*", "a*.md"};
    CHECK(chosen(shelf(), selection) == "Alien, Dune");
    IssueSettings issue;
    issue.ignore = {"books/", "clue.md"};
    CHECK(titles(issue_of(shelf(), issue)) == "Alien, Brazil");
    issue.ignore = {"*"};
    CHECK(issue_of(shelf(), issue).pieces.empty());
}

TEST_CASE("a piece must meet every condition") {
    Selection selection;
    selection.years = {2019};
    selection.authors = {"Ada"};
    CHECK(chosen(shelf(), selection) == "Clue");
}

TEST_CASE("pieces that are no issue are neither selected nor ordered nor counted") {
    Diagnostics diagnostics;
    const Edition edition = compose(shelf(), {}, diagnostics);
    CHECK(titles(edition) == "Alien, Brazil, Clue, Dune");
    CHECK(edition.parts.empty());
    CHECK(edition.films.empty());
    CHECK(edition.people.empty());
    CHECK(edition.statistics.films == 0);
}
