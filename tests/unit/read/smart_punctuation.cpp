#include "read/smart_punctuation.h"

#include "reading.h"

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::reading;
using namespace halfstar::testing;

namespace {

struct Row {
    std::string_view written, set;
};

std::string smart(std::string_view written, std::string_view language = "en") {
    std::string text(written);
    smarten(text, language);
    return text;
}

void check_rows(const std::vector<Row>& rows, std::string_view language = "en") {
    for (const Row& row : rows) {
        CAPTURE(row.written);
        CHECK(smart(row.written, language) == row.set);
    }
}

} // namespace

TEST_CASE("English quotation marks open and close by what stands beside them") {
    check_rows({{"\"Hello,\" she said.", "“Hello,” she said."},
                {"'Hello,' she said.", "‘Hello,’ she said."},
                {"\"She said 'no' twice.\"", "“She said ‘no’ twice.”"},
                {"'She said \"no\" twice.'", "‘She said “no” twice.’"},
                {"\"'Quoted' first\"", "“‘Quoted’ first”"},
                {"\"last 'quoted'\"", "“last ‘quoted’”"},
                {"(\"in brackets\")", "(“in brackets”)"},
                {"(\"...\")", "(“…”)"},
                {"--\"after a dash\"", "–“after a dash”"},
                {"He said: \"yes\"; then \"no\".", "He said: “yes”; then “no”."},
                {"\"A quotation that goes on", "“A quotation that goes on"},
                {"\"One\" \"two\"", "“One” “two”"},
                {"“already set”", "“already set”"},
                {"\"", "“"},
                {"", ""}});
}

TEST_CASE("apostrophes close words, years and clipped beginnings") {
    check_rows({{"don't", "don’t"},
                {"the dogs' owner", "the dogs’ owner"},
                {"'tis the season", "’tis the season"},
                {"\"'Tis so,\" he said of the dogs' owner.", "“’Tis so,” he said of the dogs’ owner."},
                {"the '70s and the '80s", "the ’70s and the ’80s"},
                {"May '68", "May ’68"},
                {"rock 'n' roll", "rock ’n’ roll"},
                {"get 'em", "get ’em"},
                {"'I don't know'", "‘I don’t know’"},
                {"Schindler's \"List\"", "Schindler’s “List”"},
                {"l'avventura", "l’avventura"}});
}

TEST_CASE("hyphens become dashes and dots an ellipsis") {
    check_rows({{"a -- b", "a – b"},
                {"a --- b", "a — b"},
                {"1979--1981", "1979–1981"},
                {"----", "––"},
                {"-----", "—–"},
                {"------", "——"},
                {"-------", "—––"},
                {"a-b", "a-b"},
                {"...", "…"},
                {"....", "…."},
                {"......", "……"},
                {"a.. b", "a.. b"}});
}

TEST_CASE("feet and inches are primes") {
    check_rows({{"He is 6'2\" tall", "He is 6′2″ tall"},
                {"a 12\" record", "a 12″ record"},
                {"\"made in 1979\"", "“made in 1979”"},
                {"the 1970's", "the 1970’s"}});
}

TEST_CASE("other languages have their own marks") {
    check_rows({{"\"Hallo 'du'\"", "„Hallo ‚du‘“"}, {"Das ist's, sagt 'er'", "Das ist’s, sagt ‚er‘"}}, "de");
    check_rows({{"\"Hallo\"", "«Hallo»"}}, "de-CH");
    check_rows({{"\"Ah !\" dit-il ; oui : l'eau ?", "«\u202FAh\u202F!\u202F» dit-il\u202F; oui\u00A0: l’eau\u202F?"},
                {"« Ah »", "«\u202FAh\u202F»"}},
               "fr");
    check_rows({{"\"Hola\" y \"adiós 'tú'\"", "«Hola» y «adiós “tú”»"}}, "es");
    check_rows({{"\"Olá\"", "“Olá”"}}, "pt-BR");
    check_rows({{"\"Hej 'du'\"", "”Hej ’du’”"}}, "sv");
    check_rows({{"\"Merhaba\"", "“Merhaba”"}}, "tr");
    check_rows({{"\"什么\"", "“什么”"}}, "zh");
}

TEST_CASE("marks pair across styles, and code and addresses stay as they are") {
    const std::string text =
        "\"*Come,*\" he said, \"**to** the Zone\" -- `\"x\" -- 'y'` [it's](http://a.example/\"it's\"--x).\n";
    CHECK(body(text) == "“Come,” he said, “to the Zone” – \"x\" -- 'y' it’s.");
    const Piece piece = read(text).piece;
    std::string url;
    walk_inlines(std::get_if<Paragraph>(&piece.body[0].node)->inlines, [&](const Inline& node) {
        if (const auto* link = std::get_if<Link>(&node.node)) url = link->url;
    });
    CHECK(url.find('\'') != std::string::npos);
}

TEST_CASE("a run of marks may go on in the next text, and a French phrase alone have marks to set") {
    CHECK(body("A -*-x* b\n") == "A –x b");
    CHECK(body("A.*..x* b\n") == "A…x b");
    CHECK(body("A - b. C-d.\n") == "A - b. C-d.");
    CHECK(body("She said <i lang=\"fr\">oui !</i>\n") == "She said oui\u202F!");
}

TEST_CASE("marks do not pair from one paragraph to the next") { CHECK(body("A \"b\n\nc\" d\n") == "A “b|c” d"); }

TEST_CASE("a phrase in another language has that language's marks") {
    CHECK(body("He said \"yes\" and <span lang=\"de\">\"ja\"</span>.\n") == "He said “yes” and „ja“.");
}

TEST_CASE("facts get printers' marks too, but not the words of a rating or a date") {
    const Piece piece =
        read("---\ntitle: Schindler's \"List\"\nrating: 4 'stars'\ndirector: Conor O'Brien\nvenue: The Bird's Nest\n"
             "tags: [\"Palme d'Or\"]\n---\nThe Zone.\n")
            .piece;
    CHECK(piece.title.value == "Schindler’s “List”");
    CHECK(piece.works[0].title.value == "Schindler’s “List”");
    CHECK(piece.works[0].credits[0].name == "Conor O’Brien");
    CHECK(piece.venue == "The Bird’s Nest");
    CHECK(piece.tags[0] == "Palme d’Or");
    REQUIRE(piece.extras.size() == 1);
    CHECK(piece.extras[0].json == "\"4 'stars'\"");
}

TEST_CASE("the piece's language chooses its marks") {
    CHECK(body("---\nlang: de\n---\nEr sagt \"ja\".\n") == "Er sagt „ja“.");
    ReadOptions options;
    options.language = "fr";
    CHECK(body(read("Il dit \"oui\".\n", "stalker.md", options).piece) == "Il dit «\u202Foui\u202F».");
}

TEST_CASE("smart punctuation can be left off") {
    ReadOptions options;
    options.smart_punctuation = false;
    CHECK(body(read("\"It's\" -- ...\n", "stalker.md", options).piece) == "\"It's\" -- ...");
}

TEST_CASE("a text of nothing but marks is set in good time") {
    std::string marks;
    for (int i = 0; i < 200000; ++i)
        marks += "a\" 'b";
    CHECK(smart(marks).size() > marks.size());
}
