#include "foundation/base/shelf.h"

#include <doctest/doctest.h>

#include <string>

using namespace halfstar;

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
