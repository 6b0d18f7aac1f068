#include "proof/words.h"
#include "proof/compare.h"

#include <doctest/doctest.h>

using namespace halfstar;
using namespace halfstar::proof;

namespace {

std::string joined(const Words& words) { return quoted(words, 0, words.size()); }

WordFlow flow_of(std::vector<std::string> parts) {
    WordFlow flow{"body", {}, {}, parts.size() > 1};
    std::uint32_t at = 0;
    for (const std::string& part : parts) {
        flow.parts.emplace_back();
        for (Word& word : words_of(part)) {
            word.span = {1, at, at + 1};
            ++at;
            flow.parts.back().push_back(std::move(word));
        }
    }
    return flow;
}

} // namespace

TEST_CASE("words are runs of letters, marks and digits") {
    CHECK(joined(words_of("“Don’t”, he said — 35 mm; it’s ½ past")) == "Don t he said 35 mm it s ½ past");
    CHECK(joined(words_of("e\u0301te\u0301")) == "\u00E9t\u00E9");
    CHECK(joined(words_of("trawl\u00AD\ner, trawl\u00ADer, co-\nop")) == "trawler trawler co op");
    CHECK(joined(words_of("a\u2060b c\u200Dd")) == "ab cd");
    CHECK(joined(words_of("नमस्ते दुनिया")) == "नमस्ते दुनिया");
    CHECK(words_of(" — … ").empty());
}

TEST_CASE("on paper neither spaces nor capitals count") {
    CHECK(spell(words_of("The Zone"), Spelling::exact, "en").text == " The Zone ");
    CHECK(spell(words_of("The Zone"), Spelling::letters, "en").text == "thezone");
    CHECK(spell(words_of("Straße"), Spelling::letters, "de").text ==
          spell(words_of("STRASSE"), Spelling::letters, "de").text);
    CHECK(spell(words_of("ΟΔΟΣ"), Spelling::letters, "el").text ==
          spell(words_of("οδός"), Spelling::letters, "el").text);
    CHECK(spell(words_of("İstanbul"), Spelling::letters, "tr").text ==
          spell(words_of("istanbul"), Spelling::letters, "tr").text);
}

TEST_CASE("a flow is compared with words, and the first that differ are named") {
    struct Case {
        const char* name;
        std::vector<std::string> wanted;
        std::string found;
        Spelling spelling;
        int word; ///< of the first difference; -1: none
    };
    for (const Case& each : std::vector<Case>{
             {"the same", {"a net is mended"}, "a net is mended", Spelling::exact, -1},
             {"one is lost", {"a net is mended"}, "a net mended", Spelling::exact, 2},
             {"the last is lost", {"a net is mended"}, "a net is", Spelling::exact, 3},
             {"all are lost", {"a net is mended"}, "", Spelling::exact, 0},
             {"one is shorter", {"a net is mended"}, "a ne is mended", Spelling::exact, 1},
             {"one is longer", {"a net is mended"}, "a nets is mended", Spelling::exact, 1},
             {"two are one", {"a net is mended"}, "a netis mended", Spelling::exact, 1},
             {"there are more", {"a net"}, "a net is mended", Spelling::exact, 1},
             {"parts stand among others", {"a net", "is mended"}, "x a net 1942 is mended y", Spelling::exact, -1},
             {"parts stand in another order", {"a net", "is mended"}, "is mended a net", Spelling::exact, 2},
             {"a part is no end of a word", {"net", "mended"}, "bonnet mended", Spelling::exact, 0},
             {"parts share the space between them", {"a net", "is mended"}, "a net is mended", Spelling::exact, -1},
             {"letters alone", {"a net", "is mended"}, "1 ANet 2 ismen ded", Spelling::letters, -1},
             {"a part breaks off", {"a net is mended", "well"}, "a net is well", Spelling::exact, 3},
         }) {
        CAPTURE(each.name);
        const auto difference =
            compare(flow_of(each.wanted), words_of(each.found), Among::nothing, {each.spelling, "en"});
        REQUIRE(difference.has_value() == (each.word >= 0));
        if (difference) CHECK(difference->span.begin == static_cast<std::uint32_t>(each.word));
    }
}

TEST_CASE("a difference shows the words around it") {
    const auto difference = compare(flow_of({"one two three four five six seven eight nine"}),
                                    words_of("one two three four six seven eight nine"), Among::nothing, {});
    REQUIRE(difference);
    CHECK(difference->wanted == "three four five six seven eight");
    CHECK(difference->found == "three four six seven eight nine");
}

TEST_CASE("lists of flows are compared in their order") {
    const std::vector<WordFlow> wanted{flow_of({"a"}), flow_of({"b"})};
    const auto found = [](std::vector<std::string> texts) {
        std::vector<Words> flows;
        for (const std::string& text : texts)
            flows.push_back(words_of(text));
        return flows;
    };
    CHECK_FALSE(compare(wanted, found({"a", "b"}), Among::nothing, {}));
    CHECK(compare(wanted, found({"b", "a"}), Among::nothing, {}));
    CHECK(compare(wanted, found({"a"}), Among::nothing, {}));
    CHECK(compare(wanted, found({"a", "b", "c"}), Among::nothing, {}));
    CHECK_FALSE(compare(wanted, found({"x", "a", "y", "b", "z"}), Among::others, {}));
    CHECK(compare(wanted, found({"x", "b", "a"}), Among::others, {}));
}
