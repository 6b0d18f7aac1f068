#include "backends/pdf/draft_shelf.h"

#include "unit/scrap.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;
using halfstar::testing::Scrap;
using namespace halfstar::pdf;

namespace {

std::string text_of(const Result<Draft>& draft) { return draft ? draft->operators + '|' + draft->strokes : draft.error().message; }

} // namespace

TEST_CASE("drafts stay in memory while there is room, and come back from beside the output then") {
    std::string aside;
    DraftShelf shelf(std::make_unique<Scrap>(aside), 8);
    const ShelvedDraft first = shelf.put({"q\nQ\n", "ab"}), second = shelf.put({"BT\nET\n", "cd"}), third = shelf.put({"n\n", ""});
    CHECK(aside == "BT\nET\ncdn\n");
    CHECK(second.here.operators.empty());
    CHECK(text_of(shelf.get(first)) == "q\nQ\n|ab");
    CHECK(text_of(shelf.get(second)) == "BT\nET\n|cd");
    CHECK(text_of(shelf.get(third)) == "n\n|");
}

TEST_CASE("where nothing can be put aside drafts stay in memory; one that is gone is an error") {
    std::string aside;
    DraftShelf nowhere(nullptr, 0), full(std::make_unique<Scrap>(aside, 3), 0), lost(std::make_unique<Scrap>(aside), 0);
    CHECK(text_of(nowhere.get(nowhere.put({"q\n", "x"}))) == "q\n|x");
    CHECK(text_of(full.get(full.put({"q\nQ\n", "x"}))) == "q\nQ\n|x");
    const ShelvedDraft draft = lost.put({"q\n", "x"});
    aside.clear();
    CHECK(text_of(lost.get(draft)) == "gone");
}
