#include "read/picture_files.h"

#include "design/pictures/pictures.h"
#include "foundation/base/hash.h"
#include "reading.h"

#include <string>
#include <vector>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

std::string small_png() {
    Pixels pixels;
    pixels.width = 3;
    pixels.height = 2;
    pixels.channels = 1;
    pixels.samples.assign(6, 200);
    return *encode_png(pixels);
}

MemoryReader gallery() {
    MemoryReader reader;
    reader.files["/films/stalker.md"] = "";
    reader.files["/films/stills/zone.png"] = small_png();
    reader.files["/films/stills/two words.png"] = small_png();
    reader.files["/films/stills/what?.png"] = small_png();
    reader.files["/films/2021/own.png"] = small_png();
    reader.files["/films/broken.png"] = "\x89PNG\r\n\x1A\n and then nothing";
    reader.files["/secret/key.png"] = small_png();
    return reader;
}

Reading read_with_pictures(std::string_view text, const std::string& path = "stalker.md") {
    return read(text, path, {}, gallery());
}

} // namespace

TEST_CASE("pictures are found beside the file and below the root") {
    struct Row {
        std::string_view text;
        std::string path, found;
    };
    const std::vector<Row> rows = {
        {"![a](stills/zone.png)\n", "stalker.md", "/films/stills/zone.png"},
        {"![a](/stills/zone.png)\n", "2021/mirror.md", "/films/stills/zone.png"},
        {"![a](../stills/zone.png)\n", "2021/mirror.md", "/films/stills/zone.png"},
        {"![a](own.png)\n", "2021/mirror.md", "/films/2021/own.png"},
        {"![a](stills/two%20words.png)\n", "stalker.md", "/films/stills/two words.png"},
        {"![a](<stills/two words.png>)\n", "stalker.md", "/films/stills/two words.png"},
        {"![a](stills/what?.png)\n", "stalker.md", "/films/stills/what?.png"},
        {"![a](stills/zone.png?w=300#top)\n", "stalker.md", "/films/stills/zone.png"},
        {"![a](stills%5Czone.png)\n", "stalker.md", "/films/stills/zone.png"},
        {"---\nimage: stills/zone.png\n---\nThe Zone.\n", "stalker.md", "/films/stills/zone.png"},
        {"The Zone.[^1]\n\n[^1]: See ![a](stills/zone.png).\n", "stalker.md", "/films/stills/zone.png"}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Reading reading = read_with_pictures(row.text, row.path);
        CHECK(problems(reading.diagnostics) == "");
        REQUIRE(reading.piece.pictures.size() == 1);
        const Picture& picture = reading.piece.pictures[0];
        CHECK(picture.path == row.found);
        CHECK(picture.name == row.found.substr(row.found.rfind('/') + 1));
        CHECK(picture.width == 3);
        CHECK(picture.digest == sha256(small_png()));
    }
}

TEST_CASE("a picture used twice is one picture") {
    const Reading reading =
        read_with_pictures("![a](stills/zone.png)\n\n![b](/stills/zone.png) and ![c](./stills/zone.png)\n");
    CHECK(reading.piece.pictures.size() == 1);
}

TEST_CASE("a picture that cannot be had is reported once at its place, and its words stay") {
    struct Row {
        std::string_view url, problem;
    };
    const std::vector<Row> rows = {{"stills/none.png", "missing-image"},
                                   {"../secret/key.png", "image-outside-root"},
                                   {"/../secret/key.png", "image-outside-root"},
                                   {"%2e%2e/secret/key.png", "image-outside-root"},
                                   {"file:///secret/key.png", "image-outside-root"},
                                   {"https://a.example/a.png", "remote-image"},
                                   {"//a.example/a.png", "remote-image"},
                                   {"data:image/png;base64,AAAA", "corrupt-image"},
                                   {"broken.png", "corrupt-image"},
                                   {"stalker.md", "corrupt-image"},
                                   {"stills", "missing-image"},
                                   {"stills/zone.png%00.jpg", "missing-image"}};
    for (const Row& row : rows) {
        CAPTURE(row.url);
        const std::string text =
            "See ![the Zone](" + std::string(row.url) + ") and ![again](" + std::string(row.url) + ").\n";
        const Reading reading = read_with_pictures(text);
        REQUIRE(reading.diagnostics.all().size() == 1);
        const Diagnostic& said = reading.diagnostics.all()[0];
        CHECK(code_name(said.code) == row.problem);
        CHECK(text.substr(said.span.begin, said.span.end - said.span.begin) == row.url);
        CHECK(reading.piece.pictures.empty());
        CHECK(body(reading.piece) == "See the Zone and again.");
    }
}

TEST_CASE("a missing picture's nearest name is suggested") {
    const Reading reading = read_with_pictures("![a](stills/zome.png)\n");
    REQUIRE(reading.diagnostics.all().size() == 1);
    REQUIRE(reading.diagnostics.all()[0].hints.size() == 1);
    CHECK(reading.diagnostics.all()[0].hints[0] == "did you mean 'stills/zone.png'?");
}

TEST_CASE("a poster that is missing is reported at its key") {
    const Reading reading =
        read_with_pictures("---\nposter: none-such.png\nimage_alt: A dog\nimage_caption: The dog.\n---\nThe Zone.\n");
    CHECK(problems(reading.diagnostics) == "missing-image 12-25");
    REQUIRE(reading.piece.poster);
    CHECK_FALSE(reading.piece.poster->picture);
    CHECK(reading.piece.poster->alternative == "A dog");
    CHECK(reading.piece.poster_caption == "The dog.");
}

TEST_CASE("a long address is shown shortened") {
    const Reading reading = read_with_pictures("![a](data:image/png;base64," + std::string(5000, 'A') + ")\n");
    REQUIRE(reading.diagnostics.all().size() == 1);
    CHECK(reading.diagnostics.all()[0].message.size() < 200);
}
