#include "foundation/unicode/text.h"

#include <doctest/doctest.h>

#include <string>
#include <tuple>

using namespace halfstar;

TEST_CASE("an index has a text under the letter of its language") {
    const std::tuple<const char*, const char*, const char*> table[] = {
        {"Étoile", "en", "E"}, {"étoile", "fr", "E"}, {"Åsa", "en", "A"},          {"Åsa", "sv", "Å"},
        {"Öl", "de", "O"},     {"Öl", "sv", "Ö"},     {"ızgara", "tr", "I"},       {"irmak", "tr", "İ"},
        {"“Her”", "en", "H"},  {"…and", "en", "A"},   {"1917", "en", "#"},         {"½ Stars", "en", "#"},
        {"", "en", "#"},       {"!!!", "en", "#"},    {"Сталкер", "en", "С"},      {"Ёлка", "en", "Е"},
        {"Ñandú", "es", "Ñ"},  {"Ñandú", "en", "N"},  {"봄날은 간다", "ko", "ㅂ"}, {"الرحيل", "ar", "ا"},
        {"Łódź", "pl", "Ł"},   {"Ếch", "en", "E"},    {"Stalker", "xx-what", "S"},
    };
    for (const auto& [text, language, letter] : table) {
        const std::string shown_text(text);
        CAPTURE(shown_text);
        CHECK(unicode::index_letter(text, language) == letter);
    }
}

TEST_CASE("a text begins at its first letter or digit, if it has one") {
    CHECK(unicode::from_first_letter("“Her”") == "Her”");
    CHECK(unicode::from_first_letter("¡8½!") == "8½!");
    CHECK(unicode::from_first_letter("...") == "...");
    CHECK(unicode::from_first_letter("").empty());
    CHECK(unicode::from_first_letter("\xFF\xFE") == "\xFF\xFE");
}
