#include "unit/compose/pieces.h"

using namespace halfstar;
using namespace made;

namespace {

/// "key|title|extent|months: titles", a section a line.
std::string sections(const std::vector<Piece>& pieces, const IssueSettings& issue) {
    const Edition edition = issue_of(pieces, issue);
    std::string out;
    std::uint32_t next = 0;
    for (const Section& section : edition.sections) {
        CHECK(section.first == next);
        next = section.last;
        out += section.key + "|" + section.title + "|" + section.extent + "|";
        for (const int month : section.months)
            out += (out.ends_with("|") ? "" : " ") + std::to_string(month);
        out += ":";
        for (std::uint32_t i = section.first; i < section.last; ++i)
            out += " " + edition.pieces[i].title.value;
        out += "\n";
    }
    if (!edition.sections.empty()) CHECK(next == edition.pieces.size());
    return out;
}

IssueSettings grouped(Grouping group, std::optional<Order> order = Order::date) {
    IssueSettings issue;
    issue.group = group;
    issue.order = order;
    return issue;
}

} // namespace

TEST_CASE("a year by date has two winters, each with its own months") {
    const std::vector<Piece> pieces = {review("D", date(2019, 12, 1)),
                                       review("A", date(2019, 1, 5)),
                                       review("B", date(2019, 2, 28)),
                                       review("C", date(2019, 3, 1)),
                                       review("N"),
                                       review("Y", date(2019)),
                                       review("S", date(2019, 8, 31)),
                                       review("O", date(2019, 11, 30))};
    CHECK(sections(pieces, grouped(Grouping::season)) == "winter|Winter|January to February|1 2: A B\n"
                                                         "spring|Spring|March to May|3 4 5: C\n"
                                                         "summer|Summer|June to August|6 7 8: S\n"
                                                         "autumn|Autumn|September to November|9 10 11: O\n"
                                                         "winter-2|Winter|December|12: D\n"
                                                         "undated|Undated||: Y N\n");
}

TEST_CASE("a winter goes on over the turn of the year, and years are said where a season comes twice") {
    CHECK(sections({review("D", date(2019, 12, 1)), review("J", date(2020, 1, 5))}, grouped(Grouping::season)) ==
          "winter|Winter|December to February|12 1 2: D J\n");
    CHECK(sections({review("D", date(2019, 12, 1)), review("J", date(2020, 1, 5)), review("A", date(2019, 1, 1))},
                   grouped(Grouping::season)) == "winter-2019|Winter 2019|January to February|1 2: A\n"
                                                 "winter-2019-20|Winter 2019–20|December to February|12 1 2: D J\n");
    CHECK(sections({review("A", date(1999, 12, 1)), review("B", date(2000, 1, 1)), review("C", date(2000, 12, 1))},
                   grouped(Grouping::season)) == "winter-1999-00|Winter 1999–00|December to February|12 1 2: A B\n"
                                                 "winter-2000|Winter 2000|December|12: C\n");
}

TEST_CASE("in another order than by date the seasons and months of all years are one") {
    const std::vector<Piece> pieces = {review("Z", date(2019, 12, 1)), review("A", date(2018, 1, 5)),
                                       review("M", date(2018, 5, 1)), review("B", date(2019, 5, 9))};
    CHECK(sections(pieces, grouped(Grouping::season, Order::title)) ==
          "spring|Spring|March to May|3 4 5: B M\n"
          "winter|Winter|December to February|12 1 2: A Z\n");
    CHECK(sections(pieces, grouped(Grouping::month, Order::title)) ==
          "january|January||1: A\nmay|May||5: B M\ndecember|December||12: Z\n");
}

TEST_CASE("months follow each other, with their year when there are several") {
    CHECK(sections({review("B", date(2019, 5, 9)), review("A", date(2019, 2)), review("C", date(2019))},
                   grouped(Grouping::month)) == "february|February||2: A\nmay|May||5: B\nundated|Undated||: C\n");
    CHECK(sections({review("B", date(2019, 5, 9)), review("A", date(2020, 2))}, grouped(Grouping::month)) ==
          "may-2019|May 2019||5: B\nfebruary-2020|February 2020||2: A\n");
}

TEST_CASE("years follow each other, in whatever order their pieces stand") {
    const std::vector<Piece> pieces = {review("B", date(2020, 5, 9)), review("C"), review("A", date(2019, 2)), review("D", date(2019))};
    CHECK(sections(pieces, grouped(Grouping::year)) == "2019|2019||: D A\n2020|2020||: B\nundated|Undated||: C\n");
    CHECK(sections(pieces, grouped(Grouping::year, Order::title)) == "2019|2019||: A D\n2020|2020||: B\nundated|Undated||: C\n");
}

TEST_CASE("sections of ratings stand on the issue's scale, the best first") {
    const std::vector<Piece> pieces = {
        review("A", {}, stars(300)), review("B", {}, stars(900, 1000)), review("C"),
        review("D", {}, stars(450)), review("E", {}, stars(475)),       review("F", {}, letter(1100)),
        review("G", {}, stars(320))};
    CHECK(sections(pieces, grouped(Grouping::rating, std::nullopt)) == "5-out-of-5|5 out of 5||: E\n"
                                                                       "4-5-out-of-5|4.5 out of 5||: B D\n"
                                                                       "grade-a|grade A−||: F\n"
                                                                       "3-out-of-5|3 out of 5||: A G\n"
                                                                       "not-rated|not rated||: C\n");
}

TEST_CASE("sections of directors stand by the families' names, and others last") {
    std::vector<Piece> pieces = {review("A"), review("B"), review("C"), review("D"), review("E")};
    pieces[0].works[0].credits = {credit(Role::director, "Lars von Trier")};
    pieces[1].works[0].credits = {credit(Role::director, "Agnès Varda"), credit(Role::writer, "Abe")};
    pieces[2].works[0].credits = {credit(Role::director, "lars Von trier"), credit(Role::cast, "Abe")};
    pieces[3].works[0].credits = {credit(Role::writer, "Abe")};
    pieces[4].works[0].credits = {credit(Role::director, "Jean-Pierre Dardenne"),
                                  credit(Role::director, "Luc Dardenne")};
    CHECK(sections(pieces, grouped(Grouping::director)) ==
          "jean-pierre-dardenne-and-luc-dardenne|Jean-Pierre Dardenne and Luc Dardenne||: E\n"
          "lars-von-trier|Lars von Trier||: A C\n"
          "agnes-varda|Agnès Varda||: B\n"
          "others|Others||: D\n");
}

TEST_CASE("sections of authors and tags") {
    std::vector<Piece> pieces = {review("A"), review("B"), review("C")};
    pieces[0].authors = {"Zoe Adams", "Bo Xu", "Cy Vee"};
    pieces[1].authors = {"Ada Zimm"};
    pieces[2].tags = {"noir", "crime"};
    pieces[1].tags = {"Étude"};
    CHECK(sections(pieces, grouped(Grouping::author)) == "zoe-adams-bo-xu-and-cy-vee|Zoe Adams, Bo Xu and Cy Vee||: A\n"
                                                         "ada-zimm|Ada Zimm||: B\nothers|Others||: C\n");
    CHECK(sections(pieces, grouped(Grouping::tag)) == "etude|Étude||: B\nnoir|noir||: C\nothers|Others||: A\n");
}

TEST_CASE("sections speak the issue's language, and a title without Latin letters has a key too") {
    IssueSettings issue = grouped(Grouping::season);
    issue.language = "de";
    CHECK(sections({review("A", date(2019, 4, 1))}, issue) == "fruhling|Frühling|März bis Mai|3 4 5: A\n");
    std::vector<Piece> pieces = {review("A"), review("B")};
    pieces[0].tags = {"!"};
    pieces[1].tags = {"?"};
    CHECK(sections(pieces, grouped(Grouping::tag)) == "section|!||: A\nsection-2|?||: B\n");
}

TEST_CASE("an issue that is not grouped, or empty, has no sections") {
    CHECK(sections({review("A", date(2019, 4, 1))}, grouped(Grouping::none)).empty());
    CHECK(sections({}, grouped(Grouping::season)).empty());
}
