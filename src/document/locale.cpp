#include <halfstar/locale.h>

#include "document/names.h"
#include "foundation/base/strings.h"
#include "foundation/data/embedded.h"
#include "foundation/data/packed_value.h"

#include <algorithm>
#include <cassert>
#include <memory>
#include <mutex>

namespace halfstar {
namespace {

constexpr std::string_view fallback = "en";

std::string path_of(std::string_view language) { return "locales/" + std::string(language) + ".yaml"; }

template <std::size_t n>
void fill_names(std::array<std::string, n>& names, const Value& value) {
    const std::vector<Value>* list = value.list();
    assert(list && list->size() == n);
    for (std::size_t i = 0; list && i < n && i < list->size(); ++i)
        if (const Scalar* name = (*list)[i].scalar()) names[i] = name->text;
}

/// The locales are the program's own and tested: what is wrong with one is a broken promise.
Locale load(const EmbeddedFile& embedded) {
    const Value file = unpacked(embedded.packed, 0);
    Locale locale;
    for (const auto& [key, value] : *file.members()) {
        if (key == "months") fill_names(locale.months, value);
        if (key == "weekdays") fill_names(locale.weekdays, value);
        const Scalar* scalar = value.scalar();
        if (scalar == nullptr) continue;
        if (key == "locale")
            locale.language = scalar->text;
        else if (key == "direction")
            locale.direction = named<Direction>(scalar->text).value_or(Direction::left_to_right);
        else
            locale.words.emplace(key, scalar->text);
    }
    return locale;
}

std::string primary_subtag(std::string_view language) {
    return ascii_lower(language.substr(0, language.find_first_of("-_")));
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool is_day(const Date& date) {
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.month < 1 || date.month > 12) return false;
    const int length = lengths[static_cast<std::size_t>(date.month - 1)] + (date.month == 2 && is_leap(date.year));
    return date.day >= 1 && date.day <= length;
}

/// The pattern with {weekday}, {day}, {month} and {year} replaced.
std::string fill_date(const Locale& locale, std::string_view pattern, const Date& date) {
    std::string out(pattern);
    if (const std::optional<int> weekday = Locale::weekday(date))
        out = replace_all(out, "{weekday}", locale.weekdays[static_cast<std::size_t>(*weekday)]);
    const std::string day = date.day == 1 ? std::string(locale.word("day-first")) : std::to_string(date.day);
    out = replace_all(out, "{day}", day);
    if (date.month >= 1 && date.month <= 12)
        out = replace_all(out, "{month}", locale.months[static_cast<std::size_t>(date.month - 1)]);
    return replace_all(out, "{year}", std::to_string(date.year));
}

/// The key of the words before names, and that of the label in a box.
struct RoleKeys {
    std::string_view before_names, in_box;
};

RoleKeys keys_of(Role role) {
    switch (role) {
    case Role::director: return {"directed-by", "role-director"};
    case Role::writer: return {"written-by", "role-writer"};
    case Role::producer: return {"produced-by", "role-producer"};
    case Role::cinematographer: return {"cinematography", "role-cinematographer"};
    case Role::editor: return {"edited-by", "role-editor"};
    case Role::composer: return {"music-by", "role-composer"};
    case Role::production_designer: return {"production-design", "role-production-designer"};
    case Role::costume_designer: return {"costumes", "role-costume-designer"};
    case Role::sound: return {"sound", "role-sound"};
    case Role::cast: return {"with", "role-cast"};
    case Role::narrator: return {"narrated-by", "role-narrator"};
    case Role::distributor: return {"distributor", "role-distributor"};
    case Role::studio: return {"studio", "role-studio"};
    case Role::other: return {"other-credit", "role-other"};
    }
    return {};
}

/// A+ to F as thirds of a letter: 100 is F, 1300 is A+.
std::string letter_grade(std::int32_t value) {
    constexpr std::array<std::string_view, 13> grades = {"F",  "D−", "D",  "D+", "C−", "C", "C+",
                                                         "B−", "B",  "B+", "A−", "A",  "A+"};
    const std::int32_t step = (std::clamp(value, 100, 1300) - 100 + 50) / 100;
    return std::string(grades[static_cast<std::size_t>(step)]);
}

} // namespace

std::string_view Locale::word(std::string_view key) const {
    const auto found = words.find(key);
    assert(found != words.end());
    return found == words.end() ? key : std::string_view(found->second);
}

std::string Locale::spoken_rating(const Rating& rating) const {
    switch (rating.form) {
    case RatingForm::number: return fill(word("out-of"), {decimal(rating.value), decimal(rating.best)});
    case RatingForm::letter: return fill(word("grade"), {letter_grade(rating.value)});
    case RatingForm::words: return rating.written;
    }
    return {};
}

std::string Locale::long_date(const Date& date) const {
    const bool has_month = date.month >= 1 && date.month <= 12;
    if (!has_month) return fill_date(*this, word("year-alone"), date);
    return fill_date(*this, word(date.day > 0 ? "date-long" : "month-year"), date);
}

std::string Locale::weekday_date(const Date& date) const {
    return weekday(date) ? fill_date(*this, word("date-weekday"), date) : long_date(date);
}

std::optional<int> Locale::weekday(const Date& date) {
    if (!is_day(date)) return std::nullopt;
    // Days since 1 March of the year 0: leap days come last in a year that begins in March.
    const std::int64_t year = date.month > 2 ? date.year : date.year - 1;
    const std::int64_t month = (date.month + 9) % 12;
    const std::int64_t days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + date.day - 1;
    return static_cast<int>((days + 2) % 7); // 1 March of the year 0 was a Wednesday
}

std::string Locale::decimal(std::int32_t hundredths) const {
    const std::int64_t size = hundredths < 0 ? -static_cast<std::int64_t>(hundredths) : hundredths;
    std::string out = (hundredths < 0 ? "−" : "") + std::to_string(size / 100);
    const std::int64_t fraction = size % 100;
    if (fraction == 0) return out;
    out += word("decimal-mark");
    out += static_cast<char>('0' + fraction / 10);
    if (fraction % 10 != 0) out += static_cast<char>('0' + fraction % 10);
    return out;
}

std::string_view Locale::role_label(Role role) const { return word(keys_of(role).before_names); }

std::string_view Locale::short_role_label(Role role) const { return word(keys_of(role).in_box); }

std::string Locale::fill(std::string_view words, std::initializer_list<std::string_view> values) {
    std::string out;
    std::size_t next = 0;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t index = values.size();
        std::size_t length = 1;
        if (words.substr(at, 2) == "{}") {
            index = next++;
            length = 2;
        } else if (words.size() - at > 2 && words[at] == '{' && words[at + 2] == '}') {
            index = static_cast<std::size_t>(words[at + 1] - '1');
            length = 3;
        }
        if (index < values.size())
            out += values.begin()[index];
        else
            out += words.substr(at, length);
        at += length;
    }
    return out;
}

const Locale& locale_for(std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const Locale>> loaded;
    std::string name = primary_subtag(language);
    if (find_embedded(path_of(name)) == nullptr) name = fallback;
    const std::lock_guard lock(mutex);
    std::unique_ptr<const Locale>& locale = loaded[name];
    if (!locale) locale = std::make_unique<const Locale>(load(*find_embedded(path_of(name))));
    return *locale;
}

} // namespace halfstar
