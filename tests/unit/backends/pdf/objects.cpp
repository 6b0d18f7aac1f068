#include "backends/pdf/objects.h"

#include "backends/pdf/kept_pages.h"
#include "backends/pdf/pages.h"
#include "backends/pdf/trees.h"
#include "foundation/base/files.h"
#include "unit/backends/pdf/pdf_file.h"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace halfstar;
using namespace halfstar::pdf;

namespace {

/// A file that takes so many bytes and then fails, as a full disk does.
class FullDisk : public OutputFile {
public:
    explicit FullDisk(std::size_t room) : room_(room) {}
    Result<void> write(std::string_view bytes) override {
        if (bytes.size() > room_) {
            return Error{"no space left"};
        }
        room_ -= bytes.size();
        text += bytes;
        return {};
    }
    Result<void> seek(std::uint64_t) override { return Error{"not here"}; }
    std::uint64_t tell() const override { return text.size(); }
    Result<void> close() override { return {}; }
    std::string text;

private:
    std::size_t room_;
};

constexpr std::size_t plenty = 100'000'000;
const std::string identifier = "0123456789abcdef";

Body dictionary(std::string text) { return {std::move(text), std::nullopt}; }

} // namespace

TEST_CASE("objects are numbered when reserved, filled later, and found through the cross-reference") {
    PdfDocument document;
    const ObjectNumber root = document.reserve();
    const ObjectNumber stream = document.add(Body{"/Kind /Stream", "some bytes"});
    const ObjectNumber info = document.add(dictionary("/Title (T)"));
    document.fill(root, dictionary("/Type /Catalog /S " + reference(stream)));
    FullDisk file(plenty);
    REQUIRE(document.write(file, {root, info, identifier}));
    CHECK(file.text.starts_with("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    const fake::PdfFile read(file.text);
    CHECK(read.sound);
    REQUIRE(read.objects.size() == 3);
    CHECK(fake::has(read.root().dictionary, "/Type /Catalog"));
    CHECK(read.follow(read.root().dictionary, "/S").raw == "some bytes");
    CHECK(fake::has(read.follow(read.trailer, "/Info").dictionary, "/Title (T)"));
    CHECK(fake::has(read.trailer, "/Size 6"));
    CHECK(fake::has(read.trailer, "<30313233343536373839616263646566>"));
}

TEST_CASE("dictionaries are packed, two hundred a stream, and streams stand by themselves") {
    PdfDocument document;
    std::vector<ObjectNumber> elements;
    for (int i = 0; i < 450; ++i) elements.push_back(document.add(dictionary("/Element " + std::to_string(i))));
    const ObjectNumber stream = document.add(Body{"/Kind /Stream", "some bytes"});
    FullDisk file(plenty);
    REQUIRE(document.write(file, {elements[0], elements[1], identifier}));
    const fake::PdfFile read(file.text);
    CHECK(read.sound);
    std::size_t packs = 0;
    for (std::size_t at = file.text.find("/Type /ObjStm"); at != std::string::npos; at = file.text.find("/Type /ObjStm", at + 1)) ++packs;
    CHECK(packs == 3);
    for (int i = 0; i < 450; ++i) CHECK(read.objects.at(elements[static_cast<std::size_t>(i)]).dictionary == "<</Element " + std::to_string(i));
    CHECK(fake::has(file.text, "\n" + std::to_string(stream) + " 0 obj\n"));
    CHECK_FALSE(fake::has(file.text, "/Element 7"));
}

TEST_CASE("any number of threads packs the same, and what was kept of another file is what is made anew") {
    const auto written = [](int jobs, KeptPages* kept) {
        PdfDocument document(jobs, kept);
        ObjectNumber first = 0;
        for (int i = 0; i < 5'000; ++i) {
            const ObjectNumber object = i % 300 == 299 ? document.add(Body{"/Kind /Stream", "bytes " + std::to_string(i)})
                                                       : document.add(dictionary("/Element " + std::to_string(i * 37)));
            if (i == 0) first = object;
        }
        FullDisk file(plenty);
        REQUIRE(document.write(file, {first, first, identifier}));
        return file.text;
    };
    KeptPages kept(plenty);
    const std::string alone = written(1, nullptr);
    CHECK(fake::PdfFile(alone).sound);
    for (const int jobs : {1, 2, 8, 8}) {
        CHECK((written(jobs, nullptr) == alone));
        CHECK((written(jobs, &kept) == alone));
    }
}

TEST_CASE("bodies given as functions are asked for in the order of their numbers") {
    PdfDocument document;
    std::string order;
    const ObjectNumber first = document.reserve(), second = document.reserve();
    document.fill(second, [&]() -> Result<Body> { return order += 'b', dictionary(""); });
    document.fill(first, [&]() -> Result<Body> { return order += 'a', dictionary(""); });
    FullDisk file(plenty);
    REQUIRE(document.write(file, {first, second, identifier}));
    CHECK(order == "ab");
}

TEST_CASE("objects in a row share a function, which is asked for each in its turn") {
    PdfDocument document;
    const ObjectNumber first = document.reserve(3), root = document.reserve(), row = document.add(300, [](std::uint32_t i) -> Result<Body> {
        if (i == 7) return Body{"/Number 7", "a stream"};
        return dictionary("/Number " + std::to_string(i));
    });
    CHECK(document.add(0, nullptr) == row + 300);
    document.fill(first, 3, [](std::uint32_t i) -> Result<Body> { return dictionary("/First " + std::to_string(i)); });
    document.fill(root, dictionary("/Type /Catalog"));
    FullDisk file(plenty);
    REQUIRE(document.write(file, {root, root, identifier}));
    const fake::PdfFile read(file.text);
    CHECK(read.sound);
    CHECK(read.objects.size() == 304);
    CHECK(fake::has(read.objects.at(first + 2).dictionary, "/First 2"));
    CHECK(fake::has(read.objects.at(row + 299).dictionary, "/Number 299"));
    CHECK(read.objects.at(row + 7).raw == "a stream");
}

TEST_CASE("more objects than readers must bear are refused") {
    PdfDocument document;
    const ObjectNumber only = document.add(8'388'607, [](std::uint32_t) -> Result<Body> { return dictionary(""); });
    document.add(dictionary(""));
    FullDisk file(plenty);
    const Result<void> written = document.write(file, {only, only, identifier});
    REQUIRE_FALSE(written);
    CHECK(written.error().message == "a PDF cannot have more than 8388607 objects");
}

TEST_CASE("what fails while writing comes back as it was said") {
    SUBCASE("a body that cannot be had") {
        PdfDocument document;
        const ObjectNumber only = document.add([]() -> Result<Body> { return Error{"the face went away"}; });
        FullDisk file(plenty);
        const Result<void> written = document.write(file, {only, only, identifier});
        REQUIRE_FALSE(written);
        CHECK(written.error().message == "the face went away");
    }
    SUBCASE("an object that nobody filled") {
        PdfDocument document;
        const ObjectNumber only = document.reserve();
        FullDisk file(plenty);
        const Result<void> written = document.write(file, {only, only, identifier});
        REQUIRE_FALSE(written);
        CHECK(written.error().message == "object 1 was never filled");
    }
    SUBCASE("a full disk") {
        PdfDocument document;
        const ObjectNumber only = document.add(Body{"", std::string(200'000, 'x')});
        FullDisk file(100);
        const Result<void> written = document.write(file, {only, only, identifier});
        REQUIRE_FALSE(written);
        CHECK(written.error().message == "no space left");
    }
    SUBCASE("a disk that is full at the very end") {
        PdfDocument document;
        const ObjectNumber only = document.add(Body{"", std::string(10, 'x')});
        FullDisk file(100);
        CHECK_FALSE(document.write(file, {only, only, identifier}));
    }
    SUBCASE("a file above the limit") {
        PdfDocument document;
        const ObjectNumber only = document.add(Body{"", std::string(2000, 'x')});
        FullDisk file(plenty);
        const Result<void> written = document.write(file, {only, only, identifier}, 1000);
        REQUIRE_FALSE(written);
        CHECK(written.error().message == "the PDF would be larger than 1000 bytes; make it in parts");
    }
    SUBCASE("an exception, which passes by libharu's frames") {
        PdfDocument document;
        const ObjectNumber only = document.add([]() -> Result<Body> { throw std::runtime_error("odd"); });
        FullDisk file(plenty);
        CHECK_THROWS_AS((void)document.write(file, {only, only, identifier}), std::runtime_error);
    }
}

TEST_CASE("a small tree is one node, a large one is balanced and names its limits") {
    for (const std::size_t count : {3u, 64u, 65u, 5000u}) {
        CAPTURE(count);
        PdfDocument document;
        const auto text = [](std::size_t i) { return std::to_string(i); };
        const ObjectNumber root = add_tree(document, TreeKind::numbers, {count, text, [](std::size_t i) {
                                                                             return "(" + std::to_string(i) + ")";
                                                                         }});
        FullDisk file(plenty);
        REQUIRE(document.write(file, {root, root, identifier}));
        const fake::PdfFile read(file.text);
        CHECK_FALSE(fake::has(read.root().dictionary, "/Limits"));
        CHECK(fake::has(read.root().dictionary, count <= 64 ? "/Nums [0 (0)\n1 (1)" : "/Kids ["));
        std::size_t entries = 0;
        for (const auto& [id, node] : read.with("/Nums")) {
            for (const char c : node->dictionary) {
                entries += c == '(' ? 1u : 0u;
            }
            CHECK(node->dictionary.size() < 1500);
        }
        CHECK(entries == count);
    }
}

TEST_CASE("the limits of a tree's node are its first and last key") {
    PdfDocument document;
    const auto text = [](std::size_t i) { return std::to_string(i); };
    const ObjectNumber root = add_tree(document, TreeKind::names, {130, text, text});
    FullDisk file(plenty);
    REQUIRE(document.write(file, {root, root, identifier}));
    const fake::PdfFile read(file.text);
    CHECK(read.with("/Limits [0 63] /Names [0 0\n").size() == 1);
    CHECK(read.with("/Limits [128 129] /Names [128 128\n129 129]").size() == 1);
}

TEST_CASE("every page has a parent, and the root counts them all") {
    for (const std::size_t count : {0u, 1u, 32u, 33u, 3000u}) {
        CAPTURE(count);
        PdfDocument document;
        std::vector<ObjectNumber> pages, parents;
        for (std::size_t i = 0; i < count; ++i) {
            pages.push_back(document.add(dictionary("/Type /Page ")));
        }
        const ObjectNumber root = add_page_tree(document, pages, parents);
        FullDisk file(plenty);
        REQUIRE(document.write(file, {root, root, identifier}));
        const fake::PdfFile read(file.text);
        CHECK(fake::has(read.root().dictionary, "/Count " + std::to_string(count) + " /Kids"));
        REQUIRE(parents.size() == count);
        for (std::size_t i = 0; i < count; ++i) {
            REQUIRE(fake::has(read.objects.at(parents[i]).dictionary, reference(pages[i])));
        }
    }
}
