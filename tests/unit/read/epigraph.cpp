#include "read/epigraph.h"

#include "reading.h"

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// "words — source" or nothing.
std::string epigraph(std::string_view text) {
    const Piece piece = read(text).piece;
    if (!piece.epigraph) return {};
    const std::string source = plain_text(piece.epigraph->source);
    return plain_text(piece.epigraph->words) + (source.empty() ? "" : " — " + source);
}

} // namespace

TEST_CASE("a first paragraph in quotation marks is an epigraph") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows = {
        {"“Your voice is a door.”\n\nThe Zone.\n", "“Your voice is a door.”"},
        {"\"Your voice is a door.\"\n\nThe Zone.\n", "“Your voice is a door.”"},
        {"*\"Your voice is a door.\"*\n\nThe Zone.\n", "“Your voice is a door.”"},
        {"„Deine Stimme.“\n\nThe Zone.\n", "„Deine Stimme.“"},
        {"« Ta voix. »\n\nThe Zone.\n", "« Ta voix. »"},
        {"「声」\n\nThe Zone.\n", "「声」"},
        {"‘It’s a door.’\n\nThe Zone.\n", "‘It’s a door.’"},
        {"“One line,”\n“and another.”\n\nThe Zone.\n", "“One line,” “and another.”"},
        {"“Your voice\nis a door.”\n— Becky\n\nThe Zone.\n", "“Your voice is a door.” — Becky"},
        {"“Your voice is a door.”\n\n— *Becky*, in act two\n\nThe Zone.\n",
         "“Your voice is a door.” — Becky, in act two"},
        {"# Stalker\n\n“Your voice is a door.”\n\nThe Zone.\n", "“Your voice is a door.”"},
        {"Rating: 4/5\n\n“Your voice is a door.”\n\nThe Zone.\n", "“Your voice is a door.”"}};
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(epigraph(row.first) == row.second);
        CHECK(body(row.first) == "The Zone.");
    }
}

TEST_CASE("a first quotation set apart is an epigraph") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows = {
        {"> Your voice is a door.\n\nThe Zone.\n", "Your voice is a door."},
        {"> Your voice is a door.\n>\n> — Becky\n\nThe Zone.\n", "Your voice is a door. — Becky"},
        {"> Your voice is a door.\n> -- Becky\n\nThe Zone.\n", "Your voice is a door. — Becky"},
        {"> One.\n>\n> Two.\n\nThe Zone.\n", "One. Two."}};
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(epigraph(row.first) == row.second);
        CHECK(body(row.first) == "The Zone.");
    }
}

TEST_CASE("dialogue, long quotations and what nothing follows are no epigraph") {
    std::string many;
    for (int i = 0; i < 61; ++i)
        many += "word ";
    const std::vector<std::string> texts = {"“Come,” he said, “the Zone.”\n\nThe Zone.\n",
                                            "“Come.” And they came.\n\nThe Zone.\n",
                                            "“" + many + "”\n\nThe Zone.\n",
                                            "> " + many + "\n\nThe Zone.\n",
                                            "“Only these words.”\n",
                                            "> Only these words.\n",
                                            "The Zone.\n\n“Your voice is a door.”\n",
                                            "> - a list\n\nThe Zone.\n",
                                            "“![a still](x.png)”\n\nThe Zone.\n"};
    for (const std::string& text : texts) {
        CAPTURE(text);
        CHECK(epigraph(text).empty());
    }
}

TEST_CASE("an epigraph as a key leaves the body alone") {
    const Piece piece = read("---\nepigraph: Your voice.\n---\n> Another.\n\nThe Zone.\n").piece;
    CHECK(plain_text(piece.epigraph->words) == "Your voice.");
    CHECK(body(piece) == "Another.|The Zone.");
}

TEST_CASE("quotation marks must belong together") {
    using reading::is_wholly_quoted;
    for (const std::string_view text : {"\"a b\"", "“a b”", "“a b”.", "„a b“", "»a b«", "‘don’t’", "«a»"})
        CHECK(is_wholly_quoted(text));
    for (const std::string_view text : {"", "\"", "\"\"", "“a” b “c”", "“a b", "a b”", "“a b«", "\"a\" and \"b\""})
        CHECK_FALSE(is_wholly_quoted(text));
}
