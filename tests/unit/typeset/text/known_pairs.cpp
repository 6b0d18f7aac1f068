// Words that are put together from pairs, held against HarfBuzz's.
#include "typeset/text/known_pairs.h"

#include "typeset/text/shape_plans.h"
#include "unit/typeset/text/faces.h"

#include <hb.h>

#include <string>
#include <thread>
#include <vector>

namespace {

using namespace faces;

constexpr std::size_t worth_reading = 16; ///< words before a font's lookups are read

struct Pairs {
    explicit Pairs(const Face& of) : face(of), plan(hb_shape_plan_create_cached(of.hb_face(), &about(), nullptr, 0, nullptr)), known(shared.of(plan, of)) {}

    static const hb_segment_properties_t& about() {
        static const hb_segment_properties_t latin = [] {
            hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
            properties.direction = HB_DIRECTION_LTR;
            properties.script = HB_SCRIPT_LATIN;
            properties.language = hb_language_from_string("en", -1);
            return properties;
        }();
        return latin;
    }

    bool place(std::string_view word) { return known.place(word, 0, static_cast<std::uint32_t>(word.size()), placed); }

    void learn(std::string_view word) {
        hb_buffer_t* buffer = hb_buffer_create();
        hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0, -1);
        hb_buffer_set_segment_properties(buffer, &about());
        hb_shape_plan_execute(plan, face.hb_font(), buffer, nullptr, 0);
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
        const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
        std::vector<PlacedGlyph> glyphs;
        for (unsigned i = 0; i < count; ++i)
            glyphs.push_back({infos[i].codepoint, places[i].x_advance, places[i].x_offset, places[i].y_offset, infos[i].cluster, 0,
                              (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0});
        hb_buffer_destroy(buffer);
        known.learn(word, 0, static_cast<std::uint32_t>(word.size()), glyphs);
    }

    const Face& face;
    SharedPairs shared;
    hb_shape_plan_t* plan;
    KnownPairs& known;
    std::vector<PlacedGlyph> placed;
};

std::vector<std::string> words(std::uint32_t seed, int count) {
    const std::vector<std::string> letters = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x",
                                              "y", "z", "A", "F", "L", "Q", "R", "T", "V", "W", "Y", "é", "ø", "ß", "ł", "’", "”", ".", ",", "-", "—", "1", "7", "/", "o", "e"};
    std::vector<std::string> made;
    for (int i = 0; i < count; ++i) {
        std::string word;
        seed = seed * 1664525u + 1013904223u;
        for (std::uint32_t length = 1 + (seed >> 24) % 9; length > 0; --length) {
            seed = seed * 1664525u + 1013904223u;
            word += letters[(seed >> 16) % letters.size()];
        }
        made.push_back(word);
    }
    return made;
}

} // namespace

TEST_CASE("a word is put together once its pairs are known from others") {
    Pairs pairs(*vollkorn().face);
    for (std::size_t i = 0; i < worth_reading; ++i) CHECK_FALSE(pairs.place("AVE"));
    pairs.learn("CAVE");
    pairs.learn("nave");
    CHECK(pairs.place("AV"));
    REQUIRE(pairs.placed.size() == 2);
    CHECK(pairs.placed[0].advance < pairs.face.advance(pairs.placed[0].id)); // kerned
    CHECK(pairs.placed[1].is_joined);
    CHECK(pairs.place("aven") == false); // "en" was not met
    CHECK(pairs.place("ave"));
    CHECK(pairs.placed[2].begin == 2);
    CHECK(pairs.placed[2].end == 3);
}

TEST_CASE("letters that others change are left to HarfBuzz, however often they were met") {
    Pairs pairs(*vollkorn().face);
    for (std::size_t i = 0; i < worth_reading; ++i) (void)pairs.place("on");
    for (const std::string word : {"office", "often", "e\u0301te\u0301", "a\u00ADb", "on\u200Don", "\u202Eon", "क्षत्रिय"}) {
        pairs.learn(word);
        CAPTURE(word);
        CHECK_FALSE(pairs.place(word));
    }
    pairs.learn("on");
    CHECK(pairs.place("on"));
}

TEST_CASE("a font that is kerned in another way is left to HarfBuzz") {
    const TextFont f = font("DejaVu Sans");
    REQUIRE_FALSE(f.face->table("kern").empty());
    Pairs pairs(*f.face);
    for (std::size_t i = 0; i <= worth_reading; ++i) {
        CHECK_FALSE(pairs.place("on"));
        pairs.learn("on");
    }
}

TEST_CASE("whatever was shaped before, a word is as HarfBuzz alone shapes it") {
    TextFont old_figures = vollkorn(), small = vollkorn(), spaced = vollkorn(), unkerned = vollkorn();
    old_figures.features = {"liga", "onum", "ss11"};
    small.features = {"smcp", "c2sc"};
    spaced.tracking = 60;
    unkerned.features = {"-kern", "dlig"};
    std::size_t different = 0, all = 0;
    for (const TextFont& f : {vollkorn(), old_figures, small, spaced, unkerned, font("Vollkorn", "en", 700), font("League Spartan"), font("League Spartan", "tr", 700),
                              font("DejaVu Sans"), font("DejaVu Sans Mono"), font("Bebas Neue"), font("Noto Sans"), font("Noto Naskh Arabic", "ar")}) {
        Shaper practised(book(), {});
        for (const std::string& word : words(7, 3000)) practised.shape(word, f, 0);
        for (const std::string& word : words(99, 400)) {
            Shaper fresh(book(), {}); // too few words for it to know any pair
            CAPTURE(word);
            CAPTURE(f.face->postscript_name());
            const bool same = equal(practised.shape(word, f, 0), fresh.shape(word, f, 0));
            CHECK(same);
            different += same ? 0 : 1;
            ++all;
        }
    }
    CHECK(different == 0);
    CHECK(all == 13 * 400);
}

TEST_CASE("threads learn pairs together") {
    const TextFont f = vollkorn();
    const Shaper first(book(), {});
    std::vector<std::thread> threads;
    for (std::uint32_t t = 0; t < 4; ++t)
        threads.emplace_back([&first, &f, t] {
            Shaper sibling(first);
            for (const std::string& word : words(t, 2000)) sibling.shape(word, f, 0);
        });
    for (std::thread& thread : threads) thread.join();
    Shaper after(first);
    for (const std::string& word : words(5, 200)) {
        Shaper fresh(book(), {});
        CAPTURE(word);
        CHECK(equal(after.shape(word, f, 0), fresh.shape(word, f, 0)));
    }
}
