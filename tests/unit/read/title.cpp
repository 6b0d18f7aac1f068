#include "read/title.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace halfstar::reading;

TEST_CASE("titles lose their year and the word review") {
    struct Row {
        std::string_view written, title;
        int year;
    };
    const std::vector<Row> rows = {{"Stalker", "Stalker", 0},
                                   {"Stalker (1979)", "Stalker", 1979},
                                   {"Stalker [1979]", "Stalker", 1979},
                                   {"Review: Stalker", "Stalker", 0},
                                   {"Movie Review: Stalker (1979)", "Stalker", 1979},
                                   {"Film Review – Stalker", "Stalker", 0},
                                   {"Stalker Movie Review", "Stalker", 0},
                                   {"Stalker (1979) Movie Review", "Stalker", 1979},
                                   {"Stalker (1979) Review", "Stalker", 1979},
                                   {"Stalker — review", "Stalker", 0},
                                   {"Stalker - Film Review", "Stalker", 0},
                                   {"Stalker: Movie Review", "Stalker", 0},
                                   {"1917 (2019)", "1917", 2019},
                                   {"1941", "1941", 0},
                                   {"(1979)", "(1979)", 0},
                                   {"Review", "Review", 0},
                                   {"Review:", "Review:", 0},
                                   {"The Peer Review", "The Peer Review", 0},
                                   {"Reviewing Stalker", "Reviewing Stalker", 0},
                                   {"Mission: Impossible", "Mission: Impossible", 0},
                                   {"Room (1492)", "Room (1492)", 0},
                                   {"", "", 0}};
    for (const Row& row : rows) {
        CAPTURE(row.written);
        const CleanTitle clean = clean_title(row.written);
        CHECK(clean.title == row.title);
        CHECK(clean.year.value_or(0) == row.year);
    }
}

TEST_CASE("names of files become titles") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows = {
        {"her-smell", "Her Smell"},
        {"portrait-of-a-lady-on-fire", "Portrait of a Lady on Fire"},
        {"the_thing", "The Thing"},
        {"Mission_Impossible_Fallout", "Mission Impossible Fallout"},
        {"Mission: Impossible", "Mission: Impossible"},
        {"Spider-Man Homecoming", "Spider-Man Homecoming"},
        {"Romeo + Juliet", "Romeo + Juliet"},
        {"what we do in the shadows", "What We Do in the Shadows"},
        {"élan", "Élan"},
        {"300", "300"},
        {"---", "---"}};
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(title_from_name(row.first, "en") == row.second);
    }
    CHECK(title_from_name("las-niñas-bien", "es") == "Las niñas bien");
}

TEST_CASE("a path is named by its last name, or by its folder when that is an index") {
    CHECK(name_of_path("reviews/her-smell.md") == "her-smell");
    CHECK(name_of_path("Her Smell.TXT") == "Her Smell");
    CHECK(name_of_path("reviews/stalker/index.md") == "stalker");
    CHECK(name_of_path("index.md") == "index");
    CHECK(name_of_path("mr. turner") == "mr. turner");
}
