#include "unit/compose/pieces.h"

#include "document/json.h"

using namespace halfstar;
using namespace made;

namespace {

std::string parts(const Edition& edition) {
    std::string out;
    for (const IssuePart part : edition.parts)
        out += std::string(out.empty() ? "" : " ") + std::string(part_word(part));
    return out;
}

Edition with_letter(const IssueSettings& issue) {
    ComposeSettings settings;
    settings.issue = &issue;
    settings.letter = piece("letter.md", "Dear reader");
    settings.about = piece("about.md", "About");
    std::vector<Piece> pieces = {review("Alien")};
    pieces[0].works[0].credits = {credit(Role::cast, "Sigourney Weaver")};
    Diagnostics diagnostics;
    return compose(std::move(pieces), settings, diagnostics);
}

} // namespace

TEST_CASE("an issue has its usual parts, without those that have nothing to show") {
    CHECK(parts(with_letter({})) == "cover masthead letter contents reviews numbers films people about colophon back");
    CHECK(parts(issue_of({review("Alien")})) == "cover masthead contents reviews numbers films colophon back");
    CHECK(parts(issue_of({piece("essay.md", "Essay")})) == "cover masthead contents reviews colophon back");
    CHECK(parts(issue_of({})) == "cover masthead colophon back");
}

TEST_CASE("the parts that are asked for stand in their order, once") {
    IssueSettings issue;
    issue.parts = {IssuePart::back, IssuePart::reviews, IssuePart::people, IssuePart::reviews, IssuePart::letter};
    CHECK(parts(with_letter(issue)) == "back reviews people letter");
    CHECK(parts(issue_of({review("Alien")}, issue)) == "back reviews");
}

TEST_CASE("what the issue's maker says stands in the edition") {
    IssueSettings issue;
    issue.title = "Row C";
    issue.subtitle = "In the dark";
    issue.number = "4";
    issue.editor = "Ed";
    issue.publisher = "House";
    issue.place = "Leeds";
    issue.price = "Free";
    issue.isbn = "0-306-40615-2";
    issue.rights = "All";
    issue.url = "https://example.org/";
    issue.contributors = {"B"};
    issue.date = date(2020, 1);
    const Edition edition = issue_of({review("Alien", date(2019, 5, 5))}, issue);
    CHECK(edition.title == "Row C");
    CHECK(edition.pieces[0].title.value == "Alien");
    CHECK(edition.subtitle == "In the dark");
    CHECK(edition.number == "4");
    CHECK(edition.editor == "Ed");
    CHECK(edition.publisher == "House");
    CHECK(edition.place == "Leeds");
    CHECK(edition.price == "Free");
    CHECK(edition.isbn == "0-306-40615-2");
    CHECK(edition.rights == "All");
    CHECK(edition.url == "https://example.org/");
    CHECK(edition.contributors == std::vector<std::string>{"B"});
    CHECK(edition.date == date(2020, 1));
    CHECK(issue_of({review("Alien", date(2019, 5, 5))}).date == date(2019, 5, 5));
}

TEST_CASE("the command's title is the issue's and no piece's, and its language is before the issue's") {
    IssueSettings issue;
    issue.title = "Row C";
    issue.language = "de";
    ComposeSettings settings{"Row D", "fr", &issue, {}, {}};
    Diagnostics diagnostics;
    const Edition edition = compose({review("Alien")}, settings, diagnostics);
    CHECK(edition.title == "Row D");
    CHECK(edition.pieces[0].title.value == "Alien");
    CHECK(edition.language == "fr");
    settings.language.clear();
    CHECK(compose({review("Alien")}, settings, diagnostics).pieces[0].language == "de");
}

TEST_CASE("the identifier is of the whole issue, and does not know where its pictures lie") {
    IssueSettings issue;
    const std::string plain = with_letter(issue).identifier;
    CHECK(plain == with_letter(issue).identifier);
    issue.number = "4";
    CHECK(plain != with_letter(issue).identifier);
    const auto pictured = [](std::string folder) {
        const IssueSettings settings_of_issue;
        ComposeSettings settings;
        settings.issue = &settings_of_issue;
        settings.letter = piece("letter.md", "Dear reader");
        settings.letter->pictures.resize(1);
        settings.letter->pictures[0].path = std::move(folder);
        Diagnostics diagnostics;
        return compose({review("Alien")}, settings, diagnostics).identifier;
    };
    CHECK(pictured("/a/x.png") == pictured("/b/x.png"));
}

TEST_CASE("a whole issue comes back from its JSON") {
    IssueSettings issue;
    issue.group = Grouping::season;
    const Edition before = with_letter(issue);
    const auto written = [](const Edition& edition) {
        std::string out;
        CHECK(write_json(edition, [&](std::string_view text) -> Result<void> {
            out += text;
            return {};
        }));
        return out;
    };
    const Result<Edition> after = read_json_edition(written(before));
    REQUIRE_MESSAGE(after, (after ? "" : after.error().message));
    CHECK(written(*after) == written(before));
}
