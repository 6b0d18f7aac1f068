#include "backends/pdf/draft_shelf.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;
using namespace halfstar::pdf;

namespace {

/// Keeps what it has room for.
class Scrap : public Scratch {
public:
    explicit Scrap(std::string& bytes, std::size_t room = 1000) : bytes_(bytes), room_(room) {}
    Result<std::uint64_t> append(std::string_view bytes) override {
        if (bytes_.size() + bytes.size() > room_) return Error{"no space left"};
        bytes_ += bytes;
        return std::uint64_t{bytes_.size() - bytes.size()};
    }
    Result<std::string> read(std::uint64_t begin, std::size_t size) const override {
        if (begin + size > bytes_.size()) return Error{"gone"};
        return bytes_.substr(begin, size);
    }

private:
    std::string& bytes_;
    std::size_t room_;
};

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
