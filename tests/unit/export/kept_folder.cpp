// A folder that several threads write: each file once, and the list of all of them. What stays and what goes is held in
// tests/properties/kept_folder.py.
#include "export/kept_folder.h"

#include "unit/folder.h"
#include "foundation/base/parallel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

using namespace halfstar;
using testing::Folder;

namespace {

constexpr std::size_t file_count = 200;
constexpr int jobs = 4;

/// Alternately in two folders, which have to be made.
std::string name_of(std::size_t i) { return (i % 2 == 0 ? "reviews/" : "people/") + std::to_string(i) + ".html"; }

bool write_to(Sink& sink, const std::string& path, std::string_view bytes) {
    const Result<std::unique_ptr<OutputFile>> file = sink.open(path);
    return file && (*file)->write(bytes) && (*file)->close();
}

std::string get(const std::string& path) {
    const Result<std::string> bytes = DiskReader().read(path, 1 << 20);
    return bytes ? *bytes : "(" + bytes.error().message + ")";
}

/// How many files were refused while several threads wrote all of them.
int refused_of(KeptFolder& kept, std::string_view bytes) {
    std::atomic<int> refused = 0;
    for_each_parallel(file_count, jobs, [&](std::size_t i) { refused += write_to(kept, name_of(i), bytes) ? 0 : 1; });
    return refused;
}

} // namespace

TEST_CASE("several threads write a folder: every file is whole, and on the list in order") {
    const Folder folder;
    std::string list;
    {
        KeptFolder kept(folder.path());
        CHECK(refused_of(kept, "first") == 0);
        CHECK(kept.finish());
        list = get(folder / KeptFolder::list_name);
    }
    CHECK(std::count(list.begin(), list.end(), '\n') == file_count);
    CHECK(list.starts_with("people/1.html\npeople/101.html\n"));
    KeptFolder again(folder.path());
    CHECK(refused_of(again, "second") == 0);
    CHECK(again.finish());
    CHECK(get(folder / KeptFolder::list_name) == list);
    std::size_t whole = 0;
    for (std::size_t i = 0; i < file_count; ++i) whole += get(folder / name_of(i)) == "second" ? 1 : 0;
    CHECK(whole == file_count);
}

TEST_CASE("of several threads that write one path, all but one are refused") {
    const Folder folder;
    KeptFolder kept(folder.path());
    std::atomic<int> written = 0;
    for_each_parallel(8, jobs, [&](std::size_t) { written += write_to(kept, "index.html", "one") ? 1 : 0; });
    CHECK(written == 1);
    CHECK(get(folder / "index.html") == "one");
}

TEST_CASE("a file that stands in a folder before the first of ours stays") {
    const Folder folder;
    std::filesystem::create_directory(folder / "reviews");
    std::ofstream(folder / "reviews/mine.html") << "mine";
    KeptFolder kept(folder.path());
    CHECK(write_to(kept, "index.html", "ours"));
    CHECK_FALSE(write_to(kept, "reviews/mine.html", "ours"));
    CHECK(write_to(kept, "reviews/stalker.html", "ours"));
    CHECK(write_to(kept, "people/varda.html", "ours"));
    CHECK(get(folder / "reviews/mine.html") == "mine");
}
