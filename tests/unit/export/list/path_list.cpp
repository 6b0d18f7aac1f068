#include "export/list/path_list.h"

#include <doctest/doctest.h>

#include <vector>

using namespace halfstar;

namespace {

/// All paths of a list that comes in these blocks.
std::vector<std::string> paths_of(std::vector<std::string> blocks) {
    std::size_t at = 0;
    PathList list([&]() -> Result<std::string> { return at < blocks.size() ? blocks[at++] : std::string(); });
    std::vector<std::string> paths;
    for (;;) {
        const Result<std::optional<std::string>> path = list.next();
        REQUIRE(path);
        if (!*path) return paths;
        paths.push_back(**path);
    }
}

using Paths = std::vector<std::string>;

} // namespace

TEST_CASE("a list has a path a line, the last with or without an end") {
    CHECK(paths_of({"a.md\nb c.md\n"}) == Paths{"a.md", "b c.md"});
    CHECK(paths_of({"a.md\n\n\nb.md"}) == Paths{"a.md", "b.md"});
    CHECK(paths_of({}).empty());
    CHECK(paths_of({"\n\n"}).empty());
}

TEST_CASE("a NUL among the first bytes separates paths instead, which may then hold line ends") {
    using namespace std::string_literals;
    CHECK(paths_of({"a\nb.md\0c.md\0"s}) == Paths{"a\nb.md", "c.md"});
    CHECK(paths_of({"a.m"s, "d\0b"s, ".md\0"s}) == Paths{"a.md", "b.md"});
}

TEST_CASE("blocks may end anywhere") {
    const std::string text = "reviews/stalker.md\nreviews/mirror.md\n\nreviews/solaris.md";
    for (std::size_t size = 1; size < text.size(); ++size) {
        std::vector<std::string> blocks;
        for (std::size_t at = 0; at < text.size(); at += size)
            blocks.push_back(text.substr(at, size));
        CHECK(paths_of(blocks) == Paths{"reviews/stalker.md", "reviews/mirror.md", "reviews/solaris.md"});
    }
}

TEST_CASE("of a path without an end only its beginning is kept") {
    std::vector<std::string> blocks(1000, std::string(1 << 16, 'x'));
    blocks.push_back("\nb.md\n");
    const Paths paths = paths_of(blocks);
    REQUIRE(paths.size() == 2);
    CHECK(paths[0] == std::string(8192, 'x'));
    CHECK(paths[1] == "b.md");
}

TEST_CASE("a list that breaks off says so") {
    PathList list([]() -> Result<std::string> { return Error{"gone"}; });
    CHECK(!list.next());
}
