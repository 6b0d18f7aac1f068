// Every word the program itself sets, in one language: loaded from locales/LANG.yaml.
#pragma once

#include "piece.h"

#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

struct Locale {
    std::string language; ///< BCP 47: "en", "pt"
    Direction direction = Direction::left_to_right;
    std::array<std::string, 12> months;
    std::array<std::string, 7> weekdays; ///< Monday first
    /// Key of the yaml file ("directed-by", "contents", "out-of") to words; `{}` in them takes values.
    std::map<std::string, std::string, std::less<>> words;

    /// The words for `key`; a key that the table lacks is a broken promise and asserts.
    std::string_view word(std::string_view key) const;
    /// "4.5 out of 5", "grade B+": how a rating is said aloud.
    std::string spoken_rating(const Rating& rating) const;
    /// "17 December 2019", in the language's own order; what is unknown is left out.
    std::string long_date(const Date& date) const;
    /// Monday is 0; none when the day is unknown.
    static std::optional<int> weekday(const Date& date);
    /// A number with the language's decimal mark: hundredths 450 is "4.5" or "4,5".
    std::string decimal(std::int32_t hundredths) const;
    /// "Tuesday 17 December 2019"; as long_date where the day is unknown.
    std::string weekday_date(const Date& date) const;
    /// The label of a role before names: "Directed by", "Kamera".
    std::string_view role_label(Role role) const;
    /// The label of a role in a box of credits: "directed", "camera".
    std::string_view short_role_label(Role role) const;
    /// `words` with each `{}` replaced by the next value, and `{1}`, `{2}` by the first and the second.
    static std::string fill(std::string_view words, std::initializer_list<std::string_view> values);
};

/// The locale of the language, or of its primary subtag, else English. Lives as long as the program.
const Locale& locale_for(std::string_view language);

} // namespace halfstar
