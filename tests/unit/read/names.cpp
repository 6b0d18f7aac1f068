#include "read/names.h"
#include "read/credits.h"
#include "read/film_ids.h"
#include "read/values.h"
#include "read/vocabulary.h"

#include "foundation/base/strings.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::reading;

namespace {

std::string joined(const std::vector<std::string>& names) { return join(names, "|"); }

struct Row {
    std::string_view written, meant;
};

} // namespace

TEST_CASE("lists of people are split at commas, semicolons and joining words") {
    const std::vector<Row> rows = {{"Agnès Varda", "Agnès Varda"},
                                   {"A B, C D", "A B|C D"},
                                   {"A B, C D and E F", "A B|C D|E F"},
                                   {"A B, C D, and E F", "A B|C D|E F"},
                                   {"A B & C D", "A B|C D"},
                                   {"A B; C D", "A B|C D"},
                                   {"Smith, John; Doe, Jane", "Smith, John|Doe, Jane"},
                                   {"Robert Downey, Jr., Gwyneth Paltrow", "Robert Downey, Jr.|Gwyneth Paltrow"},
                                   {"Robert Downey Jr., Jude Law", "Robert Downey Jr.|Jude Law"},
                                   {"Josh & Benny Safdie", "Josh Safdie|Benny Safdie"},
                                   {"Joel and Ethan Coen", "Joel Coen|Ethan Coen"},
                                   {"Jean-Pierre et Luc Dardenne", "Jean-Pierre Dardenne|Luc Dardenne"},
                                   {"Key & Peele", "Key|Peele"},
                                   {"José Ortega y Gasset", "José Ortega y Gasset"},
                                   {"Ana Lily y Pedro Costa", "Ana Lily|Pedro Costa"},
                                   {"A B (X, Y), C D", "A B (X, Y)|C D"},
                                   {"Sandra Oh", "Sandra Oh"},
                                   {"", ""},
                                   {" , ", ""}};
    for (const Row& row : rows) {
        CAPTURE(row.written);
        CHECK(joined(split_names(row.written)) == row.meant);
    }
}

TEST_CASE("casts share no surnames and items know no joining words") {
    CHECK(joined(split_cast("Cher and Meryl Streep")) == "Cher|Meryl Streep");
    CHECK(joined(split_items("Trinidad and Tobago, Bosnia and Herzegovina")) ==
          "Trinidad and Tobago|Bosnia and Herzegovina");
    CHECK(joined(split_items("Drama; Comedy, black")) == "Drama|Comedy, black");
}

TEST_CASE("an actor's part stands in brackets or behind as") {
    CHECK(read_cast_name("Noémie Merlant (Marianne)").character == "Marianne");
    CHECK(read_cast_name("Noémie Merlant (Marianne)").name == "Noémie Merlant");
    CHECK(read_cast_name("Adèle Haenel as Héloïse").character == "Héloïse");
    CHECK(read_cast_name("Adèle Haenel").character.empty());
    CHECK(read_cast_name("(uncredited)").name == "(uncredited)");
}

TEST_CASE("sentences are no names") {
    for (const std::string_view name :
         {"Kelly Reichardt", "Samuel L. Jackson", "bell hooks", "Robert Downey Jr.", "Warner Bros.",
          "Josh O'Connor (the young man with the hat)", "Céline Sciamma", "是枝裕和"}) {
        CAPTURE(name);
        CHECK(may_be_name(name));
    }
    for (const std::string_view name : {"", "The whole ensemble is superb", "Is it any good?", "I don't know. Maybe",
                                        "a film about a man who walks into a bar and never leaves it"}) {
        CAPTURE(name);
        CHECK_FALSE(may_be_name(name));
    }
}

TEST_CASE("running times are minutes however they are written") {
    const std::vector<std::pair<std::string_view, int>> rows = {{"122", 122},          {"122 min", 122},
                                                                {"122 mins.", 122},    {"122 minutes", 122},
                                                                {"122'", 122},         {"2h 2m", 122},
                                                                {"2h2m", 122},         {"2h", 120},
                                                                {"2 hours", 120},      {"2 hours and 2 minutes", 122},
                                                                {"1 hr 45 mins", 105}, {"1 hr. 45 min.", 105},
                                                                {"2:02", 122},         {"2:02:30", 122},
                                                                {"122 Minuten", 122}};
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(read_minutes(row.first) == row.second);
    }
    for (const std::string_view written : {"", "long", "0", "-5", "2h 75m", "122 km", "99999999999", "122 min or so"}) {
        CAPTURE(written);
        CHECK_FALSE(read_minutes(written));
    }
}

TEST_CASE("tags of languages are told from names of languages") {
    CHECK(language_tag("en") == "en");
    CHECK(language_tag("pt_BR") == "pt-BR");
    CHECK(language_tag("zh-Hant-TW") == "zh-Hant-TW");
    CHECK(language_tag("EN-gb") == "en-gb");
    for (const std::string_view text : {"Japanese", "e", "", "en-", "en--gb", "en, fr", "e1"}) {
        CAPTURE(text);
        CHECK(language_tag(text).empty());
    }
}

TEST_CASE("years are those in which there were films") {
    CHECK(read_year("1979") == 1979);
    CHECK(read_year("(1979)") == 1979);
    CHECK(read_year("1979-05-25") == 1979);
    CHECK(read_year("May 25, 1979") == 1979);
    CHECK_FALSE(read_year("1492"));
    CHECK_FALSE(read_year("soon"));
}

TEST_CASE("catalogue numbers are found in addresses") {
    CHECK(imdb_id("tt8613070") == "tt8613070");
    CHECK(imdb_id("https://www.imdb.com/title/tt8613070/?ref_=x") == "tt8613070");
    CHECK(imdb_id("8613070") == "tt8613070");
    CHECK_FALSE(imdb_id("Stalker"));
    CHECK(tmdb_id("531428") == "531428");
    CHECK(tmdb_id("https://www.themoviedb.org/movie/531428-portrait") == "531428");
    CHECK_FALSE(tmdb_id("portrait"));
    CHECK(letterboxd_id("https://letterboxd.com/film/stalker/") == "https://letterboxd.com/film/stalker/");
    CHECK_FALSE(letterboxd_id("no address"));
}

TEST_CASE("roles are known in several languages, and joined ones are all meant") {
    struct Known {
        std::string_view label;
        std::vector<Role> roles;
    };
    const std::vector<Known> rows = {{"Directed by", {Role::director}},
                                     {"DIRECTOR", {Role::director}},
                                     {"directors", {Role::director}},
                                     {"dir.", {Role::director}},
                                     {"Written + Directed by", {Role::writer, Role::director}},
                                     {"Written & Directed by", {Role::writer, Role::director}},
                                     {"Written and directed by", {Role::writer, Role::director}},
                                     {"Writer-director", {Role::writer, Role::director}},
                                     {"Director/Writer", {Role::director, Role::writer}},
                                     {"Written, directed and edited by", {Role::writer, Role::director, Role::editor}},
                                     {"Écrit et réalisé par", {Role::writer, Role::director}},
                                     {"Regie", {Role::director}},
                                     {"Regie und Buch", {Role::director, Role::writer}},
                                     {"Réalisation", {Role::director}},
                                     {"Dirección", {Role::director}},
                                     {"Regia", {Role::director}},
                                     {"Realização", {Role::director}},
                                     {"Yönetmen", {Role::director}},
                                     {"Görüntü yönetmeni", {Role::cinematographer}},
                                     {"Director of Photography", {Role::cinematographer}},
                                     {"DP", {Role::cinematographer}},
                                     {"Screenplay by", {Role::writer}},
                                     {"Edited by", {Role::editor}},
                                     {"Music by", {Role::composer}},
                                     {"Production design", {Role::production_designer}},
                                     {"Costume designer", {Role::costume_designer}},
                                     {"Starring", {Role::cast}},
                                     {"Avec", {Role::cast}},
                                     {"Mit", {Role::cast}},
                                     {"With", {Role::cast}},
                                     {"Distributor", {Role::distributor}}};
    for (const Known& row : rows) {
        CAPTURE(row.label);
        const auto meaning = meaning_of_label(row.label);
        REQUIRE(meaning);
        CHECK(meaning->field == Field::credit);
        CHECK(meaning->roles == row.roles);
    }
}

TEST_CASE("keys are the same with spaces, underscores and hyphens, in any case") {
    for (const std::string_view key : {"date_watched", "date watched", "Date-Watched", "dateWatched", "DATE WATCHED"}) {
        CAPTURE(key);
        REQUIRE(meaning_of_key(key));
        CHECK(meaning_of_key(key)->field == Field::seen);
    }
    CHECK(meaning_of_key("movie title")->field == Field::film_title);
    CHECK_FALSE(meaning_of_key("mood"));
    CHECK_FALSE(meaning_of_key(""));
}

TEST_CASE("words of prose are no labels") {
    for (const std::string_view label :
         {"He said", "The director", "Note to self", "My favourite scene", "image", "layout", "and", "+"}) {
        CAPTURE(label);
        CHECK_FALSE(meaning_of_label(label));
    }
}
