#include "foundation/base/files.h"

#include "unit/folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace halfstar;
using testing::Folder;
namespace fs = std::filesystem;

namespace {

void put(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string get(const std::string& path) {
    const Result<std::string> bytes = DiskReader().read(path, 1 << 24);
    return bytes ? *bytes : "(" + bytes.error().message + ")";
}

std::string write_to(Sink& sink, std::string_view path, std::string_view bytes) {
    Result<std::unique_ptr<OutputFile>> file = sink.open(path);
    if (!file) return file.error().message;
    if (const Result<void> done = (*file)->write(bytes); !done) return done.error().message;
    const Result<void> closed = (*file)->close();
    return closed ? "" : closed.error().message;
}

} // namespace

TEST_CASE("a file is read whole, and refused beyond its limit") {
    const Folder folder;
    put(folder / "a", std::string("by\0tes", 6));
    const DiskReader reader;
    CHECK(*reader.read(folder / "a", 6) == std::string("by\0tes", 6));
    CHECK(reader.read(folder / "a", 5).error().message == (folder / "a") + ": larger than 5 bytes");
    CHECK(reader.is_file(folder / "a"));
}

TEST_CASE("what is no regular file is refused") {
    const Folder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const DiskReader reader;
    CHECK(reader.read(folder / "none", 9).error().message == (folder / "none") + ": No such file or directory");
    CHECK(reader.read(folder.path(), 9).error().message == folder.path() + ": Is a directory");
    CHECK(reader.read(folder / "pipe", 9).error().message == (folder / "pipe") + ": not a regular file");
    CHECK_FALSE(reader.read("/dev/zero", 9));
    CHECK_FALSE(reader.read("", 9));
    for (const std::string& path : {folder / "none", folder.path(), folder / "pipe", std::string("/dev/null")})
        CHECK_FALSE(reader.is_file(path));
}

TEST_CASE("a NUL in a path does not end it") {
    const Folder folder;
    put(folder / "a", "x");
    const std::string path = (folder / "a") + std::string("\0/../b", 6);
    CHECK_FALSE(DiskReader().is_file(path));
    CHECK_FALSE(DiskReader().read(path, 9));
}

TEST_CASE("a canonical path has no links and dots, as far as it exists") {
    const Folder folder;
    const DiskReader reader;
    const std::string root = reader.canonical(folder.path());
    fs::create_directory(folder / "real");
    fs::create_symlink("real", folder / "link");
    fs::create_symlink("loop", folder / "loop");
    CHECK(reader.canonical(folder / "link/./x/../y") == root + "/real/y");
    CHECK(reader.canonical(folder / "link/") == root + "/real");
    CHECK(reader.canonical("/") == "/");
    CHECK(reader.canonical("not-there/../b").starts_with('/'));
    CHECK(reader.canonical(folder / "loop/x").ends_with("loop/x"));
}

TEST_CASE("a folder lists its names in order") {
    const Folder folder;
    for (const char* name : {"b", "a", ".hidden", "B"}) put(folder / name, "");
    fs::create_directory(folder / "sub");
    CHECK(DiskReader().list(folder.path()) == std::vector<std::string>{".hidden", "B", "a", "b", "sub"});
    CHECK(DiskReader().list(folder / "none").empty());
    CHECK(DiskReader().list(folder / "a").empty());
}

TEST_CASE("a folder knows its files and folders, but not what its links lead to") {
    const Folder folder;
    put(folder / "b.md", "b");
    fs::create_directory(folder / "a");
    fs::create_symlink("b.md", folder / "c.md");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    std::string all;
    for (const FolderEntry& entry : DiskReader().entries(folder.path()))
        all += entry.name + (entry.kind == FolderEntry::Kind::file ? " file\n" : entry.kind == FolderEntry::Kind::folder ? " folder\n" : " ?\n");
    CHECK(all == "a folder\nb.md file\nc.md ?\npipe ?\n");
    CHECK(DiskReader().entries(folder / "missing").empty());
}

TEST_CASE("a file that is new to its caller goes where others go, and nowhere else") {
    const Folder folder;
    DiskSink sink(folder.path(), "");
    auto file = sink.open_new("reviews/stalker.html");
    REQUIRE(file);
    CHECK((*file)->write("rain"));
    CHECK((*file)->close());
    CHECK(get(folder / "reviews/stalker.html") == "rain");
    CHECK_FALSE(sink.open_new("../stalker.html"));
    fs::create_symlink("/", folder / "away");
    CHECK_FALSE(sink.open_new("away/stalker.html"));
}

TEST_CASE("a file appears whole when it is closed, and not before") {
    const Folder folder;
    put(folder / "out.pdf", "old");
    DiskSink sink(folder.path(), "out.pdf");
    Result<std::unique_ptr<OutputFile>> file = sink.open("");
    REQUIRE(file);
    CHECK((*file)->write("new bytes"));
    CHECK(get(folder / "out.pdf") == "old");
    CHECK((*file)->close());
    CHECK(get(folder / "out.pdf") == "new bytes");
    CHECK(DiskReader().list(folder.path()).size() == 1);
    CHECK_FALSE((*file)->write("more"));
    CHECK_FALSE((*file)->close());
}

TEST_CASE("whoever is told of what is replaced finds the same bytes left as they are") {
    const Folder folder;
    std::vector<std::string> told;
    DiskSink sink(folder.path(), "x", [&](const std::string& path) { told.push_back(path); });
    const std::string large(200'000, 'a');
    CHECK(write_to(sink, "a.html", large) == "");
    const auto first = fs::last_write_time(folder / "a.html");
    CHECK(told == std::vector{folder / "a.html"});
    CHECK(write_to(sink, "a.html", large) == "");
    CHECK(fs::last_write_time(folder / "a.html") == first);
    CHECK(told.size() == 1);
    CHECK(write_to(sink, "a.html", large + "b") == "");
    CHECK(write_to(sink, "a.html", large + "c") == "");
    CHECK(write_to(sink, "a.html", large) == "");
    CHECK(told.size() == 4);
    CHECK(get(folder / "a.html") == large);
    CHECK(DiskReader().list(folder.path()) == std::vector<std::string>{"a.html"});
}

TEST_CASE("what is replaced behind a link is told by the link's name") {
    const Folder folder;
    put(folder / "real.pdf", "old");
    fs::create_symlink("real.pdf", folder / "zine.pdf");
    std::vector<std::string> told;
    DiskSink sink(folder.path(), "zine.pdf", [&](const std::string& path) { told.push_back(path); });
    CHECK(write_to(sink, "", "old") == "");
    CHECK(told.empty());
    CHECK(write_to(sink, "", "new") == "");
    CHECK(told == std::vector{folder / "zine.pdf"});
    CHECK(get(folder / "real.pdf") == "new");
}

TEST_CASE("an abandoned file leaves nothing behind") {
    const Folder folder;
    DiskSink sink(folder / "site", "x");
    {
        Result<std::unique_ptr<OutputFile>> file = sink.open("pages/deep/a.html");
        REQUIRE(file);
        CHECK((*file)->write("half"));
    }
    CHECK(DiskReader().list(folder.path()).empty());
    {
        Result<std::unique_ptr<OutputFile>> file = sink.open("a.html");
        REQUIRE(file);
        CHECK(write_to(sink, "b.html", "kept") == "");
    }
    CHECK(DiskReader().list(folder / "site") == std::vector<std::string>{"b.html"});
}

TEST_CASE("a folder that somebody else takes away again is no failure") {
    const Folder folder;
    int failures = 0;
    for (int i = 0; i < 300; ++i) {
        const std::string shared = folder / (std::to_string(i) + "/a/b");
        std::thread other([&] { static_cast<void>(DiskSink(shared, "other").open("")); }); // abandoned at once
        auto file = DiskSink(shared, "mine").open("");
        if (!file || !(*file)->close()) ++failures;
        other.join();
    }
    CHECK(failures == 0);
}

TEST_CASE("large writes, seeks and tells work through the buffer") {
    const Folder folder;
    DiskSink disk(folder.path(), "a");
    MemorySink memory;
    for (Sink* sink : std::initializer_list<Sink*>{&disk, &memory}) {
        Result<std::unique_ptr<OutputFile>> opened = sink->open("");
        REQUIRE(opened);
        OutputFile& file = **opened;
        CHECK(file.write("head"));
        CHECK(file.write(std::string(200000, 'x')));
        CHECK(file.write("tail"));
        CHECK(file.tell() == 200008);
        CHECK(file.seek(2));
        CHECK(file.write("AD"));
        CHECK(file.tell() == 4);
        CHECK(file.seek(200008));
        CHECK(file.write("!"));
        CHECK_FALSE(file.seek(200010));
        CHECK(file.seek(0));
        CHECK(file.close());
    }
    const std::string expected = "heAD" + std::string(200000, 'x') + "tail!";
    CHECK(get(folder / "a") == expected);
    CHECK(memory.files.at("") == expected);
}

TEST_CASE("paths that would leave the folder are refused") {
    const Folder folder;
    DiskSink disk(folder / "out", "x");
    MemorySink memory;
    for (const char* path : {"../a", "/etc/a", "a/../../b", "a//b", "./a", "a/", "a\\b", "..", "."}) {
        CAPTURE(std::string(path));
        const std::string said = "'" + std::string(path) + "' would be written outside the output folder";
        CHECK(write_to(disk, path, "x") == said);
        CHECK(write_to(memory, path, "x") == said);
        CHECK_FALSE(is_safe_relative(path));
    }
    CHECK_FALSE(is_safe_relative(""));
    CHECK_FALSE(is_safe_relative(std::string_view("a\0b", 3)));
    CHECK(is_safe_relative("a/b.c/..d"));
    CHECK(DiskReader().list(folder.path()).empty());
}

TEST_CASE("links in the output folder lead nowhere outside it") {
    const Folder folder;
    fs::create_directories(folder / "out/inside");
    fs::create_directory(folder / "elsewhere");
    put(folder / "elsewhere/precious", "old");
    fs::create_symlink(folder / "elsewhere", folder / "out/trap");
    fs::create_symlink("inside", folder / "out/fine");
    fs::create_symlink(folder / "elsewhere/precious", folder / "out/file");
    DiskSink sink(folder / "out", "x");
    CHECK(write_to(sink, "trap/precious", "new") == (folder / "out/trap") + ": leads out of the output folder");
    CHECK(write_to(sink, "fine/a", "new") == "");
    CHECK(get(folder / "out/inside/a") == "new");
    CHECK(write_to(sink, "file", "new") == ""); // the link is replaced, not followed
    CHECK(get(folder / "elsewhere/precious") == "old");
}

TEST_CASE("the user's own target may be a link, and stays one") {
    const Folder folder;
    put(folder / "real.pdf", "old");
    fs::create_symlink("real.pdf", folder / "link.pdf");
    DiskSink sink(folder.path(), "link.pdf");
    CHECK(write_to(sink, "", "new") == "");
    CHECK(fs::is_symlink(folder / "link.pdf"));
    CHECK(get(folder / "real.pdf") == "new");
}

TEST_CASE("devices and pipes are written as they stand, and a full one is an error") {
    DiskSink full("/dev", "full");
    CHECK(write_to(full, "", "x") == "/dev/full: No space left on device");
    CHECK(write_to(full, "", std::string(1 << 20, 'x')) == "/dev/full: No space left on device");
    DiskSink null("/dev", "null");
    CHECK(write_to(null, "", "x") == "");
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("what stands in the way is said with its path") {
    const Folder folder;
    put(folder / "file", "x");
    fs::create_directory(folder / "folder");
    DiskSink below_file(folder / "file/below", "a");
    CHECK(write_to(below_file, "", "x") == (folder / "file") + ": Not a directory");
    DiskSink onto_folder(folder.path(), "folder");
    CHECK(write_to(onto_folder, "", "x") == (folder / "folder") + ": Is a directory");
}

TEST_CASE("files get the rights that the user's mask allows") {
    const Folder folder;
    const mode_t mask = ::umask(0027);
    DiskSink sink(folder.path(), "a");
    CHECK(write_to(sink, "", "x") == "");
    ::umask(mask);
    struct stat facts {};
    REQUIRE(::stat((folder / "a").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0640);
}

TEST_CASE("files in memory are found by their resolved paths") {
    MemoryReader reader;
    reader.files = {{"/r/a.md", "A"}, {"/r/sub/b.md", "B"}, {"/r/sub/c.md", "C"}};
    CHECK(*reader.read("/r/sub/../a.md", 9) == "A");
    CHECK_FALSE(reader.read("/r/a.md", 0));
    CHECK_FALSE(reader.read("/r", 9));
    CHECK(reader.is_file("/r/./a.md"));
    CHECK_FALSE(reader.is_file("/r/sub"));
    CHECK(reader.list("/r") == std::vector<std::string>{"a.md", "sub"});
    CHECK(reader.list("/") == std::vector<std::string>{"r"});
    CHECK(reader.list("/none").empty());
    CHECK(reader.canonical("/r/../../x/") == "/x");
}

TEST_CASE("a path is inside its root at the borders of names only") {
    CHECK(is_inside("/a/b", "/a/b"));
    CHECK(is_inside("/a/b", "/a/b/c"));
    CHECK(is_inside("/a/b/", "/a/b/c"));
    CHECK(is_inside("/", "/anything"));
    CHECK_FALSE(is_inside("/a/b", "/a/bc"));
    CHECK_FALSE(is_inside("/a/b", "/a"));
    CHECK_FALSE(is_inside("", "/a"));
}

TEST_CASE("a file is replaced only while it is what it was") {
    const Folder folder;
    const std::string path = folder / "a.md";
    put(path, "before");
    CHECK(*replace_file(path, "before", "now") == Replacement::done);
    CHECK(get(path) == "now");
    CHECK(*replace_file(path, "before", "later") == Replacement::changed_meanwhile);
    CHECK(*replace_file(path, "no", "later") == Replacement::changed_meanwhile);
    CHECK(get(path) == "now");
    CHECK_FALSE(replace_file(folder / "b.md", "", "new"));
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a replaced file keeps its rights, and a link stays a link") {
    const Folder folder;
    put(folder / "a.md", "before");
    REQUIRE(::chmod((folder / "a.md").c_str(), 0640) == 0);
    fs::create_symlink("a.md", folder / "link.md");
    CHECK(*replace_file(folder / "link.md", "before", "now") == Replacement::done);
    CHECK(get(folder / "a.md") == "now");
    CHECK(fs::is_symlink(folder / "link.md"));
    struct stat facts {};
    REQUIRE(::stat((folder / "a.md").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 07777u) == 0640u);
}

TEST_CASE("what is put aside comes back from where it began, and no name leads to it") {
    const Folder folder;
    DiskSink sink(folder.path(), "book.pdf");
    const std::unique_ptr<Scratch> scratch = sink.scratch();
    REQUIRE(scratch);
    std::vector<std::thread> threads;
    std::vector<std::uint64_t> begins(8);
    for (std::size_t i = 0; i < begins.size(); ++i)
        threads.emplace_back([&, i] { begins[i] = *scratch->append(std::string(10'000 + i, static_cast<char>('a' + i))); });
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < begins.size(); ++i) CHECK(*scratch->read(begins[i], 10'000 + i) == std::string(10'000 + i, static_cast<char>('a' + i)));
    CHECK_FALSE(scratch->read(1'000'000, 1));
    CHECK(DiskReader().list(folder.path()).empty());
}

TEST_CASE("there is no room beside a device; while a folder is not there, there is in the one above it") {
    const Folder folder;
    CHECK(DiskSink("/dev", "null").scratch() == nullptr);
    CHECK(MemorySink().scratch() == nullptr);
    const std::unique_ptr<Scratch> scratch = DiskSink(folder / "none/below", "x").scratch();
    REQUIRE(scratch);
    CHECK(*scratch->read(*scratch->append("above"), 5) == "above");
    CHECK(DiskReader().list(folder.path()).empty());
}
