#include "foundation/base/deflate.h"

#include <doctest/doctest.h>

#include <vector>

using namespace halfstar;

namespace {

const std::string text = "Nothing that was deflated is lost, nothing that was deflated is gained.";

/// What inflates into as much room as that, if it does.
std::string inflated(std::string_view deflated, std::size_t room = text.size()) {
    std::vector<std::uint8_t> to(room);
    return inflate_zlib(deflated, to) ? std::string(to.begin(), to.end()) : "unsound";
}

} // namespace

TEST_CASE("what was deflated inflates again") {
    CHECK(inflated(zlib_deflated(text)) == text);
    CHECK(inflated(zlib_deflated(""), 0).empty());
}

TEST_CASE("what is not sound, whole and of the size that was said does not inflate") {
    const std::string deflated = zlib_deflated(text);
    CHECK(inflated(deflated, text.size() - 1) == "unsound");
    CHECK(inflated(deflated, text.size() + 1) == "unsound");
    CHECK(inflated(deflated + "more") == "unsound");
    for (std::size_t size = 0; size < deflated.size(); ++size) CHECK(inflated(deflated.substr(0, size)) == "unsound");
    std::string other_sum = deflated;
    other_sum.back() = static_cast<char>(other_sum.back() ^ 1);
    CHECK(inflated(other_sum) == "unsound");
    CHECK(inflated(raw_deflated(text)) == "unsound");
}
