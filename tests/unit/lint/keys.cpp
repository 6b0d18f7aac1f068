#include "linting.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::lint;
using Lines = std::vector<std::string>;

namespace {
Lines said_of_key(const std::string& key) {
    return said_of("---\ntitle: Stalker\n" + key + ": x\n---\n\nText.\n", Code::misspelt_key);
}
} // namespace

TEST_CASE("a key with a letter wrong") {
    CHECK(said_of_key("direcotr") == Lines{"a.md:3:1: no key is called 'direcotr'"});
    for (const char* key : {"raitng", "tilte", "Runing time", "cinematografer", "contry", "posetr", "langauge"}) {
        CAPTURE(key);
        CHECK(said_of_key(key).size() == 1);
    }
}

TEST_CASE("what other programs keep in front matter is no mistake") {
    for (const char* key :
         {"status", "pages", "words", "slug", "draft", "series", "permalink", "weight", "stage", "post", "toc", "xyz",
          "aliases", "categories", "modified", "link", "id", "featured", "my_own_thing"}) {
        CAPTURE(key);
        CHECK(said_of_key(key).empty());
    }
}

TEST_CASE("a known key is never misspelt") {
    for (const char* key : {"director", "date_watched", "Date Watched", "Regie", "kamera", "img-alt"}) {
        CAPTURE(key);
        CHECK(said_of_key(key).empty());
    }
}
