#include "unit/typeset/text/faces.h"

#include "typeset/text/sizes.h"

#include <string>
#include <vector>

namespace {

using namespace faces;

/// The word as a shaper says it that has met it in another size before, and as one says it that has not.
bool same_after(const std::string& word, const TextFont& before, const TextFont& font, std::uint8_t level) {
    Shaper knowing(book(), {}), fresh(book(), {});
    knowing.shape(word, before, level);
    return equal(knowing.shape(word, font, level), fresh.shape(word, font, level));
}

TEST_CASE("a word in a second size is what it would be if it were shaped in that size") {
    TextFont small = vollkorn(), italic = vollkorn(), spaced = vollkorn();
    small.features = {"smcp"};
    italic.italic = true;
    spaced.tracking = 60;
    std::size_t resizable = 0, others = 0;
    for (const TextFont& font : {vollkorn(), small, italic, spaced, font("League Spartan"), font("DejaVu Sans"), font("Noto Naskh Arabic", "ar"),
                                 font("Noto Serif Devanagari", "hi")})
        for (const std::string word : {"hyphenation", "AVATAR", "office", "Wave", "nai\xCC\x88vete\xCC\x81", "To.", "\u2019tis", "\u0633\u064A\u0646\u0645\u0627",
                                       "\u0915\u094D\u0937\u0924\u094D\u0930\u093F\u092F", "\u6620\u753B", "a\u6620"})
            for (const std::int64_t size : {600'001, 655'360, 557'056, 70'001, 13'107'200}) {
                TextFont before = font, after = font;
                before.size = Length{655'361};
                after.size = Length{size};
                const std::uint8_t level = word.starts_with("\xD8") ? 1 : 0;
                CAPTURE(word);
                CAPTURE(size);
                CHECK(same_after(word, before, after, level));
                CHECK(same_after(word, after, before, level));
                Shaper s(book(), {});
                ++(resized(s.shape(word, before, level), before, after) ? resizable : others);
            }
    CHECK(resizable > 100);
    CHECK(others > 100);
}

TEST_CASE("only a size sets two fonts apart of which one is made from the other") {
    TextFont large = vollkorn(), other = vollkorn();
    large.size = Length::points(12);
    CHECK(differ_in_size_alone(vollkorn(), large));
    CHECK_FALSE(differ_in_size_alone(vollkorn(), vollkorn()));
    other.size = large.size;
    other.features = {"smcp"};
    CHECK_FALSE(differ_in_size_alone(vollkorn(), other));
}

TEST_CASE("letters that are smaller than their units are not resized") {
    Shaper s(book(), {});
    TextFont tiny = vollkorn();
    tiny.size = Length{500};
    CHECK_FALSE(resized(s.shape("dusk", tiny, 0), tiny, vollkorn()));
    CHECK(resized(s.shape("dusk", vollkorn(), 0), vollkorn(), tiny));
}

} // namespace
