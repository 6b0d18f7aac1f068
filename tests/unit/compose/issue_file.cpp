#include "compose/issue_reading.h"
#include "foundation/base/files.h"
#include "unit/compose/pieces.h"

#include <string>
#include <tuple>

using namespace halfstar;

namespace {

struct Outcome {
    IssueSettings issue;
    std::string said; ///< "line:column: code: message | hint" a line
};

Outcome read(const std::string& text) {
    Sources sources;
    const SourceId source = sources.add("issue.yaml", text);
    Diagnostics diagnostics;
    Outcome outcome;
    outcome.issue = read_issue(text, source, diagnostics);
    for (const Diagnostic& one : diagnostics.all()) {
        const Sources::Position at = sources.position(source, one.span.begin);
        outcome.said += std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                        std::string(code_name(one.code)) + ": " + one.message;
        for (const std::string& hint : one.hints)
            outcome.said += " | " + hint;
        outcome.said += "\n";
    }
    return outcome;
}

IssueSettings understood(const std::string& text) {
    Outcome outcome = read(text);
    CHECK(outcome.said == "");
    return outcome.issue;
}

} // namespace

TEST_CASE("every key of issue.yaml is read") {
    const IssueSettings issue = understood(R"(# The fourth
title: Row C
subtitle: 'A year: in the dark'
number: 4
series: Rows
editor: A. Critic
contributors: [B. Second, C. Third]
publisher: The House
place: Leeds
date: 2020-01
price: Free
rights: "© 2020"
isbn: 978-0-306-40615-7
url: https://example.org/row-c/
language: en-GB
select:
  year: [2019]
  from: 2019-02
  to: 2019-12-30
  tags: seen twice
  people: [Agnès Varda]
  authors: [A. Critic]
  rating-at-least: 3.5
  files: ["reviews/*.md", essays/]
ignore: [drafts/, "*.bak.md"]
order: rating
listed: [reviews/stalker.md]
group: season
scale: 10
style: programme
page: a5
sheet: letter
parts: [cover, contents, reviews, back]
outputs:
  - zine
  - epub
)");
    CHECK(issue.title == "Row C");
    CHECK(issue.subtitle == "A year: in the dark");
    CHECK(issue.number == "4");
    CHECK(issue.series == "Rows");
    CHECK(issue.editor == "A. Critic");
    CHECK(issue.contributors == std::vector<std::string>{"B. Second", "C. Third"});
    CHECK(issue.publisher == "The House");
    CHECK(issue.place == "Leeds");
    CHECK(*issue.date == made::date(2020, 1));
    CHECK(issue.price == "Free");
    CHECK(issue.rights == "© 2020");
    CHECK(issue.isbn == "978-0-306-40615-7");
    CHECK(issue.url == "https://example.org/row-c/");
    CHECK(issue.language == "en-GB");
    CHECK(issue.select.years == std::vector<int>{2019});
    CHECK(*issue.select.from == made::date(2019, 2));
    CHECK(*issue.select.to == made::date(2019, 12, 30));
    CHECK(issue.select.tags == std::vector<std::string>{"seen twice"});
    CHECK(issue.select.people == std::vector<std::string>{"Agnès Varda"});
    CHECK(issue.select.authors == std::vector<std::string>{"A. Critic"});
    CHECK(issue.select.rating_at_least == 350);
    CHECK(issue.select.files == std::vector<std::string>{"reviews/*.md", "essays/"});
    CHECK(issue.select.span.source == 1);
    CHECK(issue.ignore == std::vector<std::string>{"drafts/", "*.bak.md"});
    CHECK(issue.order == Order::rating);
    CHECK(issue.listed == std::vector<std::string>{"reviews/stalker.md"});
    CHECK(issue.group == Grouping::season);
    CHECK(issue.rating_best == 10);
    CHECK(issue.style == "programme");
    CHECK(issue.page == "a5");
    CHECK(issue.sheet == "Letter");
    CHECK(*issue.parts ==
          std::vector<IssuePart>{IssuePart::cover, IssuePart::contents, IssuePart::reviews, IssuePart::back});
    CHECK(*issue.outputs == std::vector<Output>{Output::zine, Output::epub});
}

TEST_CASE("an empty issue.yaml, and empty values in it, are the defaults") {
    for (const std::string text :
         {"", "# nothing yet\n", "title:\nparts:\nselect:\n  year:\norder:\n", "\xEF\xBB\xBFtitle:\r\n"}) {
        CAPTURE(text);
        const IssueSettings issue = understood(text);
        CHECK(issue.title.empty());
        CHECK_FALSE(issue.parts);
        CHECK_FALSE(issue.outputs);
        CHECK_FALSE(issue.order);
        CHECK(issue.group == Grouping::none);
        CHECK(issue.rating_best == 0);
        CHECK(issue.select.years.empty());
    }
}

TEST_CASE("a list of paths is an order of itself") {
    const IssueSettings issue = understood("listed:\n  - b.md\n  - a.md\n");
    CHECK(issue.order == Order::listed);
    REQUIRE(issue.listed_places.size() == 2);
    CHECK(issue.listed_places[1].begin == 21);
    CHECK(understood("order: title\nlisted: [a.md]").order == Order::title);
}

TEST_CASE("a part or an output that is named twice stands once") {
    CHECK(understood("parts: [cover, Reviews, cover]").parts->size() == 2);
    CHECK(understood("outputs: zine").outputs->size() == 1);
}

TEST_CASE("what issue.yaml has wrong is said at its line and column, and the rest holds") {
    const std::pair<std::string, std::string> table[] = {
        {"titel: Row C", "1:1: unknown-issue-key: no key is called 'titel' | did you mean 'title'?\n"},
        {"xyzzy: 1", "1:1: unknown-issue-key: no key is called 'xyzzy'\n"},
        {"select:\n  tag: a", "2:3: unknown-issue-key: no key is called 'tag' | did you mean 'tags'?\n"},
        {"title: [a]", "1:8: bad-issue-value: '[a]' is not a text\n"},
        {"date: next week",
         "1:7: bad-issue-value: 'next week' is not a day as 2019-12-17, a month as 2019-12 or a year\n"},
        {"date: 2019-02-30",
         "1:7: bad-issue-value: '2019-02-30' is not a day as 2019-12-17, a month as 2019-12 or a year\n"},
        {"isbn: 978-0-306-40615-8", "1:7: bad-issue-value: '978-0-306-40615-8' is not an ISBN of 10 or 13 digits, of "
                                    "which the last fits the others\n"},
        {"url: example.org",
         "1:6: bad-issue-value: 'example.org' is not an address that begins with https:// or http://\n"},
        {"language: English!", "1:11: bad-issue-value: 'English!' is not a language as 'en' or 'pt-BR'\n"},
        {"select: 2019", "1:9: bad-issue-value: '2019' is not a list of 'key: value' lines, as 'year: 2019'\n"},
        {"select:\n  year: [2019, now]", "2:16: bad-issue-value: 'now' is not a year\n"},
        {"select:\n  rating-at-least: ★★★",
         "2:20: bad-issue-value: '★★★' is not a number of the rating scale, as 4 or 3.5\n"},
        {"order: titel", "1:8: bad-issue-value: 'titel' is not an order | did you mean 'title'?\n"},
        {"order: listed", "1:8: bad-issue-value: 'listed' is not an order without paths under 'listed'\n"},
        {"group: colour",
         "1:8: bad-issue-value: 'colour' is not a way to group | there are none, season, month, year, rating, "
         "director, author, tag\n"},
        {"cover: [a]", "1:8: bad-issue-value: '[a]' is not 'type', 'posters', or the path of a picture\n"},
        {"contributors:\n  - {nam: A. B.}",
         "2:6: unknown-issue-key: no key is called 'nam' | did you mean 'name'?\n"
         "2:5: bad-issue-value: '{nam: A. B.}' is not a contributor with a name\n"},
        {"reviews: joker.md",
         "1:10: bad-issue-value: 'joker.md' is not a list of paths with keys of their own, as 'joker.md: {start: recto}'\n"},
        {"reviews:\n  joker.md: recto", "2:13: bad-issue-value: 'recto' is not keys of a review, as '{start: recto}'\n"},
        {"reviews:\n  joker.md: {start: rekto}",
         "2:21: bad-issue-value: 'rekto' is not where a review may start | did you mean 'recto'?\n"},
        {"reviews:\n  joker.md: {still: half}", "2:21: bad-issue-value: 'half' is not a place for a still | there are full\n"},
        {"reviews:\n  joker.md: {begin: recto}", "2:14: unknown-issue-key: no key is called 'begin'\n"},
        {"scale: five", "1:8: bad-issue-value: 'five' is not the best rating there is, a whole number to 1000\n"},
        {"scale: 0", "1:8: bad-issue-value: '0' is not the best rating there is, a whole number to 1000\n"},
        {"sheet: A0", "1:8: bad-issue-value: 'A0' is not a sheet of paper | did you mean 'A4'?\n"},
        {"parts:\n  - cover\n  - reviws",
         "3:5: bad-issue-value: 'reviws' is not a part of an issue | did you mean 'reviews'?\n"},
        {"outputs: [pdf]",
         "1:11: bad-issue-value: 'pdf' is not an output | there are zine, booklet, epub, site, reviews\n"},
        {"order:\n  - a.md\n",
         "2:3: bad-issue-value: '- a.md' is not an order | there are date, title, rating, listed\n"},
        {"title: a\ntitle: b", "2:1: duplicate-key: the key 'title' stands twice; the first counts\n"},
        {"editor: &a B\nplace: *a",
         "1:9: broken-issue: issue.yaml was not understood here: anchors and aliases are not followed\n"},
        {"just words", "1:1: broken-issue: issue.yaml was not understood here: no 'key: value' lines\n"},
        {"title: a\xFF", "1:9: broken-issue: issue.yaml was not understood here: a byte that is not UTF-8\n"},
    };
    for (const auto& [text, words] : table) {
        const std::string shown_text(text);
        CAPTURE(shown_text);
        CHECK(read(text).said == words);
        CHECK(read(text).issue.order != Order::listed);
    }
    CHECK(read("titel: a\ngroup: month").issue.group == Grouping::month);
    CHECK(read("title: Row C: the year\nnumber: 4").said.starts_with("1:"));
    CHECK(read("title: Row C: the year\nnumber: 4").issue.number == "4");
}

TEST_CASE("ISBNs are known by their check digit") {
    for (const char* right : {"0-306-40615-2", "0306406152", "080442957X", "0 8044 2957 x", "9780306406157"})
        CHECK(is_isbn(right));
    for (const char* wrong :
         {"", "0306406153", "978030640615", "9780306406158", "X80442957X", "978030640615X", "0-306-4O615-2"})
        CHECK_FALSE(is_isbn(wrong));
}

TEST_CASE("parts have one word each") {
    for (int part = 0; part <= static_cast<int>(IssuePart::back); ++part)
        CHECK(part_of_word(part_word(static_cast<IssuePart>(part))) == static_cast<IssuePart>(part));
    CHECK(part_of_word(" Colophon ") == IssuePart::colophon);
    CHECK_FALSE(part_of_word("centrefold"));
}

TEST_CASE("paths fit patterns") {
    const std::tuple<const char*, const char*, bool> table[] = {
        {"a.md", "a.md", true},
        {"reviews/a.md", "a.md", true},
        {"reviews/a.md", "*.md", true},
        {"reviews/a.md", "*.txt", false},
        {"reviews/a.md", "reviews/*.md", true},
        {"reviews/2019/a.md", "reviews/*.md", false},
        {"reviews/2019/a.md", "reviews/**/*.md", true},
        {"reviews/a.md", "reviews/**/*.md", true},
        {"reviews/2019/a.md", "**/a.md", true},
        {"a.md", "**/a.md", true},
        {"drafts/x/a.md", "drafts/", true},
        {"drafts.md", "drafts/", false},
        {"drafts/a.md", "drafts/**", true},
        {"b/a.md", "./b/a.md", true},
        {"b/a.md", "/b/a.md", true},
        {"b/a.md", "c/a.md", false},
        {"1917.md", "19??.md", true},
        {"é.md", "?.md", true},
        {"reviews/a.md", "reviews", false},
        {"a.md", "", false},
        {"a.md", "/", false},
        {"ab/c.md", "a*/*", true},
        {"aXbXc", "a*b*c", true},
        {"aXbX", "a*b*c", false},
        {"a/b/c/d", "a/**/**/d", true},
        {"a/b/c/d", "**/c", false},
    };
    for (const auto& [path, pattern, fits] : table) {
        const std::string shown_path(path);
        CAPTURE(shown_path);
        const std::string shown_pattern(pattern);
        CAPTURE(shown_pattern);
        CHECK(path_fits(path, pattern) == fits);
    }
    const std::string long_name(2000, 'a');
    std::string stars;
    for (int i = 0; i < 500; ++i)
        stars += "a*";
    CHECK_FALSE(path_fits(long_name, stars + "b"));
}

TEST_CASE("docs/issue.md has a row for every key, and its example is understood") {
    const Result<std::string> page = DiskReader().read(HALFSTAR_SOURCE_DIR "/docs/issue.md", 1u << 20);
    REQUIRE(page);
    std::size_t rows = 0;
    for (const std::string& key : issue_keys()) {
        CAPTURE(key);
        const std::string name = key.starts_with("select.") ? key.substr(7) : key;
        CHECK(page->find("\n| `" + name + "` |") != std::string::npos);
        ++rows;
    }
    CHECK(rows == 37);
    const std::size_t begin = page->find("```yaml\n");
    REQUIRE(begin != std::string::npos);
    const std::size_t end = page->find("```", begin + 8);
    const IssueSettings example = understood(page->substr(begin + 8, end - begin - 8));
    CHECK(example.title == "Row C");
    CHECK(example.parts);
}
