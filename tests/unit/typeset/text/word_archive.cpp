#include "typeset/text/word_archive.h"

#include "unit/typeset/text/faces.h"

namespace {

using namespace faces;

TEST_CASE("a word comes out of the archive as it went in") {
    TextFont italic = vollkorn(), spaced = vollkorn();
    italic.italic = true;
    spaced.tracking = 60;
    std::size_t kept = 0;
    for (const TextFont& font : {vollkorn(), italic, spaced, font("League Spartan"), font("Noto Naskh Arabic", "ar"), font("Noto Serif Devanagari", "hi")})
        for (const std::string word : {"hyphenation", "AVATAR", "office", "nai\xCC\x88vete\xCC\x81", "\u2019tis", "\u0633\u064A\u0646\u0645\u0627",
                                       "\u0915\u094D\u0937\u0924\u094D\u0930\u093F\u092F", "\u6620\u753B", "a\u6620"}) {
            CAPTURE(word);
            const std::uint8_t level = word.starts_with("\xD8") ? 1 : 0;
            Shaper s(book(), {});
            const ShapedWord& shaped = s.shape(word, font, level);
            WordArchive archive;
            archive.add({word, 3, level}, shaped, font.face);
            const std::optional<ShapedWord> found = archive.find({word, 3, level}, font.face);
            CHECK(found.has_value() == (shaped.runs.size() == 1 && shaped.missing.empty() && shaped.runs.front().face == font.face));
            if (found) CHECK(equal(*found, shaped));
            kept += found ? 1 : 0;
        }
    CHECK(kept > 20); // most scripts have a face of their own, others than the font's
}

TEST_CASE("an archive tells words apart by letters, font and way, however many there are") {
    Shaper s(book(), {});
    const TextFont font = vollkorn();
    WordArchive archive;
    const ShapedWord &one = s.shape("one", font, 0), &other = s.shape("other", font, 0);
    CHECK_FALSE(archive.find({"word0", 0, 0}, font.face));
    for (int i = 0; i < 5000; ++i) archive.add({"word" + std::to_string(i), static_cast<std::uint32_t>(i % 3), 0}, i % 2 == 0 ? one : other, font.face);
    archive.add({"word0", 0, 0}, other, font.face); // it is there
    for (int i = 0; i < 5000; i += 7) {
        const std::string word = "word" + std::to_string(i);
        const auto number = static_cast<std::uint32_t>(i % 3);
        const std::optional<ShapedWord> found = archive.find({word, number, 0}, font.face);
        REQUIRE(found);
        CHECK(equal(*found, i % 2 == 0 ? one : other));
        CHECK_FALSE(archive.find({word, number + 1, 0}, font.face));
        CHECK_FALSE(archive.find({word, number, 1}, font.face));
        CHECK_FALSE(archive.find({word + "x", number, 0}, font.face));
    }
}

} // namespace
