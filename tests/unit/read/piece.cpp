#include "reading.h"

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// A review kept as plain text, its facts at the end, its name its title.
const std::string plain_review = "“Your voice is a door.”\n\n\n"
                                 "The first paragraph’s words. \n\n"
                                 "The second one: with a colon. \u00A0\n\n"
                                 "And a third.\n\n\n"
                                 "My Rating: ★★★★½\n\n\n\n"
                                 "Written + Directed by: Ada Quill\n"
                                 "Cast: Noor Fell, Sam Low, Ivo Marsh, Lea Stone, Kit Wren\n";

} // namespace

TEST_CASE("a review kept as plain text becomes a finished one") {
    const Reading reading = read(plain_review, "her-smell.txt");
    CHECK(problems(reading.diagnostics) == "");
    CHECK(facts(reading.piece) == "title \"Her Smell\"\n"
                                  "work \"Her Smell\"\n"
                                  "  writer \"Ada Quill\"\n"
                                  "  director \"Ada Quill\"\n"
                                  "  cast \"Noor Fell\"\n"
                                  "  cast \"Sam Low\"\n"
                                  "  cast \"Ivo Marsh\"\n"
                                  "  cast \"Lea Stone\"\n"
                                  "  cast \"Kit Wren\"\n"
                                  "  rating number 450 of 0 to 500 inferred written=\"★★★★½\"\n"
                                  "epigraph\n"
                                  "  words \"“Your voice is a door.”\"\n");
    CHECK(reading.piece.body.size() == 3);
    CHECK(reading.piece.key == "her-smell");
    CHECK(reading.piece.kind == PieceKind::review);
}

TEST_CASE("facts keep the place where they were written") {
    const Reading reading = read(plain_review, "her-smell.txt");
    const auto at = [&](Span span) { return reading.text.substr(span.begin, span.end - span.begin); };
    CHECK(at(reading.piece.works[0].rating->span) == "My Rating: ★★★★½");
    CHECK(at(reading.piece.works[0].credits[0].span) == "Written + Directed by: Ada Quill");
    const Reading keyed = read("---\ntitle: Stalker\nrating: 4.5\ndate: 2020-01-02\n---\nThe Zone.\n");
    const auto keyed_at = [&](Span span) { return keyed.text.substr(span.begin, span.end - span.begin); };
    CHECK(keyed_at(keyed.piece.title.span) == "Stalker");
    CHECK(keyed_at(keyed.piece.works[0].rating->span) == "4.5");
    CHECK(keyed_at(keyed.piece.published->span) == "2020-01-02");
}

TEST_CASE("each alias of a key is the same fact") {
    struct Row {
        std::string_view keys, said;
    };
    const std::vector<Row> rows = {
        {"title: Mirror", "title \"Mirror\"\nwork \"Mirror\"\n"},
        {"movie title: Mirror", "title \"Mirror\"\nwork \"Mirror\"\n"},
        {"film: Mirror", "title \"Mirror\"\nwork \"Mirror\"\n"},
        {"name: Mirror", "title \"Mirror\"\nwork \"Mirror\"\n"},
        {"en_title: Mirror", "title \"Mirror\"\nwork \"Mirror\"\n"},
        {"title: 1941", "title \"1941\"\nwork \"1941\"\n"},
        {"title: null", "title \"Stalker\"\nwork \"Stalker\"\n"},
        {"title: \"null\"", "title \"null\"\nwork \"null\"\n"},
        {"title: true", "title \"true\"\nwork \"true\"\n"},
        {"title: >\n  Portrait of a Lady\n  on Fire",
         "title \"Portrait of a Lady on Fire\"\nwork \"Portrait of a Lady on Fire\"\n"},
        {"title: Stalker (1979)", "title \"Stalker\"\nwork \"Stalker\"\n  year 1979\n"},
        {"title: 'Review: Stalker (1979)'", "title \"Stalker\"\nwork \"Stalker\"\n  year 1979\n"},
        {"year: 1979", "title \"Stalker\"\nwork \"Stalker\"\n  year 1979\n"},
        {"release_year: 1979", "title \"Stalker\"\nwork \"Stalker\"\n  year 1979\n"},
        {"released: 1979-05-25", "title \"Stalker\"\nwork \"Stalker\"\n  year 1979\n"},
        {"runtime: 2h 41m", "title \"Stalker\"\nwork \"Stalker\"\n  minutes 161\n"},
        {"Running Time: 161 min", "title \"Stalker\"\nwork \"Stalker\"\n  minutes 161\n"},
        {"country: USSR / Germany", "title \"Stalker\"\nwork \"Stalker\"\n  countries \"USSR\" \"Germany\"\n"},
        {"language: Russian", "title \"Stalker\"\nwork \"Stalker\"\n  languages \"Russian\"\n"},
        {"language: ru", "language \"ru\"\ntitle \"Stalker\"\nwork \"Stalker\"\n"},
        {"lang: en-GB", "language \"en-GB\"\ntitle \"Stalker\"\nwork \"Stalker\"\n"},
        {"original_title: Сталкер\noriginal_language: ru",
         "title \"Stalker\"\nwork \"Stalker\"\n  original-title \"Сталкер\"\n  original-language \"ru\"\n"},
        {"genre: [drama, science fiction]",
         "title \"Stalker\"\nwork \"Stalker\"\n  genres \"drama\" \"science fiction\"\n"},
        {"imdb_id: tt0079944\ntmdbid: 1398\nletterboxd_url: https://boxd.it/2a",
         "title \"Stalker\"\nwork \"Stalker\"\n  id \"imdb\" \"tt0079944\"\n  id \"tmdb\" \"1398\"\n  id "
         "\"letterboxd\" "
         "\"https://boxd.it/2a\"\n"},
        {"author: Ada Quill", "title \"Stalker\"\nwork \"Stalker\"\nauthors \"Ada Quill\"\n"},
        {"critics: [Ada Quill, Joss Farrow]",
         "title \"Stalker\"\nwork \"Stalker\"\nauthors \"Ada Quill\" \"Joss Farrow\"\n"},
        {"reviewer: Ada Quill and Joss Farrow",
         "title \"Stalker\"\nwork \"Stalker\"\nauthors \"Ada Quill\" \"Joss Farrow\"\n"},
        {"date: 2020-01-02", "title \"Stalker\"\nwork \"Stalker\"\npublished 2020-01-02 written=\"2020-01-02\"\n"},
        {"publishDate: Apr 13 2014",
         "title \"Stalker\"\nwork \"Stalker\"\npublished 2014-04-13 written=\"Apr 13 2014\"\n"},
        {"watched: 15/03/2019", "title \"Stalker\"\nwork \"Stalker\"\nseen 2019-03-15 written=\"15/03/2019\"\n"},
        {"date_watched: 2019-03-15T20:00:00+01:00",
         "title \"Stalker\"\nwork \"Stalker\"\nseen 2019-03-15 time=\"20:00\" offset=\"+01:00\" "
         "written=\"2019-03-15T20:00:00+01:00\"\n"},
        {"date: 1979\ndate_posted: 2020-01-02",
         "title \"Stalker\"\nwork \"Stalker\"\n  year 1979\npublished 2020-01-02 written=\"2020-01-02\"\n"},
        {"cinema: The Gaiety\nformat: 35 mm",
         "title \"Stalker\"\nwork \"Stalker\"\nvenue \"The Gaiety\"\nmedium \"35 mm\"\n"},
        {"tags: [zone, dog]", "title \"Stalker\"\nwork \"Stalker\"\ntags \"zone\" \"dog\"\n"},
        {"tags: zone, dog", "title \"Stalker\"\nwork \"Stalker\"\ntags \"zone\" \"dog\"\n"},
        {"spoilers: yes", "title \"Stalker\"\nwork \"Stalker\"\nspoilers\n"},
        {"spoilers: false", "title \"Stalker\"\nwork \"Stalker\"\n"},
        {"description: Three men and *one* room.", "title \"Stalker\"\nwork \"Stalker\"\nsummary\n  text \"Three men "
                                                   "and \"\n  emphasis \"one\"\n  text \" room.\"\n"},
        {"subtitle: Three men.", "title \"Stalker\"\nwork \"Stalker\"\nsummary \"Three men.\"\n"},
        {"subtitle: Three men.\nsynopsis: A room.",
         "title \"Stalker\"\nsubtitle \"Three men.\"\nwork \"Stalker\"\nsummary \"A room.\"\n"},
        {"quote: The Zone wants respect.\nquote_source: Stalker",
         "title \"Stalker\"\nwork \"Stalker\"\nepigraph\n  words \"The Zone wants respect.\"\n  source \"Stalker\"\n"}};
    for (const Row& row : rows) {
        CAPTURE(row.keys);
        CHECK(facts("---\n" + std::string(row.keys) + "\n---\nThe Zone.\n") == row.said);
    }
}

TEST_CASE("every way of writing a rating is known as a key") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows = {
        {"rating: 4.5", "450 of 0 to 500"},
        {"grade: B+", "1000 of 100 to 1300"},
        {"score: 7/10", "700 of 0 to 1000"},
        {"stars: 4", "400 of 0 to 500"},
        {"rating: ★★★½", "350 of 0 to 500"},
        {"rating: 3 out of 5", "300 of 0 to 500"},
        {"rating: seven half", "750 of 0 to 1000"},
        {"rating: 85%", "8500 of 0 to 10000"},
        {"rating: ***1/2", "350 of 0 to 500"},
        {"rating: '****'", "400 of 0 to 500"},
        {"rating: {value: 3, best: 4}", "300 of 0 to 400"}};
    for (const auto& row : rows) {
        CAPTURE(row.first);
        const Reading reading = read("---\n" + std::string(row.first) + "\n---\nThe Zone.\n");
        CHECK(facts(reading.piece).find(" " + std::string(row.second) + " ") != std::string::npos);
    }
}

TEST_CASE("credits come as texts, lists and maps") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows = {
        {"director: Josh & Benny Safdie", "  director \"Josh Safdie\"\n  director \"Benny Safdie\"\n"},
        {"directors:\n  - Joel Coen\n  - Ethan Coen", "  director \"Joel Coen\"\n  director \"Ethan Coen\"\n"},
        {"written_and_directed_by: Ada Quill", "  writer \"Ada Quill\"\n  director \"Ada Quill\"\n"},
        {"cast: Noor Fell (Ana), Sam Low", "  cast \"Noor Fell\" as \"Ana\"\n  cast \"Sam Low\"\n"},
        {"cast:\n  - Noor Fell as Ana\n  - Sam Low (the dog, the cat)",
         "  cast \"Noor Fell\" as \"Ana\"\n  cast \"Sam Low\" as \"the dog, the cat\"\n"},
        {"cast:\n  - name: Noor Fell\n    role: Ana\n  - name: Sam Low\n    character: Dog",
         "  cast \"Noor Fell\" as \"Ana\"\n  cast \"Sam Low\" as \"Dog\"\n"},
        {"cast:\n  - Noor Fell: Ana\n  - Sam Low", "  cast \"Noor Fell\" as \"Ana\"\n  cast \"Sam Low\"\n"},
        {"cast:\n  Noor Fell: Ana\n  Sam Low:", "  cast \"Noor Fell\" as \"Ana\"\n  cast \"Sam Low\"\n"},
        {"stars: Noor Fell, Sam Low", "  cast \"Noor Fell\"\n  cast \"Sam Low\"\n"},
        {"score: Ivo Marsh", "  composer \"Ivo Marsh\"\n"},
        {"Regie: Lea Stone", "  director \"Lea Stone\"\n"},
        {"distributor: Simon & Low", "  distributor \"Simon & Low\"\n"},
        {"credits:\n  director: Ada Quill\n  score: Ivo Marsh\n  best boy: [Kit Wren]",
         "  director \"Ada Quill\"\n  composer \"Ivo Marsh\"\n  other label=\"best boy\" \"Kit Wren\"\n"},
        {"credits:\n  - role: Editor\n    name: Ada Quill\n  - Music: Ivo Marsh",
         "  editor \"Ada Quill\"\n  composer \"Ivo Marsh\"\n"}};
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(facts("---\n" + std::string(row.first) + "\n---\nThe Zone.\n") ==
              "title \"Stalker\"\nwork \"Stalker\"\n" + std::string(row.second));
    }
}

TEST_CASE("unknown keys are kept in order as JSON, empty ones are absent") {
    CHECK(
        facts("---\nmood: grey\nrating:\ntags: []\nzone: {rooms: 1, wishes: [a, b]}\nlayout: post\n---\nThe Zone.\n") ==
        "title \"Stalker\"\nwork \"Stalker\"\n"
        "extra \"mood\" \"grey\"\n"
        "extra \"zone\" {\"rooms\":1,\"wishes\":[\"a\",\"b\"]}\n"
        "extra \"layout\" \"post\"\n");
}

TEST_CASE("a second value for a fact is kept beside it") {
    CHECK(facts("---\nrating: 4\nscore: 9/10\nyear: 1979\nrelease_year: 1979\nimage: no\n---\nThe Zone.\n") ==
          "title \"Stalker\"\nwork \"Stalker\"\n  year 1979\n  rating number 400 of 0 to 500 inferred written=\"4\"\n"
          "extra \"score\" \"9/10\"\nextra \"image\" \"no\"\n");
}

TEST_CASE("a value that is none is reported at its place and kept") {
    struct Row {
        std::string_view line, problem, extra;
    };
    const std::vector<Row> rows = {{"rating: PG-13", "bad-value 12-17", "extra \"rating\" \"PG-13\"\n"},
                                   {"rating: 6/5", "rating-outside-scale 12-15", "extra \"rating\" \"6/5\"\n"},
                                   {"date: someday", "bad-value 10-17", "extra \"date\" \"someday\"\n"},
                                   {"date: 2019-02-30", "bad-value 10-20", "extra \"date\" \"2019-02-30\"\n"},
                                   {"year: 1492", "bad-value 10-14", "extra \"year\" 1492\n"},
                                   {"runtime: long", "bad-value 13-17", "extra \"runtime\" \"long\"\n"},
                                   {"imdb_id: Stalker", "bad-value 13-20", "extra \"imdb_id\" \"Stalker\"\n"}};
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const Reading reading = read("---\n" + std::string(row.line) + "\n---\nThe Zone.\n");
        CHECK(problems(reading.diagnostics) == row.problem);
        CHECK(facts(reading.piece) == "title \"Stalker\"\nwork \"Stalker\"\n" + std::string(row.extra));
    }
}

TEST_CASE("the title of the review and that of the film may differ") {
    CHECK(facts("---\ntitle: Rain indoors\nfilm: Stalker (1979)\n---\nThe Zone.\n") ==
          "title \"Rain indoors\"\nwork \"Stalker\"\n  year 1979\n");
    CHECK(facts("---\ntitle: 'Review: Stalker'\nmovie title: Stalker\n---\nThe Zone.\n") ==
          "title \"Stalker\"\nwork \"Stalker\"\n");
    CHECK(facts("---\ntitle: Сталкер\nen_title: Stalker\n---\nThe Zone.\n") ==
          "title \"Сталкер\"\nwork \"Сталкер\"\nextra \"en_title\" \"Stalker\"\n");
    CHECK(facts("---\ntitle: Stalker (1979)\nyear: 1980\n---\nThe Zone.\n") ==
          "title \"Stalker (1979)\"\nwork \"Stalker (1979)\"\n  year 1980\n");
}

TEST_CASE("a heading of the first level is the title and leaves the body") {
    const Reading reading = read("# Mirror (1975)\n\nThe barn burns.\n\n# After\n\nRain.\n");
    CHECK(facts(reading.piece) == "title \"Mirror\"\nwork \"Mirror\"\n  year 1975\n");
    CHECK(body(reading.piece) == "The barn burns.|After|Rain.");
    CHECK(body("---\ntitle: Mirror\n---\n# Mirror (1975)\n\nThe barn burns.\n") == "The barn burns.");
    CHECK(body("---\ntitle: Mirror\n---\n# A barn\n\nIt burns.\n") == "A barn|It burns.");
    CHECK(body("A barn.\n\n# After\n\nIt burns.\n") == "A barn.|After|It burns.");
    CHECK(body("# Mirror[^1]\n\nA barn.\n\n[^1]: 1975.\n") == "Mirror|A barn.");
}

TEST_CASE("the file's name gives date and title") {
    CHECK(facts("The Zone.\n", "2021-06-19-the-mirror.md") ==
          "title \"The Mirror\"\nwork \"The Mirror\"\npublished 2021-06-19 written=\"2021-06-19\"\n");
    CHECK(facts("The Zone.\n", "films/Mission: Impossible.md") ==
          "title \"Mission: Impossible\"\nwork \"Mission: Impossible\"\n");
    CHECK(facts("---\ndate: 2020-01-02\n---\nThe Zone.\n", "2021-06-19-mirror.md") ==
          "title \"Mirror\"\nwork \"Mirror\"\npublished 2020-01-02 written=\"2020-01-02\"\n");
    CHECK(facts("The Zone.\n", "2021-06-19.md").starts_with("title \"2021-06-19\"\n"));
    CHECK(read("The Zone.\n", "films/2021/Mirror.md").piece.key == "films-2021-mirror");
}

TEST_CASE("tables within front matter are read as its keys") {
    CHECK(facts("---\nextra:\n  movie:\n    title: Mirror\n    year: 1975\n    mood: grey\nparams:\n  rating: "
                "5\n---\nA barn.\n") ==
          "title \"Mirror\"\nwork \"Mirror\"\n  year 1975\n  rating number 500 of 0 to 500 inferred written=\"5\"\n"
          "extra \"extra.movie.mood\" \"grey\"\n");
    CHECK(facts("+++\ntitle = \"Mirror\"\n[extra.movie]\nyear = 1975\ndirector = 'Ada Quill'\n+++\nA barn.\n") ==
          "title \"Mirror\"\nwork \"Mirror\"\n  year 1975\n  director \"Ada Quill\"\n");
}

TEST_CASE("a list of films is what it lists") {
    const Reading reading =
        read("---\ntitle: Three rooms\nkind: list\ndirector: Ada Quill\nfilms:\n"
             "  - title: Mirror\n    year: 1975\n    rating: 5\n"
             "  - Stalker\n"
             "  - title: Solaris\n    director: Lea Stone\n    note: long\n---\nOne, two, three.\n");
    CHECK(problems(reading.diagnostics) == "");
    CHECK(facts(reading.piece) ==
          "title \"Three rooms\"\n"
          "listed \"Mirror\"\n  year 1975\n  director \"Ada Quill\"\n  rating number 500 of 0 to 500 inferred written=\"5\"\n"
          "listed \"Stalker\"\n  director \"Ada Quill\"\n"
          "listed \"Solaris\"\n  director \"Lea Stone\"\n"
          "extra \"films.3.note\" \"long\"\n");
    CHECK(reading.piece.kind == PieceKind::list);
}

TEST_CASE("other kinds of piece are about no film unless they say so") {
    for (const std::string_view key : {"kind", "type", "layout", "category"}) {
        const Reading reading = read("---\ntitle: Rain indoors\n" + std::string(key) + ": essay\n---\nIt rains.\n");
        CHECK(reading.piece.kind == PieceKind::essay);
        CHECK(reading.piece.works.empty());
    }
    const Reading interview = read(
        "---\ntitle: A talk\nkind: interview\nfilm: Mirror\n---\n**Director:** I like rain.\n\nWriter: Ada Quill\n");
    CHECK(interview.piece.title.value == "A talk");
    REQUIRE(interview.piece.works.size() == 1);
    CHECK(interview.piece.works[0].title.value == "Mirror");
    CHECK(body(interview.piece).starts_with("Director: I like rain."));
}

TEST_CASE("a warning of spoilers at the top is one") {
    CHECK(read("Spoilers follow.\n\nThe Zone.\n").piece.spoilers);
    CHECK(read("**Warning:** spoilers herein\n\nThe Zone.\n").piece.spoilers);
    CHECK_FALSE(read("No spoilers below.\n\nThe Zone.\n").piece.spoilers);
    CHECK_FALSE(read("He is a spoiler of parties.\n\nThe Zone.\n").piece.spoilers);
}

TEST_CASE("a folder's scale holds for bare numbers") {
    ReadOptions options;
    options.rating_best = 4;
    const Reading reading = read("---\nrating: 3.5\n---\nThe Zone.\n", "stalker.md", options);
    CHECK(reading.piece.works[0].rating->value.best == 400);
}

TEST_CASE("without conventions a text is only Markdown") {
    ReadOptions options;
    options.review_conventions = false;
    const Reading reading = read("---\ntitle: x\n---\n\n\"Quoted.\"\n\nRating: 4/5\n", "her-smell.md", options);
    CHECK(facts(reading.piece) == "title \"Her Smell\"\n");
    CHECK(body(reading.piece).find("\"Quoted.\"|Rating: 4/5") != std::string::npos);
}

TEST_CASE("a piece with nothing to set is reported, one with a rating is not") {
    CHECK(problems(read("").diagnostics) == "empty-piece 0-0");
    CHECK(problems(read("---\ntitle: Stalker\n---\n").diagnostics) == "empty-piece 0-0");
    CHECK(problems(read("---\nrating: 4\n---\n").diagnostics) == "");
    CHECK(problems(read("★★★½\n").diagnostics) == "");
}

TEST_CASE("no text is no piece") {
    Diagnostics diagnostics;
    const PieceFile file{1, "still.png", "/films", "/films"};
    CHECK_FALSE(read_piece(std::string_view("\x89PNG\r\n\x1A\n\0", 9), file, {}, MemoryReader{}, diagnostics));
    CHECK(problems(diagnostics) == "binary-input 0-0");
}
