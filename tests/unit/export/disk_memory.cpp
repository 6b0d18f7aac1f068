// What was asked of the disk, and whether it would answer the same.
#include "export/disk_memory.h"

#include "foundation/base/files.h"
#include "unit/folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace halfstar;

namespace {

constexpr std::uint64_t limit = 100;

struct Desk {
    MemoryReader disk;
    DiskMemory memory{disk};
    Desk() {
        disk.files = {{"/year/stalker.md", "rain"}, {"/year/mirror.md", "fire"}, {"/year/stills/field.png", "green"}};
        memory.begin();
    }
    std::vector<DiskQuestion> touch(const std::string& path) { return memory.look_again({false, {path}}); }
    void read(const std::string& path) { CHECK(memory.read(path, limit)); }
};

} // namespace

TEST_CASE("what holds the same bytes has not changed, whatever happened to it") {
    Desk desk;
    desk.read("/year/stalker.md");
    desk.disk.files["/year/stalker.md"] = "rain";
    CHECK(desk.touch("/year/stalker.md").empty());
    desk.disk.files["/year/stalker.md"] = "snow";
    CHECK(desk.touch("/year/mirror.md").empty());
    CHECK(desk.touch("/year/stalker.md") == std::vector<DiskQuestion>{{"/year/stalker.md", DiskQuestion::Kind::bytes}});
    CHECK(desk.touch("/year/stalker.md").empty());
}

TEST_CASE("a name in a folder that was listed changes the list, unless an editor left it") {
    Desk desk;
    desk.memory.pass_over("/year/out");
    CHECK(desk.memory.list("/year").size() == 3);
    for (const char* name : {".stalker.md.swp", "stalker.md~", "4913", "#stalker.md#", "out"}) {
        CAPTURE(name);
        desk.disk.files["/year/" + std::string(name)] = "";
        CHECK(desk.touch("/year/" + std::string(name)).empty());
    }
    desk.disk.files["/year/solaris.md"] = "weeds";
    CHECK(desk.touch("/year/solaris.md").size() == 1);
    desk.disk.files["/year/2019/parasite.md"] = "stairs";
    CHECK(desk.touch("/year/2019").size() == 1);
    desk.disk.files["/year/old.bak/parasite.md"] = "stairs";
    CHECK(desk.touch("/year/old.bak").size() == 1);
}

TEST_CASE("a folder that is touched touches all below it, and nobody knowing where touches everything") {
    Desk desk;
    desk.read("/year/stills/field.png");
    desk.disk.files["/year/stills/field.png"] = "brown";
    CHECK(desk.touch("/year/stills").size() == 1);
    desk.disk.files["/year/stills/field.png"] = "green";
    CHECK(desk.memory.look_again({true, {}}).size() == 1);
}

TEST_CASE("a witness's answers hold until one is another") {
    Desk desk;
    const DiskWitness witness(desk.memory);
    CHECK(witness.read("/year/stalker.md", limit));
    CHECK_FALSE(witness.is_file("/year/stills/rain.png"));
    const DiskAnswers answers = witness.answers();
    CHECK(answers.size() == 2);
    CHECK(desk.memory.still_holds(answers));
    desk.disk.files["/year/stills/rain.png"] = "grey";
    CHECK(desk.touch("/year/stills/rain.png").size() == 1);
    CHECK_FALSE(desk.memory.still_holds(answers));
}

TEST_CASE("what a build did not ask is forgotten, and which files came or went is known") {
    Desk desk;
    desk.read("/year/stalker.md");
    desk.read("/year/mirror.md");
    CHECK(desk.memory.end().size() == 2);
    desk.memory.begin();
    desk.read("/year/mirror.md");
    desk.read("/year/stills/field.png");
    CHECK(desk.memory.end() == std::vector<std::string>{"/year/stalker.md", "/year/stills/field.png"});
    CHECK(desk.memory.size() == 2);
}

TEST_CASE("folders are watched in which something was asked; of what is missing, where it would begin") {
    Desk desk;
    CHECK(desk.memory.list("/year").size() == 3);
    CHECK_FALSE(desk.memory.is_file("/year/posters/old/one.png"));
    const auto folders = desk.memory.folders();
    REQUIRE(folders.contains("/year"));
    CHECK(folders.at("/year").all);
    CHECK(folders.at("/year").include("posters"));
    CHECK_FALSE(folders.contains("/year/posters/old"));
}

TEST_CASE("a file that gives way to a folder or a link of its name changes the list") {
    const testing::Folder folder;
    std::ofstream(folder / "stalker.md") << "rain";
    const DiskReader disk;
    DiskMemory memory(disk);
    memory.begin();
    CHECK(memory.entries(folder.path()).size() == 1);
    CHECK(memory.list(folder.path()) == std::vector<std::string>{"stalker.md"});
    const Touched touched{false, {folder / "stalker.md"}};
    CHECK(memory.look_again(touched).empty());
    std::filesystem::remove(folder / "stalker.md");
    std::filesystem::create_directory(folder / "stalker.md");
    const std::vector<DiskQuestion> names{{folder.path(), DiskQuestion::Kind::names}};
    CHECK(memory.look_again(touched) == names);
    std::filesystem::remove(folder / "stalker.md");
    std::filesystem::create_symlink("/", folder / "stalker.md");
    CHECK(memory.look_again(touched) == names);
    CHECK(memory.look_again(touched).empty());
}
