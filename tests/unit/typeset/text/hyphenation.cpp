#include "typeset/text/hyphenation.h"

#include "typeset/text/patterns.h"
#include "typeset/text/syllables.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace halfstar;

std::string parted(std::string_view word, std::string_view language) {
    Hyphenator hyphenator;
    std::string result;
    std::uint32_t at = 0;
    for (const std::uint32_t point : hyphenator.points(word, language)) {
        result += word.substr(at, point - at);
        result += '-';
        at = point;
    }
    return result + std::string(word.substr(at));
}

TEST_CASE("words are parted as their language does") {
    CHECK(parted("cinematography", "en") == "cine-ma-to-graphy");
    CHECK(parted("hyphenation", "en-US") == "hy-phen-ation");
    CHECK(parted("photographer", "en-GB") != parted("photographer", "en-US"));
    CHECK(parted("Silbentrennung", "de") == "Sil-ben-tren-nung");
    CHECK(parted("cinématographe", "fr") == "ci-né-ma-to-graphe");
    CHECK(parted("fotografía", "es") == "fo-to-gra-fía");
    CHECK(parted("cinematografo", "it") == "ci-ne-ma-to-grafo");
    CHECK(parted("fotografia", "pt-BR") == "fo-to-gra-fia");
    CHECK(parted("fotografia", "pt") == "fo-to-gra-fia");
}

TEST_CASE("offsets are bytes where letters take several") {
    CHECK(parted("größtmöglich", "de") == "größt-mög-lich");
    CHECK(parted("répétition", "fr") == "ré-pé-ti-tion");
}

TEST_CASE("at least two letters stay before and three behind") {
    Hyphenator hyphenator;
    for (const char* word : {"again", "about", "every", "opera", "ideal", "any", "of", "a"})
        for (const std::uint32_t point : hyphenator.points(word, "en")) {
            CHECK(point >= 2);
            CHECK(std::string(word).size() - point >= 3);
        }
    CHECK(hyphenator.points("", "en").empty());
}

TEST_CASE("a capital at the start is no hindrance, one within is") {
    CHECK(parted("Cinematography", "en") == "Cine-ma-to-graphy");
    CHECK(parted("CINEMATOGRAPHY", "en") == "CINEMATOGRAPHY");
    CHECK(parted("CinemaScope", "en") == "CinemaScope");
    CHECK(parted("Überraschung", "de") == "Über-ra-schung");
}

TEST_CASE("words with digits or signs stay whole") {
    CHECK(parted("cinema35tography", "en") == "cinema35tography");
    CHECK(parted("cine-matography", "en") == "cine-matography");
}

TEST_CASE("what stands on either side of an apostrophe is parted by itself") {
    CHECK(parted("l’industrie", "fr") == "l’in-dus-trie");
    CHECK(parted("Hitchcock's", "en") == "Hitch-cock's");
    CHECK(parted("shouldn’t", "en") == "shouldn’t");
}

TEST_CASE("letters that a dictionary's encoding lacks leave a word whole") {
    CHECK(parted("кинематограф", "de") == "кинематограф");
}

TEST_CASE("Turkish is parted by syllables") {
    CHECK(parted("yönetmen", "tr") == "yö-net-men");
    CHECK(parted("İstanbul", "tr") == "İs-tan-bul");
    CHECK(parted("sinematografi", "tr") == "si-ne-ma-tog-rafi");
    CHECK(parted("Türkiye", "tr-TR") == "Tür-kiye");
    CHECK(parted("saatler", "tr") == "sa-at-ler");
    CHECK(parted("ışık", "tr") == "ışık");
    CHECK(turkish_syllables(U"kurtarmak") == std::vector<std::uint32_t>{3, 6});
    CHECK(turkish_syllables(U"altmış") == std::vector<std::uint32_t>{3});
    CHECK(turkish_syllables(U"tren").empty());
}

TEST_CASE("a language without patterns is said to have none") {
    Hyphenator hyphenator;
    CHECK(hyphenator.has_patterns("en"));
    CHECK(hyphenator.has_patterns("de-AT"));
    CHECK(hyphenator.has_patterns("tr"));
    CHECK_FALSE(hyphenator.has_patterns("ja"));
    CHECK_FALSE(hyphenator.has_patterns(""));
    CHECK_FALSE(hyphenator.has_patterns("../../etc"));
    CHECK(hyphenator.points("cinematography", "ja").empty());
}

TEST_CASE("a word asked for twice is parted the same") {
    Hyphenator hyphenator;
    const std::vector<std::uint32_t> first = hyphenator.points("cinematography", "en");
    CHECK(hyphenator.points("cinematography", "en") == first);
    CHECK(hyphenator.points("cinematography", "en-US") != std::vector<std::uint32_t>{});
}

TEST_CASE("language tags lead to files, the best first") {
    const auto first = [](std::string_view tag) {
        const std::vector<std::string> files = pattern_files(tag);
        return files.empty() ? std::string() : files[0];
    };
    CHECK(first("en") == "hyph_en_GB.dic");
    CHECK(first("en-US") == "hyph_en_US.dic");
    CHECK(first("en-Latn-US") == "hyph_en_US.dic");
    CHECK(first("en_IE") == "hyph_en_GB.dic");
    CHECK(first("de-CH-1996") == "hyph_de_DE.dic");
    CHECK(first("pt-BR") == "hyph_pt_BR.dic");
    CHECK(first("pt") == "hyph_pt_PT.dic");
    CHECK(first("fr") == "hyph_fr_FR.dic");
    CHECK(first("x-klingon").empty());
    CHECK(parse_language("zh-Hant-TW").region == "TW");
    CHECK(parse_language("en-a-bb").region.empty());
}

TEST_CASE("threads that ask together get what one alone would") {
    const std::vector<std::string> languages = {"en", "de", "tr", "x-klingon"};
    const auto word = [](int i) { return std::string("photo") + std::string(static_cast<std::size_t>(i % 5), 'a') + "graphy" + std::string(static_cast<std::size_t>(i % 3), 's'); };
    Hyphenator together;
    std::atomic<int> others{0};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&] {
            Hyphenator alone;
            for (int i = 0; i < 200; ++i)
                for (const std::string& language : languages)
                    if (together.points(word(i), language) != alone.points(word(i), language)) ++others;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(others == 0);
    CHECK(!together.points(word(0), "en").empty());
}

TEST_CASE("a dictionary that is not there is null") {
    CHECK(Patterns::load("/nonexistent/hyph_xx.dic") == nullptr);
}

} // namespace
