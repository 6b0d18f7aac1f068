// What the kernel says of folders.
#include "watch/folder_watch.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace halfstar;
using watch::FolderWatch;

namespace {

/// A folder for a test.
struct Folder {
    std::string path =
        (std::filesystem::temp_directory_path() / ("halfstar-watch-" + std::to_string(::getpid()))).string();
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    void put(const std::string& name) const { std::ofstream(path + "/" + name) << "words"; }
};

} // namespace

TEST_CASE("names that matter are touched, and folders that were not watched come back once") {
    const Folder folder;
    const auto watch = FolderWatch::open();
    REQUIRE(watch);
    const std::map<std::string, WatchedNames> watched{{folder.path, {true, {".git"}}},
                                                      {folder.path + "/missing", {true, {}}}};
    CHECK(*(*watch)->watch(watched) == std::set<std::string>{folder.path});
    CHECK((*(*watch)->watch(watched)).empty());
    folder.put("stalker.md");
    folder.put(".stalker.md.swp");
    folder.put("stalker.md~");
    folder.put(".git");
    CHECK((*watch)->take().paths == std::set<std::string>{folder.path + "/.git", folder.path + "/stalker.md"});
    CHECK((*watch)->take().paths.empty());
}

TEST_CASE("a file that was made and moved away again is touched in passing") {
    const Folder folder;
    folder.put("stalker.md");
    const auto watch = FolderWatch::open();
    REQUIRE(watch);
    CHECK((*watch)->watch({{folder.path, {true, {}}}}));
    const auto path = [&](const char* name) { return folder.path + "/" + name; };
    folder.put("stalker.draft");
    CHECK((*watch)->take().passing.empty());
    std::filesystem::rename(path("stalker.draft"), path("stalker.md"));
    const Touched saved = (*watch)->take();
    CHECK(saved.paths == std::set<std::string>{path("stalker.draft"), path("stalker.md")});
    CHECK(saved.passing == std::set<std::string>{path("stalker.draft")});
    // What stood there before is missed.
    std::filesystem::rename(path("stalker.md"), path("mirror.md"));
    CHECK((*watch)->take().passing.empty());
    folder.put("stalker.draft");
    std::filesystem::remove(path("stalker.draft"));
    folder.put("stalker.draft");
    CHECK((*watch)->take().passing.empty());
}

TEST_CASE("a name that matters only now was not seen before") {
    const Folder folder;
    const auto watch = FolderWatch::open();
    REQUIRE(watch);
    CHECK_FALSE((*(*watch)->watch({{folder.path, {false, {"a.png"}}}})).empty());
    folder.put("b.png");
    CHECK((*watch)->take().paths.empty());
    CHECK((*(*watch)->watch({{folder.path, {false, {"a.png"}}}})).empty());
    CHECK_FALSE((*(*watch)->watch({{folder.path, {false, {"a.png", "b.png"}}}})).empty());
}

TEST_CASE("a folder that goes is touched itself, and watched anew when it is back") {
    const Folder folder;
    const auto watch = FolderWatch::open();
    REQUIRE(watch);
    const std::map<std::string, WatchedNames> watched{{folder.path, {true, {}}}};
    CHECK_FALSE((*(*watch)->watch(watched)).empty());
    std::filesystem::rename(folder.path, folder.path + "-away");
    CHECK((*watch)->take().paths == std::set<std::string>{folder.path});
    std::filesystem::create_directory(folder.path);
    CHECK_FALSE((*(*watch)->watch(watched)).empty());
    std::filesystem::remove_all(folder.path + "-away");
}

TEST_CASE("a limit that is reached is said with what to do") {
    CHECK(watch::watching_failed("/reviews", ENOSPC).message.find("fs.inotify.max_user_watches") != std::string::npos);
    CHECK(watch::watching_failed("/reviews", EMFILE).message.find("fs.inotify.max_user_instances") !=
          std::string::npos);
    CHECK(watch::watching_failed("/reviews", EIO).message.find("/reviews") != std::string::npos);
}
