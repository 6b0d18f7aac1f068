#include "export/list/mirror.h"
#include "foundation/base/files.h"

#include <halfstar/list.h>

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace halfstar;

namespace {

std::string place(std::string_view path) { return mirrored_path(settled_path(path), ".pdf"); }

} // namespace

TEST_CASE("an output has its review's path") {
    CHECK(place("stalker.md") == "stalker.pdf");
    CHECK(place("2019/05/stalker.md") == "2019/05/stalker.pdf");
    CHECK(place("./2019//stalker.md") == "2019/stalker.pdf");
    CHECK(place("2001.a.space.odyssey.md") == "2001.a.space.odyssey.pdf");
    CHECK(place("stalker.txt") == "stalker.txt.pdf");
    CHECK(place("stalker.MD") == "stalker.MD.pdf");
    CHECK(place("notes") == "notes.file.pdf");
}

TEST_CASE("an output stays in its folder") {
    CHECK(place("../stalker.md") == "%2E%2E/stalker.pdf");
    CHECK(place("a/../../stalker.md") == "a/%2E%2E/%2E%2E/stalker.pdf");
    CHECK(place("/srv/reviews/stalker.md") == "%2F/srv/reviews/stalker.pdf");
    CHECK(place(".halfstar/made.md") == "%2Ehalfstar/made.pdf");
    for (const char* path : {"..", "/", "", "../..", "a\\..\\b.md", "a\nb.md", "...md", ".md", "-", "~/x.md"})
        CHECK_MESSAGE(is_safe_relative(place(path)), path);
}

TEST_CASE("no two paths share an output, and none stands in another's way") {
    const char* names[] = {"a.md",    "a.txt",    "a.md.md",    "a.txt.md",       "a.file.md", "a.file",
                           "a",       "a.MD",     "a.markdown", "a.pdf",          "a.pdf.md",  "a%2Epdf",
                           "..",      "%2E%2E",   "%",          "a.file.txt",     ".md",       "A.md",
                           "a\\b.md", "a%5Cb.md", ".halfstar",  "%2Ehalfstar.md", "a.html.md", "a.pdf.pdf"};
    std::map<std::string, std::string> outputs;
    std::set<std::string> folders;
    for (const char* folder : names)
        for (const char* name : names)
            for (const std::string& path :
                 {std::string(name), std::string(folder) + "/" + name, "/" + std::string(name)}) {
                const std::string output = place(path);
                const std::string other = outputs.emplace(output, path).first->second;
                CHECK_MESSAGE(other == path, path, " and ", other, " are both ", output);
                for (std::size_t end = output.find('/'); end != std::string::npos; end = output.find('/', end + 1))
                    folders.insert(output.substr(0, end));
            }
    for (const std::string& folder : folders)
        CHECK_MESSAGE(outputs.count(folder) == 0, folder);
}

TEST_CASE("every path is in one shard, and stays there") {
    std::size_t least = 1000, most = 0;
    for (std::uint32_t number = 1; number <= 4; ++number) {
        std::size_t count = 0;
        for (int i = 0; i < 1000; ++i)
            count += Shard{number, 4}.has("reviews/" + std::to_string(i) + ".md") ? 1 : 0;
        least = std::min(least, count);
        most = std::max(most, count);
    }
    CHECK(least > 200);
    CHECK(most < 300);
    CHECK(Shard{4, 8}.has("reviews/stalker.md")); // for good: other machines have reckoned so too
    CHECK(Shard{}.has("anything"));
}

TEST_CASE("shards are written as one of so many") {
    REQUIRE(shard_of_words("2/8"));
    CHECK(shard_of_words("2/8")->number == 2);
    CHECK(shard_of_words("2/8")->count == 8);
    for (const char* words :
         {"", "/", "0/3", "4/3", "1", "1/", "/3", "-1/3", "1/0", "1/3/3", "a/b", "1 /3", "1/99999999999", "1/1000001"})
        CHECK_MESSAGE(!shard_of_words(words), words);
}
