#include "foundation/unicode/text.h"

#include "foundation/base/strings.h"
#include "foundation/base/utf8.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>

using namespace halfstar;
using namespace halfstar::unicode;

namespace {

std::string joined(const std::vector<std::string>& parts) { return join(parts, "|"); }

/// The text with `|` where a line may end and `!` where it must.
std::string with_breaks(std::string_view text, std::string_view language = "en") {
    std::string out;
    std::size_t from = 0;
    for (const BreakOpportunity& b : break_opportunities(text, language)) {
        out.append(text.substr(from, b.offset - from)).append(b.kind == BreakKind::mandatory ? "!" : "|");
        from = b.offset;
    }
    return out.append(text.substr(from));
}

std::string levels_of(std::string_view text, std::uint8_t base) {
    std::string out;
    for (const LevelRun& run : bidi_levels(text, base))
        out += std::to_string(run.level) + "[" + std::string(text.substr(run.begin, run.end - run.begin)) + "]";
    return out;
}

std::string scripts_of(std::string_view text) {
    std::string out;
    for (const ScriptRun& run : script_runs(text))
        out += std::string(run.tag) + "[" + std::string(text.substr(run.begin, run.end - run.begin)) + "]";
    return out;
}

} // namespace

TEST_CASE("words are runs of letters, marks and digits") {
    CHECK(joined(words("“Don't look now,” she said — 3.5 stars ★★★½!")) == "Don't|look|now|she|said|3.5|stars|½");
    CHECK(joined(words("L’Été e\xCC\x81t\xC3\xA9")) == "L’Été|e\xCC\x81té");
    CHECK(joined(words("… — ★ !")).empty());
    CHECK(words("").empty());
    CHECK(words("東京物語を見た。").size() >= 3);
    CHECK(joined(words("a-b a_b")) == "a|b|a_b");
}

TEST_CASE("lines may end where UAX 14 says") {
    CHECK(with_breaks("The Zone breathes.") == "The |Zone |breathes.");
    CHECK(with_breaks("well-known") == "well-|known");
    CHECK(with_breaks("a\xC2\xA0" "b c") == "a\xC2\xA0" "b |c");
    CHECK(with_breaks("one\ntwo") == "one\n!two");
    CHECK(with_breaks("so—and so") == "so|—|and |so");
    CHECK(with_breaks("東京物語", "ja") == "東|京|物|語");
    CHECK(with_breaks("物語。", "ja") == "物|語。");
    CHECK(with_breaks("").empty());
    CHECK(with_breaks("word").find('|') == std::string::npos);
    CHECK(with_breaks("a b", "no such language!") == "a |b");
}

TEST_CASE("bidi levels are runs in logical order") {
    CHECK(levels_of("plain – “text”", 0) == "0[plain – “text”]");
    CHECK(levels_of("see שלום 12 now", 0) == "0[see ]1[שלום ]2[12]0[ now]");
    CHECK(levels_of("שלום abc", 1) == "1[שלום ]2[abc]");
    CHECK(levels_of("abc", 1) == "2[abc]");
    CHECK(bidi_levels("", 0).empty());
}

TEST_CASE("visual order turns runs by their levels") {
    CHECK(visual_order({0, 1, 0}) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(visual_order({1, 2, 1}) == std::vector<std::uint32_t>{2, 1, 0});
    CHECK(visual_order({0, 1, 2, 1, 0}) == std::vector<std::uint32_t>{0, 3, 2, 1, 4});
    CHECK(visual_order({}).empty());
    CHECK(visual_order({255, 255}).size() == 2);
}

TEST_CASE("the first strong character gives the direction") {
    CHECK(first_strong_level("«Stalker»") == 0);
    CHECK(first_strong_level("12 — שלום abc") == 1);
    CHECK(first_strong_level("مرحبا") == 1);
    CHECK(first_strong_level("123 …") == 0);
    CHECK(first_strong_level("\xE2\x81\xA7" "abc\xE2\x81\xA9 שלום") == 1); // what an isolate holds does not count
}

TEST_CASE("common characters join the script beside them") {
    CHECK(scripts_of("Hello, мир!") == "Latn[Hello, ]Cyrl[мир!]");
    CHECK(scripts_of("“東京” is") == "Hani[“東京” ]Latn[is]");
    CHECK(scripts_of("12 ★") == "Zyyy[12 ★]");
    CHECK(scripts_of("e\xCC\x81") == "Latn[e\xCC\x81]");
    CHECK(scripts_of("").empty());
}

TEST_CASE("grapheme boundaries are a reader's characters") {
    CHECK(grapheme_boundaries("ab") == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(grapheme_boundaries("e\xCC\x81x") == std::vector<std::uint32_t>{0, 3, 4});
    CHECK(grapheme_boundaries("👩‍🚀") == std::vector<std::uint32_t>{0, 11});
    CHECK(grapheme_boundaries("") == std::vector<std::uint32_t>{0});
}

TEST_CASE("case follows the language") {
    CHECK(upper("istanbul straße", "en") == "ISTANBUL STRASSE");
    CHECK(upper("istanbul", "tr") == "İSTANBUL");
    CHECK(lower("ISPARTA", "tr") == "ısparta");
    CHECK(lower("ISPARTA", "en-GB") == "isparta");
    CHECK(upper("", "en").empty());
}

TEST_CASE("sort keys order as the language does") {
    const auto before = [](const char* a, const char* b, const char* language) {
        return sort_key(a, language) < sort_key(b, language);
    };
    CHECK(before("Amélie", "Amelie 2", "fr"));
    CHECK(before("éclipse", "Fargo", "en"));
    CHECK(before("Zodiac", "Äl", "sv"));
    CHECK(before("Äl", "Zodiac", "de"));
    CHECK(before("a", "B", "en"));
    CHECK(sort_key("same", "en") == sort_key("same", "en"));
    CHECK(before("", "a", "en"));
}

TEST_CASE("normal form C composes") {
    CHECK(normalise_nfc("e\xCC\x81") == "é");
    CHECK(normalise_nfc("plain") == "plain");
    CHECK(normalise_nfc("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB") == "한");
    CHECK(normalise_nfc("\xFF").size() == 3);
}

TEST_CASE("characters have categories") {
    CHECK(category(U'a') == Category::letter);
    CHECK(category(U'É') == Category::uppercase);
    CHECK(category(0x301) == Category::mark);
    CHECK(category(U'7') == Category::digit);
    CHECK(category(U'½') == Category::digit);
    CHECK(category(U'“') == Category::punctuation);
    CHECK(category(U'★') == Category::symbol);
    CHECK(category(U'\t') == Category::space);
    CHECK(category(0xA0) == Category::space);
    CHECK(category(0x1F3AC) == Category::emoji);
    CHECK(category(0x200D) == Category::other);
    CHECK(is_ignorable(0x200D));
    CHECK(is_ignorable(0xAD));
    CHECK(is_ignorable(0xFE0F));
    CHECK(is_ignorable(U'\n'));
    CHECK_FALSE(is_ignorable(U'a'));
    CHECK_FALSE(is_ignorable(0x6DD));
    CHECK(character_name(U'a') == "Latin small letter a");
    CHECK(character_name(0x4E00) == "CJK unified ideograph-4E00");
    CHECK(character_name(0x7) == "<control-0007>");
}

TEST_CASE("slugs are ASCII in lower case with dashes") {
    const std::pair<std::string, std::string> table[] = {
        {"Her Smell", "her-smell"},
        {"Don’t Look Now (1973)", "dont-look-now-1973"},
        {"  --L'Été / Œuvre--  ", "lete-oeuvre"},
        {"Сталкер", "stalker"},
        {"İstanbul Işık", "istanbul-isik"},
        {"東京物語", "dong-jing-wu-yu"},
        {"★★★", ""},
        {"", ""},
        {"Mission: Impossible – Fallout", "mission-impossible-fallout"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CHECK(slug(row.first) == row.second);
    }
}

TEST_CASE("Latin letters have the slugs that ICU gives them beside another script") {
    const auto check = [](char32_t c) {
        std::string word = "x";
        utf8::append(word, c);
        word += "y";
        CAPTURE(word);
        CHECK(slug(word + " 日") == slug(word) + "-ri");
    };
    for (char32_t c = 0x80; c < 0x250; ++c) check(c);
    for (char32_t c = 0x2000; c < 0x2070; ++c) check(c);
}

TEST_CASE("what cannot be composed is left as it is, and the rest is composed") {
    CHECK(normalise_nfc("“Ne’er” – naïve…") == "“Ne’er” – naïve…");
    CHECK(normalise_nfc("nai\u0308ve") == "naïve");
    CHECK(normalise_nfc("“e\u0301”") == "“é”");
    CHECK(normalise_nfc("\u2000\u2001\u212B") == "\u2002\u2003\u00C5");
    CHECK(normalise_nfc("\u1100\u1161") == "\uAC00");
}

TEST_CASE("Turkic languages have small letters of their own for ASCII's") {
    CHECK(lower("ISI", "en") == "isi");
    CHECK(lower("ISI", "tr") == "ısı");
    CHECK(lower("ISI", "az") == "ısı");
}

TEST_CASE("texts that are not UTF-8 do no harm") {
    const std::string bad = "a\xFF\xC3 \xE2\x80 b\xF0\x9F";
    CHECK(words(bad).size() >= 2);
    CHECK_FALSE(break_opportunities(bad, "en").empty());
    CHECK(bidi_levels(bad + "שלום", 0).back().end == bad.size() + 8);
    CHECK(script_runs(bad).back().end == bad.size());
    CHECK(grapheme_boundaries(bad).back() == bad.size());
    CHECK(utf8::is_valid(normalise_nfc(bad)));
    CHECK(slug(bad).find("a") == 0);
}

TEST_CASE("every thread may ask") {
    std::vector<std::string> found(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < found.size(); ++i)
        threads.emplace_back([&found, i] {
            for (int n = 0; n < 50; ++n) found[i] = with_breaks("one two three", "fr") + slug("Été");
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(std::all_of(found.begin(), found.end(), [](const auto& one) { return one == "one |two |threeete"; }));
}

TEST_CASE("more languages than are kept open are served all the same") {
    for (char a = 'a'; a <= 'z'; ++a) {
        const std::string language{a, 'x'};
        CHECK(with_breaks("a b", language) == "a |b");
        CHECK(upper("x", language) == "X");
    }
}

TEST_CASE("names of hosts are spelt as the network spells them") {
    CHECK(host_in_ascii("Example.ORG").value_or("") == "example.org");
    CHECK(host_in_ascii("bücher.example").value_or("") == "xn--bcher-kva.example");
    CHECK(host_in_ascii("BÜCHER.example").value_or("") == "xn--bcher-kva.example");
    CHECK(host_in_ascii("straße.example").value_or("") == "xn--strae-oqa.example");
    CHECK(host_in_ascii("他们为什么不说中文").value_or("") == "xn--ihqwcrb4cv8a8dqg056pqjye");
    CHECK(host_in_ascii("xn--bcher-kva").value_or("") == "xn--bcher-kva");
    CHECK(host_in_ascii("my_films.example").value_or("") == "my_films.example");
    for (const char* broken : {"", "xn--a", "xn--amailto", "a..b", "a\u2028b", "-a", "\u0301a", "a\xC3"})
        CHECK_FALSE(host_in_ascii(broken));
}

TEST_CASE("the first sentence ends with its mark, not within a number, and is all of the text where there is no other") {
    CHECK(unicode::first_sentence("It cost 3.5 million. It shows.", "en") == "It cost 3.5 million.");
    CHECK(unicode::first_sentence("Who knows? I do.", "en") == "Who knows?");
    CHECK(unicode::first_sentence("映画は終わった。観客は残った。", "ja") == "映画は終わった。");
    CHECK(unicode::first_sentence("No end in sight", "en") == "No end in sight");
    CHECK(unicode::first_sentence("", "en").empty());
}

TEST_CASE("a slug that names a file is short, and no device") {
    CHECK(unicode::file_slug("The Zone (1979)") == "the-zone-1979");
    CHECK(unicode::file_slug("Con") == "con-file");
    CHECK(unicode::file_slug("LPT1") == "lpt1-file");
    CHECK(unicode::file_slug("contact") == "contact");
    const std::string a = unicode::file_slug(std::string(300, 'x') + "a"), b = unicode::file_slug(std::string(300, 'x') + "b");
    CHECK(a.size() <= 100);
    CHECK(a != b);
    CHECK(unicode::file_slug(a) == a);
    std::string words;
    for (int i = 0; i < 40; ++i) words += "zone ";
    CHECK(unicode::file_slug(words).starts_with("zone-zone-"));
    CHECK(unicode::file_slug(words).find("--") == std::string::npos);
}
