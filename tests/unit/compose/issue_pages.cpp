// What issue.yaml and front matter say of an issue's pages: contributors, the cover, single reviews, picture credits.
#include "compose/issue_reading.h"
#include "unit/compose/pieces.h"

using namespace halfstar;
using namespace made;

namespace {

IssueSettings read(const std::string& text) {
    Diagnostics diagnostics;
    IssueSettings issue = read_issue(text, 0, diagnostics);
    CHECK(said(diagnostics) == "");
    return issue;
}

/// "page/as-style recto/full": a plan a piece.
std::string plans(const Edition& edition) {
    std::string out;
    for (std::uint32_t i = 0; i < edition.pieces.size(); ++i) {
        const ReviewPlan plan = edition.plan(i);
        out += plan.start == ReviewStart::page     ? "page"
               : plan.start == ReviewStart::recto  ? "recto"
               : plan.start == ReviewStart::shared ? "shared"
                                                   : "style";
        out += plan.variant + (plan.still == StillPlace::full ? "+ " : " ");
    }
    return out;
}

std::string credits(const Edition& edition) {
    std::string out;
    for (const IndexEntry& entry : edition.picture_credits) {
        out += entry.words;
        for (const IndexReference& reference : entry.references)
            out += " " + std::to_string(reference.work.piece);
        out += "\n";
    }
    return out;
}

Block figure(const std::string& caption) {
    Figure figure;
    figure.image.url = "a.png";
    figure.caption = {{Text{caption}, {}}};
    return {std::move(figure), {}, 0};
}

} // namespace

TEST_CASE("contributors are names, or names with notes") {
    const IssueSettings plain = read("contributors: [B. Second, C. Third]");
    CHECK(plain.contributors == std::vector<std::string>{"B. Second", "C. Third"});
    CHECK(plain.contributor_notes.empty());
    const IssueSettings noted = read("contributors:\n  - {name: B. Second, note: sells the tickets}\n  - C. Third\n");
    CHECK(noted.contributors == plain.contributors);
    CHECK(noted.contributor_notes == std::vector<ContributorNote>{{"B. Second", "sells the tickets"}, {"C. Third", ""}});
    CHECK(issue_of({review("A")}, noted).has(IssuePart::contributors));
    CHECK_FALSE(issue_of({review("A")}, plain).has(IssuePart::contributors));
}

TEST_CASE("a cover is of type, of posters, or a picture") {
    CHECK(read("cover: Type").cover.kind == CoverKind::type);
    CHECK(read("cover: posters").cover.kind == CoverKind::posters);
    const IssueSettings issue = read("cover: art/front.png");
    CHECK(issue.cover.kind == CoverKind::picture);
    CHECK(issue.cover.path == "art/front.png");
}

TEST_CASE("single reviews are planned by path, by pattern, and by themselves") {
    const std::string one = "reviews: {alien.md: {start: recto}, brazil.md: {still: full}}";
    const std::vector<Piece> pieces = {review("Alien"), review("Brazil"), review("Cure")};
    CHECK(plans(issue_of(pieces, read(one))) == "recto style+ style ");
    CHECK(plans(issue_of(pieces, read("reviews:\n  - '*.md': {start: page, still: full}\n  - cure.md: {start: shared}\n"))) ==
          "page+ page+ shared+ ");
    CHECK(issue_of(pieces, read("title: Row C")).plans.empty());
    CHECK(plans(issue_of(pieces, read("reviews:\n  - '*.md': {variant: quiet}\n  - cure.md: {variant: lead}\n"))) ==
          "stylequiet stylequiet stylelead ");
    std::vector<Piece> own = pieces;
    own[0].extras = {{"zine", R"({"start": "page", "still": "full"})", {}}};
    CHECK(plans(issue_of(own, read("title: Row C"))) == "page+ style style ");
    CHECK(plans(issue_of(own, read(one))) == "recto+ style+ style ");
}

TEST_CASE("plans that fit no review, and plans of front matter that say nothing, are reported") {
    Diagnostics diagnostics;
    std::vector<Piece> pieces = {review("Alien"), review("Brazil")};
    pieces[0].extras = {{"zine", R"("recto")", {}}};
    pieces[1].extras = {{"zine", R"({"start": "rekto"})", {}}};
    const Edition edition = issue_of(pieces, read("reviews: {cure.md: {start: recto}}"), diagnostics);
    CHECK(edition.plans.empty());
    const std::string words = said(diagnostics);
    for (const char* line : {"bad-value: 'zine' is not a list of keys", "'rekto' is not where a review may start",
                             "missing-piece: no piece of the issue is 'cure.md'"}) {
        CAPTURE(line);
        CHECK(words.find(line) != std::string::npos);
    }
}

TEST_CASE("picture credits are taken from front matter and captions, each once, in their order") {
    std::vector<Piece> pieces = {review("Alien"), review("Brazil"), review("Cure")};
    pieces[0].extras = {{"photo_credit", R"(["Zoe Quill", "Lamplight"])", {}}};
    pieces[1].body = {figure("The stairs (credit: Zoe Quill), at night"), figure("No one is named")};
    pieces[2].poster_caption = "Credit: The Archive.";
    const Edition edition = issue_of(pieces);
    CHECK(credits(edition) == "Lamplight 0\nThe Archive 2\nZoe Quill 0 1\n");
    CHECK(edition.has(IssuePart::pictures));
    CHECK_FALSE(issue_of({review("Alien")}).has(IssuePart::pictures));
}
