#include "unit/typeset/text/faces.h"

#include <string>

namespace {

using namespace faces;

Shaper shaper() { return Shaper(book(), {}); }

TEST_CASE("letters stand one after the other, each with its bytes") {
    Shaper s = shaper();
    const ShapedWord& word = s.shape("dusk", vollkorn(), 0);
    REQUIRE(word.runs.size() == 1);
    CHECK(clusters(word, "dusk") == "d|u|s|k");
    CHECK(word.runs[0].size == Length::points(10));
    CHECK_FALSE(word.runs[0].right_to_left);
    CHECK(word.width == word.runs[0].width);
    Length x{-1};
    for (const Glyph& glyph : word.runs[0].glyphs) {
        CHECK(glyph.id != 0);
        CHECK(glyph.x > x);
        x = glyph.x;
    }
}

TEST_CASE("places are the font's units at the size, to the nearest unit") {
    Shaper s = shaper();
    TextFont f = vollkorn();
    f.size = Length{600'001};
    const std::int64_t em = f.face->metrics().units_per_em;
    const std::int64_t advance = f.face->advance(f.face->glyph(U'n'));
    CHECK(s.shape("n", f, 0).width.units == (advance * 600'001 + em / 2) / em);
    CHECK(s.shape("nn", f, 0).width.units == (2 * advance * 600'001 + em / 2) / em);
}

TEST_CASE("letters are kerned") {
    Shaper s = shaper();
    TextFont f = vollkorn();
    const Length apart = s.shape("A", f, 0).width + s.shape("V", f, 0).width;
    CHECK(s.shape("AV", f, 0).width < apart);
    f.features = {"-kern"};
    CHECK(s.shape("AV", f, 0).width == apart);
}

TEST_CASE("what is known of the width before a cut is what that part has on its own") {
    Shaper s = shaper();
    TextFont spaced = vollkorn(), small = vollkorn();
    spaced.tracking = 60;
    small.features = {"smcp"};
    std::size_t known = 0, unknown = 0;
    for (const TextFont& f : {vollkorn(), spaced, small, font("League Spartan"), font("DejaVu Sans"), font("Noto Naskh Arabic", "ar")})
        for (const std::string word : {"hyphenation", "AVATAR", "office", "fluffy", "Wave", "naïveté", "To.", "raffle", "سينما", "क्षत्रिय"}) {
            const ShapedWord& whole = s.shape(word, f, word == "سينما" ? 1 : 0);
            for (std::uint32_t cut = 1; cut < word.size(); ++cut) {
                if ((static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80) continue;
                const std::optional<Length> before = whole.width_before(cut);
                ++(before ? known : unknown);
                CAPTURE(word);
                CAPTURE(cut);
                if (before) CHECK(*before == s.shape(std::string_view(word).substr(0, cut), f, 0).width);
            }
        }
    CHECK(known > 100);
    CHECK(unknown > 20); // kerned pairs, ligatures, letters that join
    CHECK_FALSE(s.shape(std::string(80, 'n'), vollkorn(), 0).width_before(70));
}

TEST_CASE("a ligature is one glyph that shows all its letters") {
    Shaper s = shaper();
    const ShapedWord& word = s.shape("office", vollkorn(), 0);
    CHECK(clusters(word, "office") == "o|ffi|c|e");
    CHECK(ids(word).size() == 4);
    CHECK(clusters(s.shape("fluff", vollkorn(), 0), "fluff") == "fl|u|ff");
}

TEST_CASE("letters with air between them are not tied") {
    Shaper s = shaper();
    TextFont f = vollkorn();
    f.features = {"-liga", "-kern"};
    const Length plain = s.shape("office", f, 0).width;
    f.tracking = 50;
    f.features = {"-kern"};
    const ShapedWord& word = s.shape("office", f, 0);
    CHECK(clusters(word, "office") == "o|f|f|i|c|e");
    CHECK(word.width == plain + Length::points(0.5) * 6);
    CHECK(s.space(s.number(f)) == s.space(s.number(vollkorn())) + Length::points(0.5));
}

TEST_CASE("small capitals are the font's own") {
    Shaper s = shaper();
    TextFont f = vollkorn();
    const std::vector<std::uint32_t> lower = ids(s.shape("abc", f, 0)), upper = ids(s.shape("ABC", f, 0));
    f.features = {"smcp"};
    CHECK(ids(s.shape("abc", f, 0)) != lower);
    CHECK(ids(s.shape("ABC", f, 0)) == upper);
    CHECK(clusters(s.shape("abc", f, 0), "abc") == "a|b|c");
    f.features = {"smcp", "c2sc"};
    CHECK(ids(s.shape("ABC", f, 0)) == ids(s.shape("abc", f, 0)));
}

TEST_CASE("figures are as the features ask") {
    Shaper s = shaper();
    const auto figures = [&](std::vector<std::string> features) {
        TextFont f = vollkorn();
        f.features = std::move(features);
        return ids(s.shape("2019", f, 0));
    };
    CHECK(figures({"onum"}) != figures({"lnum"}));
    CHECK(figures({"onum", "ss11"}) != figures({"onum"})); // a one that is no small capital I
    TextFont f = vollkorn();
    f.features = {"lnum", "tnum"};
    CHECK(s.shape("1111", f, 0).width == s.shape("8888", f, 0).width);
}

TEST_CASE("a letter and its accent are one cluster in one face") {
    Shaper s = shaper();
    const std::string text = "e\u0301te\u0301"; // été, decomposed
    const ShapedWord& word = s.shape(text, vollkorn(), 0);
    CHECK(clusters(word, text) == "e\u0301|t|e\u0301");
    CHECK(names(word) == "Vollkorn-Regular");
    CHECK(ids(word) == ids(s.shape("été", vollkorn(), 0)));
}

TEST_CASE("what the face lacks is set in another, as high as the text") {
    Shaper s = shaper();
    const TextFont f = font("League Spartan");
    const ShapedWord& word = s.shape("Сталкер", f, 0);
    REQUIRE(word.runs.size() == 1);
    CHECK(word.runs[0].face != f.face);
    const FaceMetrics& own = f.face->metrics();
    const FaceMetrics& other = word.runs[0].face->metrics();
    const double wanted = 10.0 * own.x_height / own.units_per_em;
    const double got = word.runs[0].size.to_points() * other.x_height / other.units_per_em;
    CHECK(got == doctest::Approx(wanted).epsilon(0.002));
    CHECK(s.take_missing().empty());
}

TEST_CASE("Arabic runs from the right and its letters join") {
    Shaper s = shaper();
    const std::string text = "سينما";
    const ShapedWord& word = s.shape(text, font("Vollkorn", "ar"), 1);
    REQUIRE(word.runs.size() == 1);
    CHECK(word.runs[0].right_to_left);
    CHECK(clusters(word, text) == "ا|م|ن|ي|س");
    const std::vector<std::uint32_t> joined = ids(word);
    const std::vector<std::uint32_t> alone = ids(s.shape("س", font("Vollkorn", "ar"), 1));
    CHECK(joined.back() != alone.front());
    const std::vector<Glyph> glyphs = word.runs[0].glyphs.all();
    CHECK(glyphs.front().x < glyphs.back().x);
}

TEST_CASE("no air comes between letters that touch") {
    Shaper s = shaper();
    TextFont f = font("Vollkorn", "ar");
    const Length plain = s.shape("سينما", f, 1).width;
    f.tracking = 100;
    CHECK(s.shape("سينما", f, 1).width == plain);
}

TEST_CASE("air between letters from the right adds up as from the left") {
    Shaper s = shaper();
    TextFont f = font("Vollkorn", "he");
    const std::string text = "סרט";
    const Length plain = s.shape(text, f, 1).width;
    f.tracking = 100;
    const ShapedWord& word = s.shape(text, f, 1);
    CHECK(word.width == plain + Length::points(1) * 3);
    CHECK((*word.runs[0].glyphs.begin()).x >= Length::points(1)); // behind its last letter, that is to its left
}

TEST_CASE("Devanagari keeps syllables whole where vowels change places") {
    Shaper s = shaper();
    const std::string text = "हिन्दी";
    const ShapedWord& word = s.shape(text, font("Vollkorn", "hi"), 0);
    REQUIRE(word.runs.size() == 1);
    CHECK(clusters(word, text).substr(0, std::string("हि|").size()) == "हि|"); // the vowel stands before its consonant
    CHECK(s.take_missing().empty());
}

TEST_CASE("Japanese fills the em at 92 percent") {
    Shaper s = shaper();
    const std::string text = "東京物語";
    const ShapedWord& word = s.shape(text, font("Vollkorn", "ja"), 0);
    REQUIRE(word.runs.size() == 1);
    CHECK(clusters(word, text) == "東|京|物|語");
    CHECK(word.runs[0].size == Length::points(9.2));
    CHECK(word.width.to_points() == doctest::Approx(4 * 9.2).epsilon(0.001));
}

TEST_CASE("the language chooses among forms of a character") {
    Shaper s = shaper();
    const std::string japanese = names(s.shape("直", font("Vollkorn", "ja"), 0));
    const std::string chinese = names(s.shape("直", font("Vollkorn", "zh-Hans"), 0));
    CHECK(japanese != chinese);
}

TEST_CASE("an emoji of several parts is one picture") {
    Shaper s = shaper();
    for (const std::string text : {"👩‍💻", "🇫🇷", "👍🏽", "❤️", "1️⃣", "🎬"}) {
        CAPTURE(text);
        const ShapedWord& word = s.shape(text, vollkorn(), 0);
        CHECK(clusters(word, text) == text);
        CHECK(ids(word).size() == 1);
        REQUIRE(word.runs.size() == 1);
        CHECK(word.runs[0].face->outline_kind() == OutlineKind::bitmap);
    }
}

TEST_CASE("a word in two scripts has a run for each face") {
    Shaper s = shaper();
    const std::string text = "Ran乱!";
    const ShapedWord& word = s.shape(text, font("Vollkorn", "ja"), 0);
    CHECK(clusters(word, text) == "R|a|n||乱||!");
    CHECK(word.runs[0].face == word.runs[2].face);
    Length sum;
    for (const ShapedRun& run : word.runs) {
        CHECK((*run.glyphs.begin()).x == sum);
        sum += run.width;
    }
    CHECK(word.width == sum);
}

TEST_CASE("what no face has is not set and is told") {
    Shaper s = shaper();
    const std::string text = "a\U0010FFFDb"; // a private character
    const ShapedWord& word = s.shape(text, vollkorn(), 0);
    CHECK(ids(word).size() == 2);
    CHECK(word.missing == std::vector<char32_t>{0x10FFFD});
    CHECK(s.take_missing() == std::vector<char32_t>{0x10FFFD});
    CHECK(s.take_missing().empty());
    s.shape(text, vollkorn(), 0); // from the cache: told again
    CHECK(s.take_missing() == std::vector<char32_t>{0x10FFFD});
    for (const std::uint32_t id : ids(word)) CHECK(id != 0);
}

TEST_CASE("characters that are not seen leave no trace") {
    Shaper s = shaper();
    CHECK(ids(s.shape("ab\u200D\u2060\uFE0F", vollkorn(), 0)).size() == 2);
    CHECK(s.take_missing().empty());
    CHECK(s.shape("\u2060", vollkorn(), 0).runs.empty());
}

TEST_CASE("narrow spaces are narrower than a space in any face") {
    Shaper s = shaper();
    const ShapedWord& word = s.shape("a\u202Fb", vollkorn(), 0);
    CHECK(names(word) == "Vollkorn-Regular");
    CHECK(word.width > s.shape("ab", vollkorn(), 0).width);
    CHECK(s.take_missing().empty());
}

TEST_CASE("nothing is nothing") {
    Shaper s = shaper();
    CHECK(s.shape("", vollkorn(), 0).runs.empty());
    CHECK(s.shape("word", TextFont{}, 0).runs.empty());
    CHECK(s.space(s.number(TextFont{})) == Length{});
    CHECK(s.hyphen(TextFont{}).runs.empty());
}

TEST_CASE("bytes that are no text do no harm") {
    Shaper s = shaper();
    s.shape("\xFF\xC3", vollkorn(), 0);
    s.shape(std::string_view("a\0b", 3), vollkorn(), 1);
    CHECK(s.shape("still", vollkorn(), 0).runs.size() == 1);
}

TEST_CASE("the hyphen at a line's end stands for a soft hyphen") {
    Shaper s = shaper();
    const ShapedWord& hyphen = s.hyphen(vollkorn());
    REQUIRE(ids(hyphen).size() == 1);
    CHECK((*hyphen.runs[0].glyphs.begin()).text_begin == 0);
    CHECK((*hyphen.runs[0].glyphs.begin()).text_end == std::string("\u00AD").size());
    CHECK(hyphen.width > Length{});
    CHECK(&s.hyphen(vollkorn()) == &hyphen);
}

TEST_CASE("a word is shaped once for each font and direction") {
    Shaper s = shaper();
    const TextFont f = vollkorn();
    const ShapedWord& first = s.shape("again", f, 0);
    for (int i = 0; i < 5000; ++i) s.shape("word" + std::to_string(i), f, 0);
    CHECK(&s.shape("again", f, 0) == &first);
    CHECK(&s.shape("again", f, 2) == &first);
    CHECK(&s.shape("again", s.number(f), 0) == &first);
    TextFont bigger = f;
    bigger.size = Length::points(20);
    CHECK(s.number(bigger) != s.number(f));
    CHECK(s.shape("again", bigger, 0).width > first.width);
    CHECK(&s.shape("again", f, 1) != &first);
    CHECK(clusters(first, "again") == "a|g|a|i|n");
}

} // namespace
