#include "lint/languages.h"
#include "linting.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::lint;
using Lines = std::vector<std::string>;

namespace {

const std::string german = "Der Film sammelt solche Sachen, als ob sie sonst verloren gingen, und er hat recht. Wer so "
                           "genau hinsieht, der will "
                           "irgendwann auch dabei sein, und sei es nur für einen Kaffee, den er mit einem Engel an der "
                           "Bude trinkt, bevor es hell wird.";
const std::string english =
    "The film collects such things as if they would be lost without it, and it is right. Whoever looks as closely as "
    "that "
    "will want to be part of it one day, if only for a coffee at the stall with an angel before it gets light.";
const std::string french =
    "Le film ramasse ces choses comme si elles allaient se perdre sans lui, et il a raison. Qui regarde de si près "
    "voudra un "
    "jour en être, ne serait-ce que pour un café avec un ange dans la nuit avant que le jour se lève sur la ville.";

} // namespace

TEST_CASE("the small words tell a language") {
    const KnownLanguage en = *known_language("en-GB");
    CHECK(other_language(german, en, 20)->tag == "de");
    CHECK(other_language(french, en, 20)->tag == "fr");
    CHECK_FALSE(other_language(english, en, 20));
    CHECK(other_language(english, *known_language("de"), 20)->tag == "en");
    CHECK_FALSE(other_language("Der Film", en, 20));
    CHECK_FALSE(known_language("fi"));
}

TEST_CASE("a piece in another language than it says") {
    CHECK(said_of("# A\n\n" + german + "\n\n" + german + "\n", Code::mixed_languages) ==
          Lines{"a.md:1:1: this reads as German, and is set as English"});
    CHECK(said_of("---\nlanguage: de\n---\n\n" + german + "\n\n" + german + "\n", Code::mixed_languages).empty());
    CHECK(said_of("# A\n\n" + english + "\n\n" + english + "\n", Code::mixed_languages).empty());
}

TEST_CASE("a paragraph in another language than its piece, unless it says so") {
    const std::string around = "# A\n\n" + english + "\n\n" + english + "\n\n";
    CHECK(said_of(around + french + "\n", Code::mixed_languages) ==
          Lines{"a.md:7:1: this reads as French, and is set as English"});
    CHECK(said_of(around + "<span lang=\"fr\">" + french + "</span>\n", Code::mixed_languages).empty());
}
