#include "document/json.h"

#include "document/tree.h"
#include "foundation/base/strings.h"
#include "foundation/data/syntaxes.h"
#include "unit/document/samples.h"

#include <doctest/doctest.h>

#include <tuple>

using namespace halfstar;
using namespace samples;

namespace {

Edition edition() {
    Edition edition;
    edition.title = "Row C";
    edition.subtitle = "Winter";
    edition.language = "en";
    edition.editor = "E. Ditor";
    edition.publisher = "The House";
    edition.rights = "All of them";
    edition.url = "https://example.org/";
    edition.date = Date{2020, 1, 0, "", "", ""};
    edition.identifier = "urn:uuid:00000000-0000-8000-8000-000000000000";
    edition.pieces = {everything(), everything()};
    edition.pieces[1].key = "again";
    for (Piece& piece : edition.pieces) number_nodes(piece);
    return edition;
}

/// An edition with all that an issue has.
Edition issue() {
    Edition issue = edition();
    issue.number = "4";
    issue.place = "Leeds";
    issue.price = "£3";
    issue.isbn = "0-306-40615-2";
    issue.contributors = {"A", "B"};
    issue.parts = {IssuePart::cover, IssuePart::masthead, IssuePart::reviews};
    issue.sections = {{"spring", "Spring", "March to May", {3, 4, 5}, 0, 1}, {"undated", "Undated", "", {}, 1, 2}};
    Piece letter;
    letter.key = "letter";
    letter.body = {paragraph("Dear reader")};
    number_nodes(letter);
    issue.letter = letter;
    letter.key = "about";
    issue.about = letter;
    issue.films = {{"Stalker", "Stalker", "S", {{{0, 0}, {}}, {{1, 0}, {}}}}};
    issue.people = {{"Varda, Agnès", "Agnès Varda", "V",
                     {{{0, 0}, {Role::director}}, {{1, 0}, {Role::writer, Role::costume_designer}}}}};
    const Rating half{"", RatingForm::number, 50, 0, 500};
    issue.statistics.films = issue.statistics.rated = 2;
    issue.statistics.first_year = issue.statistics.last_year = 2019;
    issue.statistics.ratings = {{half, 0}, {{"", RatingForm::number, 100, 0, 500}, 2}};
    issue.statistics.average = half;
    issue.statistics.months[1] = 2;
    issue.statistics.days[1][2] = 2;
    issue.cover.kind = CoverKind::posters;
    issue.contributor_notes = {{"Ada Quill", "sits in row C"}, {"Joss Farrow", ""}};
    issue.plans = {{ReviewStart::recto, StillPlace::full, "quiet", {}}, {}};
    issue.picture_credits = {{"Lamplight", "Lamplight", "L", {{{0, 0}, {}}}}};
    issue.statistics.decades = {{1960, 1}, {1970, 0}, {1980, 1}};
    issue.statistics.most_seen = {{"Agnès Varda", 2}};
    issue.statistics.best = {{1, 0}};
    Inline link = inl(Link{"again.md", "", {text("again")}, "again"});
    issue.pieces[0].body[1] = blk(Paragraph{{link}});
    issue.pieces[0].body[1].ordinal = 400;
    return issue;
}

std::string written(const Edition& edition) {
    std::string out;
    const Result<void> done = write_json(edition, [&](std::string_view text) -> Result<void> {
        out += text;
        return {};
    });
    CHECK(done);
    return out;
}

std::string fault(const std::string& text) {
    const Result<Edition> read = read_json_edition(text);
    return read ? "" : read.error().message;
}

/// The JSON of a whole edition around one block.
std::string around(const std::string& block) {
    return "{\"halfstar\": 1, \"title\": \"\", \"language\": \"en\", \"direction\": \"left-to-right\", \"pieces\": [\n"
           "{\"key\": \"a\", \"path\": \"a.md\", \"kind\": \"review\", \"language\": \"en\",\n"
           "\"direction\": \"left-to-right\", \"title\": \"A\", \"body\": [\n" +
           block + "\n]}]}";
}

} // namespace

TEST_CASE("what is written is read back the same, ordinals and all") {
    const Edition before = edition();
    const std::string text = written(before);
    const Result<Edition> after = read_json_edition(text);
    REQUIRE_MESSAGE(after, (after ? "" : after.error().message));
    CHECK(after->title == before.title);
    CHECK(after->subtitle == before.subtitle);
    CHECK(after->editor == before.editor);
    CHECK(after->publisher == before.publisher);
    CHECK(after->rights == before.rights);
    CHECK(after->url == before.url);
    CHECK(after->identifier == before.identifier);
    REQUIRE(after->date);
    CHECK(*after->date == *before.date);
    REQUIRE(after->pieces.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(dump(after->pieces[i]) == dump(before.pieces[i]));
        CHECK(same_content(after->pieces[i], before.pieces[i]));
    }
    CHECK(written(*after) == text);
}

TEST_CASE("an issue's parts, sections, indexes and numbers are read back the same") {
    const Edition before = issue();
    const std::string text = written(before);
    const Result<Edition> after = read_json_edition(text);
    REQUIRE_MESSAGE(after, (after ? "" : after.error().message));
    CHECK(after->number == "4");
    CHECK(after->place == "Leeds");
    CHECK(after->price == "£3");
    CHECK(after->isbn == "0-306-40615-2");
    CHECK(after->contributors == std::vector<std::string>{"A", "B"});
    CHECK(after->parts == before.parts);
    REQUIRE(after->sections.size() == 2);
    CHECK(after->sections[0].months == std::vector<int>{3, 4, 5});
    CHECK(after->sections[1].extent.empty());
    CHECK(after->sections[1].last == 2);
    REQUIRE(after->letter);
    CHECK(plain_text(after->letter->body) == "Dear reader");
    CHECK(after->about);
    REQUIRE(after->people.size() == 1);
    CHECK(after->people[0].references[1].roles == std::vector<Role>{Role::writer, Role::costume_designer});
    const Statistics& statistics = after->statistics;
    CHECK(statistics.ratings[1].count == 2);
    CHECK(statistics.average == before.statistics.average);
    CHECK_FALSE(statistics.median);
    CHECK(statistics.months == before.statistics.months);
    CHECK(statistics.days == before.statistics.days);
    CHECK(statistics.most_seen[0].films == 2);
    REQUIRE(statistics.decades.size() == 3);
    CHECK(statistics.decades[1].decade == 1970);
    CHECK(statistics.decades[1].films == 0);
    CHECK(statistics.best == before.statistics.best);
    CHECK(after->cover.kind == CoverKind::posters);
    CHECK(after->contributor_notes == before.contributor_notes);
    CHECK(after->plans == before.plans);
    REQUIRE(after->picture_credits.size() == 1);
    CHECK(written(*after) == text);
}

TEST_CASE("what leads nowhere in an issue's JSON is refused") {
    const std::string text = written(issue());
    const std::tuple<std::string, std::string, std::string> table[] = {
        {"\"last\": 1}", "\"last\": 2}", "the sections do not hold every piece once"},
        {"\"first\": 1", "\"first\": 3", "the sections do not hold every piece once"},
        {"{\"piece\": 1, \"work\": 0}", "{\"piece\": 1, \"work\": 9}", "no piece 1 with a work 9"},
        {"{\"piece\": 1, \"work\": 0}", "{\"piece\": 2, \"work\": 0}", "no piece 2 with a work 0"},
        {"\"piece\": \"again\"", "\"piece\": \"gone\"", "a link leads to the piece 'gone', which is not there"},
        {"\"costume-designer\"", "\"tailor\"", "unknown role 'tailor'"},
        {"\"masthead\"", "\"masthed\"", "unknown part 'masthed'"},
        {"{\"month\": 2, \"day\": 3", "{\"month\": 13, \"day\": 3", "no day of the year"},
        {"\"months\": [0, ", "\"months\": [", "twelve months are expected"},
        {"\"months\": [3, 4", "\"months\": [3, 14", "a whole number within its range is expected"},
    };
    for (const auto& [from, to, words] : table) {
        const std::string shown_to(to);
        CAPTURE(shown_to);
        REQUIRE(text.find(from) != std::string::npos);
        CHECK(fault(replace_all(text, from, to)).ends_with(words));
    }
}

TEST_CASE("structure stands on lines of its own, a paragraph on one") {
    Edition small;
    small.title = "T";
    small.language = "en";
    Piece piece;
    piece.key = "a";
    piece.path = "a.md";
    piece.language = "en";
    piece.title.value = "A";
    piece.body = {blk(Paragraph{{text("One "), styled(TextStyle::cite, {text("two")})}}), blk(Break{})};
    small.pieces = {piece};
    CHECK(written(small) == R"({
 "halfstar": 1,
 "title": "T",
 "language": "en",
 "direction": "left-to-right",
 "pieces": [
  {
   "key": "a",
   "path": "a.md",
   "kind": "review",
   "language": "en",
   "direction": "left-to-right",
   "title": "A",
   "body": [
    {"type": "paragraph", "inlines": [{"type": "text", "text": "One "}, )"
                              R"({"type": "styled", "style": "cite", "inlines": [{"type": "text", "text": "two"}]}]},
    {"type": "break"}
   ]
  }
 ]
}
)");
}

TEST_CASE("an empty edition is an edition") {
    const Result<Edition> read = read_json_edition(written(Edition{}));
    REQUIRE(read);
    CHECK(read->pieces.empty());
    CHECK_FALSE(read->date);
}

TEST_CASE("text comes in pieces and the first failure is handed back") {
    Edition large = edition();
    for (int i = 0; i < 3000; ++i) large.pieces[0].body.push_back(paragraph("words and words and words"));
    std::size_t pieces = 0, most = 0;
    CHECK(write_json(large, [&](std::string_view text) -> Result<void> {
        ++pieces;
        most = std::max(most, text.size());
        return {};
    }));
    CHECK(pieces > 2);
    CHECK(most < (1 << 17));
    std::size_t calls = 0;
    const Result<void> full = write_json(large, [&](std::string_view) -> Result<void> {
        ++calls;
        return Error{"disk is full"};
    });
    REQUIRE_FALSE(full);
    CHECK(full.error().message == "disk is full");
    CHECK(calls == 1);
}

TEST_CASE("any number of threads writes the same") {
    Edition issue = edition();
    const std::size_t first = issue.pieces.size();
    for (std::size_t i = 0; i < 100; ++i) {
        issue.pieces.push_back(issue.pieces[i % first]);
        issue.pieces.back().key = "piece-" + std::to_string(i);
    }
    for (int i = 0; i < 3000; ++i) issue.pieces[40].body.push_back(paragraph("words and words and words"));
    const std::string alone = written(issue);
    for (const int jobs : {2, 4, 8}) {
        CAPTURE(jobs);
        std::string together;
        CHECK(write_json(issue, [&](std::string_view text) -> Result<void> {
            together += text;
            return {};
        }, jobs));
        CHECK(together == alone);
    }
}

TEST_CASE("extra facts stay the JSON they are, and what is none becomes a string") {
    Edition one = edition();
    one.pieces[0].extras = {{"a", "not json", {}}, {"b", "[1,{\"c\":null}]", {}}};
    const Result<Edition> read = read_json_edition(written(one));
    REQUIRE(read);
    CHECK(read->pieces[0].extras[0].json == "\"not json\"");
    CHECK(read->pieces[0].extras[1].json == "[1,{\"c\":null}]");
}

TEST_CASE("JSON of another shape is refused with the line and what is wrong") {
    const std::pair<std::string, std::string> table[] = {
        {"nonsense", "malformed JSON at line 1, byte 2"},
        {"[]", "line 1: an object is expected"},
        {"{}", "line 1: only version 1 is read"},
        {"{\"halfstar\": 2}", "line 1: only version 1 is read"},
        {"{\"halfstar\": 1,\n\"autor\": 3}", "line 2: unknown member 'autor'"},
        {"{\"halfstar\": 1,\n\"title\": 3}", "line 2: a string is expected"},
        {"{\"halfstar\": 1,\n\"direction\": \"up\"}", "line 2: unknown direction"},
        {"{\"halfstar\": 1,\n\"pieces\": {}}", "line 2: a list is expected"},
        {"{\"halfstar\": 1, \"pieces\": [\n{}]}", "line 2: the member 'key' is missing"},
        {"{\"halfstar\": 1, \"date\": {\"year\":\n 20.5}}", "line 2: a whole number within its range is expected"},
        {around("{\"type\": \"verse\"}"), "line 4: unknown type 'verse'"},
        {around("{\"inlines\": []}"), "line 4: the member 'type' is missing"},
        {around("{\"type\": \"break\", \"x\": 1}"), "line 4: unknown member 'x'"},
        {around("{\"type\": \"heading\", \"level\": 9, \"inlines\": []}"), "line 2: a heading of level 9 in the body"},
        {around("{\"type\": \"paragraph\", \"ordinal\": -1, \"inlines\": []}"),
         "line 4: a whole number within its range is expected"},
        {around("{\"type\": \"paragraph\", \"inlines\": [{\"type\": \"note-reference\", \"note\": 4}]}"),
         "line 2: a reference in the body is to note 5 of 0"},
        {around("{\"type\": \"table\", \"columns\": [\"justified\"]}"), "line 4: unknown alignment 'justified'"},
        {around("{\"type\": \"list\", \"ordered\": \"yes\", \"items\": []}"), "line 4: true or false is expected"},
        {around("{\"type\": \"paragraph\", \"inlines\": [7]}"), "line 4: an object is expected"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CHECK(fault(row.first) == row.second);
    }
    std::string bad_digest = written(edition());
    bad_digest = replace_all(bad_digest, "\"ab00", "\"xx00");
    CHECK(fault(bad_digest).find("a SHA-256 of 64 hexadecimal digits is expected") != std::string::npos);
}

TEST_CASE("texts side by side, as other programs write them, are joined") {
    const Result<Edition> read = read_json_edition(around(
        R"({"type": "paragraph", "inlines": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]})"));
    REQUIRE(read);
    CHECK(plain_text(read->pieces[0].body) == "ab");
}

TEST_CASE("a tree as deep as one may be comes back from its JSON") {
    Blocks body = {paragraph("deep")};
    for (int i = 0; i < 100; ++i) {
        Block list = blk(List{false, true, 1, {{std::move(body), {}}}});
        body = Blocks{};
        body.push_back(std::move(list));
    }
    Inlines words = {text("deep")};
    for (int i = 0; i < 100; ++i) words = {styled(TextStyle::strong, std::move(words))};
    body.push_back(blk(Paragraph{words}));
    Edition one;
    one.pieces.resize(1);
    one.pieces[0].key = "deep";
    one.pieces[0].body = std::move(body);
    const Result<Edition> read = read_json_edition(written(one));
    REQUIRE_MESSAGE(read, (read ? "" : read.error().message));
    CHECK(dump(read->pieces[0]) == dump(one.pieces[0]));
}
