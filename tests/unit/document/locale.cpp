#include <halfstar/locale.h>

#include "foundation/data/embedded.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <thread>

using namespace halfstar;

namespace {

const std::vector<std::string> languages = {"en", "fr", "de", "es", "it", "pt", "tr", "ja", "ar"};

std::set<std::string> keys_of(const Locale& locale) {
    std::set<std::string> keys;
    for (const auto& [key, words] : locale.words) keys.insert(key);
    return keys;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

Date date(int year, int month = 0, int day = 0) { return {year, month, day, {}, {}, {}}; }

Rating number(std::int32_t value, std::int32_t best) { return {{}, RatingForm::number, value, 0, best}; }
Rating letter(std::int32_t value) { return {{}, RatingForm::letter, value, 100, 1300}; }

} // namespace

TEST_CASE("all languages have the same keys, and words for each") {
    const std::set<std::string> keys = keys_of(locale_for("en"));
    CHECK(keys.size() > 80);
    for (const std::string& language : languages) {
        CAPTURE(language);
        const Locale& locale = locale_for(language);
        CHECK(locale.language == language);
        CHECK(keys_of(locale) == keys);
        for (const auto& row : locale.words) {
            CAPTURE(row.first);
            CHECK_FALSE(row.second.empty());
        }
        CHECK(std::none_of(locale.months.begin(), locale.months.end(), [](const auto& m) { return m.empty(); }));
        CHECK(std::none_of(locale.weekdays.begin(), locale.weekdays.end(), [](const auto& d) { return d.empty(); }));
    }
}

TEST_CASE("words take the same values in all languages, but for those that a language has no preposition for") {
    const Locale& english = locale_for("en");
    for (const std::string& language : languages) {
        for (const auto& row : locale_for(language).words) {
            CAPTURE(language);
            CAPTURE(row.first);
            for (const char* value : {"{}", "{1}", "{2}", "{day}", "{month}", "{year}", "{weekday}"})
                CHECK(count_of(row.second, value) == count_of(english.word(row.first), value));
        }
    }
}

TEST_CASE("every locale file is one of the languages") {
    std::size_t files = 0;
    for (const EmbeddedFile& file : embedded_files()) files += file.path.starts_with("locales/");
    CHECK(files == languages.size());
}

TEST_CASE("every key that the program asks for is there") {
    const std::regex asked("[.>]word\\(\"([a-z-]+)\"\\)");
    const Locale& english = locale_for("en");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(HALFSTAR_SOURCE_DIR "/src")) {
        if (entry.path().extension() != ".cpp") continue;
        std::ifstream file(entry.path());
        std::stringstream bytes;
        bytes << file.rdbuf();
        const std::string text = bytes.str();
        for (std::sregex_iterator match(text.begin(), text.end(), asked), end; match != end; ++match) {
            CAPTURE(entry.path().string());
            CAPTURE((*match)[1].str());
            CHECK(english.words.contains((*match)[1].str()));
        }
    }
}

TEST_CASE("a language is found by its tag or its primary subtag, else English") {
    CHECK(locale_for("pt-BR").language == "pt");
    CHECK(locale_for("FR").language == "fr");
    CHECK(locale_for("de_AT").language == "de");
    CHECK(locale_for("tlh").language == "en");
    CHECK(locale_for("").language == "en");
    CHECK(locale_for("../en").language == "en");
    CHECK(locale_for("ar").direction == Direction::right_to_left);
    CHECK(locale_for("ja").direction == Direction::left_to_right);
    CHECK(&locale_for("fr") == &locale_for("fr-CA"));
}

TEST_CASE("dates are written as the language does, without what is unknown") {
    struct Row {
        std::string language, day, first, month, year, weekday;
    };
    const Row table[] = {
        {"en", "17 December 2019", "1 May 2020", "December 2019", "2019", "Tuesday 17 December 2019"},
        {"fr", "17 décembre 2019", "1er mai 2020", "décembre 2019", "2019", "mardi 17 décembre 2019"},
        {"de", "17. Dezember 2019", "1. Mai 2020", "Dezember 2019", "2019", "Dienstag, 17. Dezember 2019"},
        {"es", "17 de diciembre de 2019", "1 de mayo de 2020", "diciembre de 2019", "2019",
         "martes, 17 de diciembre de 2019"},
        {"tr", "17 Aralık 2019", "1 Mayıs 2020", "Aralık 2019", "2019", "17 Aralık 2019 Salı"},
        {"ja", "2019年12月17日", "2020年5月1日", "2019年12月", "2019年", "2019年12月17日（火曜日）"},
    };
    for (const Row& row : table) {
        CAPTURE(row.language);
        const Locale& locale = locale_for(row.language);
        CHECK(locale.long_date(date(2019, 12, 17)) == row.day);
        CHECK(locale.long_date(date(2020, 5, 1)) == row.first);
        CHECK(locale.long_date(date(2019, 12)) == row.month);
        CHECK(locale.long_date(date(2019)) == row.year);
        CHECK(locale.weekday_date(date(2019, 12, 17)) == row.weekday);
        CHECK(locale.weekday_date(date(2019, 12)) == row.month);
    }
    CHECK(locale_for("en").long_date(date(2019, 13, 1)) == "2019");
}

TEST_CASE("weekdays are right, and unknown when the day is") {
    CHECK(Locale::weekday(date(2019, 12, 17)) == 1);
    CHECK(Locale::weekday(date(2000, 2, 29)) == 1);
    CHECK(Locale::weekday(date(1895, 12, 28)) == 5);
    CHECK(Locale::weekday(date(1970, 1, 1)) == 3);
    CHECK(Locale::weekday(date(2024, 3, 1)) == 4);
    CHECK_FALSE(Locale::weekday(date(2019, 12)));
    CHECK_FALSE(Locale::weekday(date(2019)));
    CHECK_FALSE(Locale::weekday(date(2019, 2, 29)));
    CHECK_FALSE(Locale::weekday(date(2019, 13, 1)));
}

TEST_CASE("ratings are said aloud in the language's own order and marks") {
    CHECK(locale_for("en").spoken_rating(number(450, 500)) == "4.5 out of 5");
    CHECK(locale_for("fr").spoken_rating(number(450, 500)) == "4,5 sur 5");
    CHECK(locale_for("de").spoken_rating(number(325, 400)) == "3,25 von 4");
    CHECK(locale_for("tr").spoken_rating(number(450, 500)) == "5 üzerinden 4,5");
    CHECK(locale_for("ja").spoken_rating(number(8000, 10000)) == "100点満点中80点");
    CHECK(locale_for("en").spoken_rating(letter(1300)) == "grade A+");
    CHECK(locale_for("en").spoken_rating(letter(100)) == "grade F");
    CHECK(locale_for("de").spoken_rating(letter(800)) == "Note B−");
}

TEST_CASE("decimals lose their empty places") {
    const Locale& english = locale_for("en");
    CHECK(english.decimal(0) == "0");
    CHECK(english.decimal(400) == "4");
    CHECK(english.decimal(425) == "4.25");
    CHECK(english.decimal(405) == "4.05");
    CHECK(english.decimal(-50) == "−0.5");
    CHECK(locale_for("it").decimal(450) == "4,5");
}

TEST_CASE("roles have a label before names and a short one") {
    const Locale& english = locale_for("en");
    CHECK(english.role_label(Role::director) == "Directed by");
    CHECK(english.short_role_label(Role::cinematographer) == "camera");
    CHECK(locale_for("de").role_label(Role::cinematographer) == "Kamera");
    for (int role = 0; role <= static_cast<int>(Role::other); ++role) {
        CHECK_FALSE(english.role_label(static_cast<Role>(role)).empty());
        CHECK_FALSE(english.short_role_label(static_cast<Role>(role)).empty());
    }
}

TEST_CASE("values fill words in turn or by number") {
    CHECK(Locale::fill("{} of {}", {"a", "b"}) == "a of b");
    CHECK(Locale::fill("{2} of {1}", {"a", "b"}) == "b of a");
    CHECK(Locale::fill("{} {x} {", {"{}"}) == "{} {x} {");
    CHECK(Locale::fill("{} and {}", {"a"}) == "a and {}");
    CHECK(Locale::fill("{9}{0}", {"a"}) == "{9}{0}");
}

TEST_CASE("French quotation marks stand off by narrow no-break spaces") {
    CHECK(locale_for("fr").word("quote-open") == "«\xE2\x80\xAF");
    CHECK(locale_for("fr").word("quote-close") == "\xE2\x80\xAF»");
}

TEST_CASE("locales may be asked for from several threads") {
    std::vector<const Locale*> found(8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < found.size(); ++i)
        threads.emplace_back([&found, i] { found[i] = &locale_for("es"); });
    for (std::thread& thread : threads) thread.join();
    CHECK(std::all_of(found.begin(), found.end(), [&](const Locale* one) { return one == found[0]; }));
}
