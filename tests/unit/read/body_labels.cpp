#include "reading.h"

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// What a text without front matter says beyond its title, and the body that is left.
struct Row {
    std::string_view text, said, left;
};

void check_rows(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Reading reading = read(row.text);
        const std::string head = "title \"Stalker\"\nwork \"Stalker\"\n";
        const std::string all = facts(reading.piece);
        REQUIRE(all.starts_with(head));
        CHECK(all.substr(head.size()) == row.said);
        CHECK(body(reading.piece) == row.left);
        CHECK(problems(reading.diagnostics) == "");
    }
}

/// Texts from which nothing is taken.
void stays(const std::vector<std::string_view>& texts) {
    for (const std::string_view text : texts) {
        CAPTURE(text);
        const Reading reading = read(text);
        CHECK(facts(reading.piece) == "title \"Stalker\"\nwork \"Stalker\"\n");
    }
}

} // namespace

TEST_CASE("labels in paragraphs of their own become facts") {
    check_rows({
        {"The Zone.\n\nRATING: 3 out of 5\n", "  rating number 300 of 0 to 500 written=\"3 out of 5\"\n", "The Zone."},
        {"The Zone.\n\nMy Rating: ★★★★½\n", "  rating number 450 of 0 to 500 inferred written=\"★★★★½\"\n", "The Zone."},
        {"**Rating:** B+\n\nThe Zone.\n", "  rating letter 1000 of 100 to 1300 written=\"B+\"\n", "The Zone."},
        {"Rating 4/5\n\nThe Zone.\n", "  rating number 400 of 0 to 500 written=\"4/5\"\n", "The Zone."},
        {"My rating – ★★★\n\nThe Zone.\n", "  rating number 300 of 0 to 500 inferred written=\"★★★\"\n", "The Zone."},
        {"The Zone.\n\n★★★½\n", "  rating number 350 of 0 to 500 inferred written=\"★★★½\"\n", "The Zone."},
        {"The Zone.\n\n**4/5**\n", "  rating number 400 of 0 to 500 written=\"4/5\"\n", "The Zone."},
        {"The Zone.\n\n## Rating: 4/5\n", "  rating number 400 of 0 to 500 written=\"4/5\"\n", "The Zone."},
        {"The Zone.\n\n---\n\nRating: 4/5\n", "  rating number 400 of 0 to 500 written=\"4/5\"\n", "The Zone."},
        {"Directed by: Ada Quill\n\nThe Zone.\n", "  director \"Ada Quill\"\n", "The Zone."},
        {"**Directed by:** Ada Quill\n\nThe Zone.\n", "  director \"Ada Quill\"\n", "The Zone."},
        {"**Directed by** Ada Quill\n\nThe Zone.\n", "  director \"Ada Quill\"\n", "The Zone."},
        {"*Directed by*: Ada Quill\n\nThe Zone.\n", "  director \"Ada Quill\"\n", "The Zone."},
        {"Regie: Ada Quill\n\nThe Zone.\n", "  director \"Ada Quill\"\n", "The Zone."},
        {"Avec : Noor Fell, Sam Low\n\nThe Zone.\n", "  cast \"Noor Fell\"\n  cast \"Sam Low\"\n", "The Zone."},
        {"Stars: Noor Fell\n\nThe Zone.\n", "  cast \"Noor Fell\"\n", "The Zone."},
        {"Running time: 2h 41m\n\nThe Zone.\n", "  minutes 161\n", "The Zone."},
        {"By Ada Quill\n\nThe Zone.\n", "authors \"Ada Quill\"\n", "The Zone."},
        {"The Zone.\n\nReviewed by: Ada Quill\n", "authors \"Ada Quill\"\n", "The Zone."},
        {"The Zone.\n\nSeen on: 35 mm\n", "medium \"35 mm\"\n", "The Zone."},
    });
}

TEST_CASE("several labels stand in one paragraph, list or line") {
    check_rows({
        {"Directed by: Ada Quill\nCast: Noor Fell, Sam Low\nCountry: USSR\nYear: 1979\n\nThe Zone.\n",
         "  year 1979\n  director \"Ada Quill\"\n  cast \"Noor Fell\"\n  cast \"Sam Low\"\n  countries \"USSR\"\n",
         "The Zone."},
        {"_Directed by:_ Ada Quill<br>\n_Starring:_<br>\nNoor Fell _(Ana)_<br>\nSam Low _(the dog)_<br>\n\nThe Zone.\n",
         "  director \"Ada Quill\"\n  cast \"Noor Fell\" as \"Ana\"\n  cast \"Sam Low\" as \"the dog\"\n", "The Zone."},
        {"Cast: Noor Fell, Sam Low,\nIvo Marsh, Lea\nStone\n\nThe Zone.\n",
         "  cast \"Noor Fell\"\n  cast \"Sam Low\"\n  cast \"Ivo Marsh\"\n  cast \"Lea Stone\"\n", "The Zone."},
        {"- **Director:** Ada Quill\n- **Rating:** 4/5\n\nThe Zone.\n",
         "  director \"Ada Quill\"\n  rating number 400 of 0 to 500 written=\"4/5\"\n", "The Zone."},
        {"Director: Ada Quill | Year: 1979 | Rating: 4/5\n\nThe Zone.\n",
         "  year 1979\n  director \"Ada Quill\"\n  rating number 400 of 0 to 500 written=\"4/5\"\n", "The Zone."},
        {"**Cast:**\n\n- Noor Fell (Ana)\n- Sam Low\n\nThe Zone.\n",
         "  cast \"Noor Fell\" as \"Ana\"\n  cast \"Sam Low\"\n", "The Zone."},
        {"*Directed by: Ada Quill\nRating: 4/5*\n\nThe Zone.\n",
         "  director \"Ada Quill\"\n  rating number 400 of 0 to 500 written=\"4/5\"\n", "The Zone."},
    });
}

TEST_CASE("labels end or begin a paragraph of prose when a line end parts them") {
    check_rows({
        {"The Zone wants respect.\nMy Rating: ★★★★½\n", "  rating number 450 of 0 to 500 inferred written=\"★★★★½\"\n",
         "The Zone wants respect."},
        {"The Zone wants  \nMy Rating: ★★★★½\n", "  rating number 450 of 0 to 500 inferred written=\"★★★★½\"\n",
         "The Zone wants"},
        {"Director: Ada Quill\nRating: 4/5\nThe Zone wants respect.\nIt gets it.\n",
         "  director \"Ada Quill\"\n  rating number 400 of 0 to 500 written=\"4/5\"\n",
         "The Zone wants respect. It gets it."},
    });
}

TEST_CASE("prose is never taken for a label") {
    stays({
        "The Zone. The\ndirector: Ada Quill\n",
        "There is one rating: 4/5.\n\nThe Zone.\n",
        "Director: he has none, and that is what makes the film so good.\n\nThe Zone.\n",
        "Cast: The whole ensemble is superb and every one of them a delight\n\nThe Zone.\n",
        "Note: the dog lives\n\nThe Zone.\n",
        "Rating: splendid\n\nThe Zone.\n",
        "Score: It is loud. Very loud.\n\nThe Zone.\n",
        "Music: What music?\n\nThe Zone.\n",
        "Directed by: Ada Quill[^1]\n\nThe Zone.\n\n[^1]: A note.\n",
        "Director: ![still](x)\n",
        "Director: Ada Quill\nand then there is the rest of it\n",
        "Cast:\n\nThe Zone is a place where nothing happens twice.\n",
        "Cast &\nCrew: Ada Quill, Lea Stone\nand more\n\nThe Zone.\n",
        "By\nAda Quill, Lea Stone\n\nThe Zone.\n",
        "BEFORE: I knew nothing\n\nThe Zone.\n",
        "## BEFORE\n\nThe Zone.\n\n## AFTER\n\nThe room.\n",
    });
}

TEST_CASE("labels in the middle of a long review stay where they are") {
    std::string text;
    for (int i = 0; i < 12; ++i)
        text += "The Zone.\n\n";
    text += "Director: Ada Quill\n\n";
    for (int i = 0; i < 12; ++i)
        text += "The Zone.\n\n";
    CHECK(read(text).piece.works[0].credits.empty());
}

TEST_CASE("a label that says otherwise than front matter stays in the body") {
    const Reading reading = read("---\nrating: 4\ndirector: Ada Quill\ncast: Noor Fell\n---\nThe Zone.\n\n"
                                 "Rating: 3/5\n\nDirector: Ada Quill\n\nCast: Noor Fell, Sam Low\n");
    CHECK(facts(reading.piece) ==
          "title \"Stalker\"\nwork \"Stalker\"\n  director \"Ada Quill\"\n  cast \"Noor Fell\"\n"
          "  cast \"Sam Low\"\n  rating number 400 of 0 to 500 inferred written=\"4\"\n");
    CHECK(body(reading.piece) == "The Zone.|Rating: 3/5");
}

TEST_CASE("a rating label outside its scale is reported and kept") {
    const Reading reading = read("The Zone.\n\nRating: 7/5\n");
    CHECK(problems(reading.diagnostics) == "rating-outside-scale 11-22");
    CHECK(facts(reading.piece) == "title \"Stalker\"\nwork \"Stalker\"\nextra \"Rating\" \"7/5\"\n");
    CHECK(body(reading.piece) == "The Zone.");
}

TEST_CASE("what a label links to is kept") {
    const Reading reading = read("Director: [Ada Quill](https://ada.example)\nIMDb: "
                                 "[page](https://www.imdb.com/title/tt0079944/)\n\nThe Zone.\n");
    CHECK(facts(reading.piece) ==
          "title \"Stalker\"\nwork \"Stalker\"\n  director \"Ada Quill\"\n  id \"imdb\" \"tt0079944\"\n"
          "extra \"link Ada Quill\" \"https://ada.example\"\n");
}

TEST_CASE("a long paragraph of lines that might be labels is read in good time") {
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += "Rating: 4/5.\nNo more.\n";
    CHECK(read(text).piece.body.size() == 1);
}

TEST_CASE("long values that might say where a film was seen are read in good time") {
    for (const std::string_view part : {"a, ", "1 ", "at 2019, "}) {
        std::string value;
        for (int i = 0; i < 100'000; ++i) value += part;
        const Reading reading = read("---\nseen: \"" + value + "1 a\"\n---\nThe Zone.\n");
        CHECK_FALSE(reading.piece.seen);
    }
}
