#include "foundation/base/shelf.h"

#include "unit/scrap.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;
using halfstar::testing::Scrap;

namespace {

std::string text_of(const Result<std::string>& bytes) { return bytes ? *bytes : bytes.error().message; }

} // namespace

TEST_CASE("bytes stay in memory while there is room, and come back from beside the output then") {
    std::string aside;
    Shelf shelf(std::make_unique<Scrap>(aside), 4);
    const Shelved first = shelf.put("here"), second = shelf.put("beside"), none = shelf.put("");
    CHECK(aside == "beside");
    CHECK(second.here.empty());
    CHECK(text_of(shelf.get(first)) == "here");
    CHECK(text_of(shelf.get(second)) == "beside");
    CHECK(text_of(shelf.get(none)).empty());
}

TEST_CASE("where nothing can be put aside bytes stay in memory; those that are gone are an error") {
    std::string aside;
    Shelf nowhere(nullptr, 0), full(std::make_unique<Scrap>(aside, 3), 0), lost(std::make_unique<Scrap>(aside), 0);
    CHECK(text_of(nowhere.get(nowhere.put("kept"))) == "kept");
    CHECK(text_of(full.get(full.put("kept"))) == "kept");
    const Shelved bytes = lost.put("x");
    aside.clear();
    CHECK(text_of(lost.get(bytes)) == "gone");
}
