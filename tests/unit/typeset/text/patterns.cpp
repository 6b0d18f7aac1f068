// Our reading of dictionaries held against libhyphen's, for which they are made.
#include "typeset/text/patterns.h"

#include "foundation/base/utf8.h"

#include <doctest/doctest.h>
#include <hyphen.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace halfstar;

const std::string folder = "/usr/share/hyphen/";

struct Dictionary {
    explicit Dictionary(const std::string& path) : hyphen(hnj_hyphen_load(path.c_str()), hnj_hyphen_free) {}
    std::unique_ptr<HyphenDict, void (*)(HyphenDict*)> hyphen;

    std::string encoded(std::u32string_view word) const {
        if (hyphen->utf8 != 0) return utf8::from_utf32(word);
        std::string bytes;
        for (const char32_t c : word) bytes += static_cast<char>(static_cast<unsigned char>(c));
        return bytes;
    }

    std::vector<std::uint32_t> points(std::u32string_view word) const {
        const std::string bytes = encoded(word);
        std::string marks(bytes.size() + 5, '\0');
        char** replacements = nullptr;
        int *positions = nullptr, *cuts = nullptr;
        REQUIRE(hnj_hyphen_hyphenate2(hyphen.get(), bytes.data(), static_cast<int>(bytes.size()), marks.data(), nullptr,
                                      &replacements, &positions, &cuts) == 0);
        CHECK(replacements == nullptr); // none of these languages changes letters where it parts
        std::vector<std::uint32_t> points;
        for (std::uint32_t i = 0; i + 1 < word.size(); ++i)
            if ((marks[i] & 1) != 0) points.push_back(i + 1);
        return points;
    }
};

/// Every so many of a dictionary's patterns, without digits: runs of letters on which it has something to say.
std::vector<std::u32string> letters_of(const std::string& path, bool utf8) {
    std::vector<std::u32string> runs;
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const std::size_t each = std::ifstream(path, std::ios::ate).tellg() > 500000 ? 23 : 3;
    for (std::size_t number = 0; std::getline(file, line); ++number) {
        std::erase_if(line, [](unsigned char c) { return c < 'a' && c != '-'; });
        if (number % each != 0 || line.empty() || line.find('-') != std::string::npos) continue;
        std::u32string run(line.begin(), line.end());
        if (utf8) run = utf8::to_utf32(line);
        else std::transform(line.begin(), line.end(), run.begin(), [](char c) { return static_cast<unsigned char>(c); });
        if (run.find(U'\u2019') == std::u32string::npos) runs.push_back(run); // words are letters alone
    }
    return runs;
}

/// A ligature at a word's beginning counts as two letters for libhyphen. Words are parted behind two at least in any case.
bool begins_with_ligature(std::u32string_view word) { return word.front() >= 0xFB00 && word.front() <= 0xFB06; }

} // namespace

TEST_CASE("words are parted where libhyphen parts them: each run of letters of a pattern, and two and three together") {
    for (const std::string name : {"en_GB", "en_US", "de_DE", "fr", "es_ES", "it_IT", "pt_PT", "pt_BR"}) {
        CAPTURE(name);
        const std::string path = folder + "hyph_" + name + ".dic";
        const auto ours = Patterns::load(path);
        const Dictionary theirs(path);
        REQUIRE(ours != nullptr);
        REQUIRE(theirs.hyphen != nullptr);
        const auto runs = letters_of(path, theirs.hyphen->utf8 != 0);
        CHECK(runs.size() >= 30);
        std::size_t parted = 0;
        std::u32string before, last;
        for (const std::u32string& run : runs) {
            for (const std::u32string& word : {run, last + run, before + last + run}) {
                if (begins_with_ligature(word)) continue;
                const auto points = theirs.points(word);
                CHECK_MESSAGE(ours->points(word) == points, utf8::from_utf32(word));
                parted += points.empty() ? 0 : 1;
            }
            before = last;
            last = run;
        }
        CHECK(parted > runs.size() / 2);
    }
}

TEST_CASE("a dictionary's settings, levels and changes of spelling are read") {
    const auto points_in = [](const std::string& dictionary, std::u32string_view word) {
        const std::string path = "patterns_test.dic";
        std::ofstream(path) << dictionary;
        const auto patterns = Patterns::load(path);
        std::remove(path.c_str());
        REQUIRE(patterns != nullptr);
        return patterns->points(word);
    };
    using Points = std::vector<std::uint32_t>;
    CHECK(points_in("UTF-8\na1b1c1d1e\n", U"abcde") == Points{2, 3});
    CHECK(points_in("UTF-8\r\na1b1c1d1e\r\n", U"abcde") == Points{2, 3});
    CHECK(points_in("UTF-8\nLEFTHYPHENMIN 3\na1b1c1d1e\n", U"abcde") == Points{3});
    CHECK(points_in("UTF-8\nRIGHTHYPHENMIN 3\n% a comment\na1b1c1d1e\n", U"abcde") == Points{2});
    CHECK(points_in("UTF-8\n.ab1c\nb2c\n", U"abcde") == Points{2}); // the longest run that begins a pattern counts
    CHECK(points_in("UTF-8\ncd1e.\n", U"abcdef").empty());
    CHECK(points_in("UTF-8\nff1f/ff=f,1,2\na1f\n", U"aaffft") == Points{2}); // its spelling would change: left out
    CHECK(points_in("UTF-8\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 3\nabcd1\nNEXTLEVEL\na1b1c1d\n1e1f1g1h1\n", U"abcdefgh") ==
          Points{4, 6});
    CHECK(Patterns::load("nowhere.dic") == nullptr);
}
