#include "design/fonts/font_book.h"

#include "design/fonts/manifest.h"
#include "foundation/data/embedded.h"
#include "foundation/data/packed_value.h"
#include "foundation/data/syntaxes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <thread>

using namespace halfstar;

namespace {

std::string face_name(const Face* face) { return face == nullptr ? "none" : std::string(face->postscript_name()); }

std::string found(const FontBook& book, const char* family, int weight, bool italic) {
    Diagnostics diagnostics;
    const Face* face = book.find(family, weight, italic, diagnostics);
    CHECK(diagnostics.empty());
    return face_name(face);
}

std::string fallback_for(char32_t code_point, const char* language, int weight = 400, bool italic = false,
                         const std::vector<std::string>& families = {}) {
    static const FontBook book;
    const Face* face = book.fallback(code_point, language, weight, italic, families);
    if (face != nullptr) CHECK(face->glyph(code_point) != 0);
    return face_name(face);
}

Value value_of(std::string_view text) {
    Diagnostics faults;
    return read_yaml(text, {1, 0, static_cast<std::uint32_t>(text.size())}, faults);
}

} // namespace

TEST_CASE("every manifest is read, is named after its family, and names package, licence and files") {
    std::size_t manifests = 0;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.starts_with("fonts/")) continue;
        ++manifests;
        CAPTURE(file.path);
        const auto manifest = read_manifest(unpacked(file.packed, 0));
        REQUIRE(manifest);
        CHECK(manifest_path(manifest->family) == file.path);
        CHECK(manifest->package.starts_with("fonts-"));
        CHECK_FALSE(manifest->licence.empty());
        REQUIRE_FALSE(manifest->files.empty());
        for (const ManifestFile& one : manifest->files) CHECK(one.file.find('/') != std::string::npos);
        for (const std::string& script : manifest->scripts) CHECK(script.size() == 4);
        CHECK((manifest->order == 0) == manifest->scripts.empty());
    }
    CHECK(manifests >= 40);
    CHECK(all_manifests().size() == manifests);
    CHECK(all_manifests().front().family == "Vollkorn");
}

TEST_CASE("what is no manifest is none") {
    CHECK_FALSE(read_manifest(Value{}));
    CHECK_FALSE(read_manifest(value_of("family: Nothing\n")));
    CHECK_FALSE(read_manifest(value_of("files: [a]\n")));
}

TEST_CASE("every file of the manifests is what its manifest says, where it is installed") {
    const FontBook book;
    for (const FaceFile& file : book.files()) {
        if (file.path.empty()) continue;
        CAPTURE(file.path);
        const auto face = Face::open(file.path, file.index);
        REQUIRE(bool(face));
        CHECK((*face)->italic() == file.italic);
        CHECK(((*face)->family() == file.family || (*face)->family().starts_with("Noto Sans Symbols2")));
    }
}

TEST_CASE("the features that manifests promise are in the faces") {
    for (const Manifest& manifest : all_manifests()) {
        const FontBook book;
        Diagnostics diagnostics;
        const Face* face = book.find(manifest.family, 400, false, diagnostics);
        if (face == nullptr) continue;
        for (const std::string& feature : manifest.features) {
            CAPTURE(manifest.family);
            CAPTURE(feature);
            CHECK(face->has_feature(feature));
        }
    }
}

TEST_CASE("a family's nearest face is chosen by slant, then by weight as CSS does") {
    const FontBook book;
    CHECK(found(book, "Vollkorn", 400, false) == "Vollkorn-Regular");
    CHECK(found(book, "vollkorn", 400, true) == "Vollkorn-Italic");
    CHECK(found(book, "Vollkorn", 700, true) == "Vollkorn-BoldItalic");
    CHECK(found(book, "Vollkorn", 300, false) == "Vollkorn-Regular"); // nothing lighter: then heavier
    CHECK(found(book, "Vollkorn", 450, false) == "Vollkorn-Medium");  // up to 500 before below
    CHECK(found(book, "Vollkorn", 1000, false) == "Vollkorn-Black");
    CHECK(found(book, "Bebas Neue", 600, false) == "BebasNeueBold"); // above 500: heavier before lighter
    CHECK(found(book, "Bebas Neue", 200, false) == "BebasNeue-Thin"); // below 400: lighter before heavier
    CHECK(found(book, "League Spartan", 700, true) == "LeagueSpartan-Bold");
}

TEST_CASE("the same face is handed out each time") {
    const FontBook book;
    Diagnostics diagnostics;
    const Face* face = book.find("Vollkorn", 400, false, diagnostics);
    CHECK(book.find("Vollkorn", 400, false, diagnostics) == face);
    CHECK(book.find("Vollkorn", 390, false, diagnostics) == face);
}

TEST_CASE("a family without a manifest is found through fontconfig") {
    const FontBook book;
    CHECK(found(book, "Nimbus Roman", 700, false) == "NimbusRoman-Bold");
}

TEST_CASE("a missing family is reported once, with what it may have meant") {
    const FontBook book;
    Diagnostics diagnostics;
    CHECK(book.find("Volkorn", 400, false, diagnostics) == nullptr);
    CHECK(book.find("Volkorn", 700, true, diagnostics) == nullptr);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == Code::missing_face);
    CHECK(diagnostics.all()[0].message == "the face 'Volkorn' is not installed");
    CHECK(diagnostics.all()[0].hints == std::vector<std::string>{"did you mean 'Vollkorn'?"});
}

TEST_CASE("extra folders come before the system's, whether or not they keep its folders") {
    const FontBook book({"/usr/share/fonts/truetype/vollkorn"});
    Diagnostics diagnostics;
    const Face* face = book.find("Vollkorn", 400, false, diagnostics);
    REQUIRE(face != nullptr);
    CHECK(face->path() == "/usr/share/fonts/truetype/vollkorn/Vollkorn-Regular.ttf");
}

TEST_CASE("the chain helps by script") {
    CHECK(fallback_for(U'a', "en") == "Vollkorn-Regular");
    CHECK(fallback_for(0x1EA1, "vi", 700) == "Vollkorn-Bold");
    CHECK(fallback_for(0x0634, "ar") == "NotoNaskhArabic-Regular");
    CHECK(fallback_for(0x05D0, "he", 700) == "NotoSerifHebrew-Bold");
    CHECK(fallback_for(0x0915, "hi") == "NotoSerifDevanagari-Regular");
    CHECK(fallback_for(0x0E01, "th") == "NotoSerifThai-Regular");
    CHECK(fallback_for(0x0B15, "or") == "NotoSansOriya-Regular");
    CHECK(fallback_for(0x10D0, "ka", 400, true) == "NotoSerifGeorgian-Regular");
}

TEST_CASE("Han characters are those of the language") {
    CHECK(fallback_for(0x76F4, "ja") == "NotoSerifCJKjp-Regular");
    CHECK(fallback_for(0x76F4, "ko") == "NotoSerifCJKkr-Regular");
    CHECK(fallback_for(0x76F4, "zh") == "NotoSerifCJKsc-Regular");
    CHECK(fallback_for(0x76F4, "zh-Hans-CN", 700) == "NotoSerifCJKsc-Bold");
    CHECK(fallback_for(0x76F4, "zh-Hant") == "NotoSerifCJKtc-Regular");
    CHECK(fallback_for(0x76F4, "zh-HK") == "NotoSerifCJKhk-Regular");
    CHECK(fallback_for(0x76F4, "en") == "NotoSerifCJKjp-Regular");
    CHECK(fallback_for(0xAE30, "en") == "NotoSerifCJKkr-Regular");
    CHECK(fallback_for(0x3042, "zh") == "NotoSerifCJKjp-Regular");
    CHECK(fallback_for(0x3002, "zh") == "NotoSerifCJKsc-Regular");
}

TEST_CASE("emoji come in colour, symbols as type") {
    CHECK(fallback_for(0x1F3AC, "en") == "NotoColorEmoji");
    CHECK(fallback_for(0x2605, "en") == "DejaVuSans"); // a star is a character of the text
    CHECK(fallback_for(0x1D400, "en") != "NotoColorEmoji");
}

TEST_CASE("the families named come first") {
    CHECK(fallback_for(U'a', "en", 700, false, {"No Such Family", "DejaVu Sans"}) == "DejaVuSans-Bold");
    CHECK(fallback_for(0x0634, "ar", 400, false, {"Vollkorn"}) == "NotoNaskhArabic-Regular");
}

TEST_CASE("what no face has is told as none") {
    CHECK(fallback_for(0x10FFFD, "en") == "none");
    CHECK(fallback_for(0x10FFFD, "") == "none");
    CHECK(fallback_for(0xFFFFFFFF, "en") == "none");
}

TEST_CASE("a font book can be asked from several threads") {
    const FontBook book;
    std::vector<std::string> names(4);
    std::vector<std::thread> threads;
    for (std::string& name : names)
        threads.emplace_back([&book, &name] {
            Diagnostics diagnostics;
            for (int weight = 100; weight <= 900; weight += 100) {
                name = face_name(book.find("Vollkorn", weight, false, diagnostics));
                (void)book.fallback(0x0634, "ar", weight, false, {});
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& name : names) CHECK(name == "Vollkorn-Black");
}
