#include "unit/compose/pieces.h"

#include <algorithm>

using namespace halfstar;
using namespace made;

namespace {

IssueSettings ordered(Order order) {
    IssueSettings issue;
    issue.order = order;
    return issue;
}

} // namespace

TEST_CASE("by date the earliest is first, ties stand by their path, and what has no day is last") {
    std::vector<Piece> pieces = {review("None"), review("Late", date(2019, 5, 2)), review("B", date(2019, 5, 1)),
                                 review("A", date(2019, 5, 1)), review("Month", date(2019, 5))};
    CHECK(titles(issue_of(pieces, ordered(Order::date))) == "Month, A, B, Late, None");
    pieces[2].seen->value.time = "11:00";
    pieces[3].seen->value.time = "20:30";
    CHECK(titles(issue_of(pieces, ordered(Order::date))) == "Month, B, A, Late, None");
    std::reverse(pieces.begin(), pieces.end());
    CHECK(titles(issue_of(pieces, ordered(Order::date))) == "Month, B, A, Late, None");
    CHECK(titles(issue_of(pieces)) == "Month, A, B, Late, None");
}

TEST_CASE("by title the order is the language's, without articles and marks") {
    const std::vector<Piece> pieces = {review("The Zone"), review("Ærø"),        review("“Zama”"), review("Étoile"),
                                       review("A Dog"),    review("12 Monkeys"), review("Eton")};
    CHECK(titles(issue_of(pieces, ordered(Order::title))) == "12 Monkeys, Ærø, A Dog, Étoile, Eton, “Zama”, The Zone");
    IssueSettings danish = ordered(Order::title);
    danish.language = "da";
    CHECK(titles(issue_of(pieces, danish)) == "12 Monkeys, A Dog, Étoile, Eton, The Zone, “Zama”, Ærø");
}

TEST_CASE("by rating the best is first, on whatever scale, then the earlier, then by title") {
    const std::vector<Piece> pieces = {review("None"),
                                       review("C", date(2019, 2), stars(400)),
                                       review("B", {}, stars(800, 1000)),
                                       review("A", {}, stars(400)),
                                       review("D", date(2019, 1), stars(400)),
                                       review("E", {}, letter(1300)),
                                       review("F", {}, letter(100)),
                                       review("G", {}, stars(50))};
    CHECK(titles(issue_of(pieces, ordered(Order::rating))) == "E, D, C, A, B, G, F, None");
}

TEST_CASE("a list puts first what it names, and says what is not there") {
    const std::vector<Piece> pieces = {review("Alien"), review("Brazil"), review("Clue"), review("Dune")};
    IssueSettings issue = ordered(Order::listed);
    issue.listed = {"dune.md", "b*"};
    CHECK(titles(issue_of(pieces, issue)) == "Dune, Brazil, Alien, Clue");
    issue.listed = {"dun.md", "elsewhere/entirely.md"};
    issue.listed_places = {{1, 5, 11}};
    Diagnostics diagnostics;
    CHECK(titles(issue_of(pieces, issue, diagnostics)) == "Alien, Brazil, Clue, Dune");
    CHECK(said(diagnostics) == "missing-piece: no piece of the issue is 'dun.md' | did you mean 'dune.md'?\n"
                               "missing-piece: no piece of the issue is 'elsewhere/entirely.md'\n");
    CHECK(diagnostics.all()[0].span.begin == 5);
}
