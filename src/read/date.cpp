#include "read/date.h"

#include "foundation/base/byte_set.h"
#include "foundation/base/first_byte.h"
#include "foundation/base/strings.h"
#include "foundation/base/utc.h"
#include "foundation/base/utf8.h"
#include "foundation/unicode/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace halfstar::reading {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || text.empty() || !is_digit(text[0])) return std::nullopt;
    return value;
}

std::optional<Date> checked(int year, int month, int day) {
    if (!is_calendar_date(year, month, day)) return std::nullopt;
    Date date;
    date.year = year;
    date.month = month;
    date.day = day;
    return date;
}

/// Takes characters from the front of a text.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}
    bool done() const { return text_.empty(); }
    bool take(char c) {
        if (!text_.starts_with(c)) return false;
        text_.remove_prefix(1);
        return true;
    }
    void skip_spaces() { text_ = text_.substr(std::min(text_.find_first_not_of(' '), text_.size())); }
    /// Between `least` and `most` digits, or nothing.
    std::optional<int> digits(std::size_t least, std::size_t most) {
        std::size_t n = 0;
        while (n < text_.size() && n < most && is_digit(text_[n]))
            ++n;
        if (n < least || (n < text_.size() && is_digit(text_[n]))) return std::nullopt;
        const auto value = whole_number(text_.substr(0, n));
        text_.remove_prefix(n);
        return value;
    }
    std::string_view rest() const { return text_; }
    void skip_word(std::string_view word) {
        if (text_.starts_with(word)) skip(word.size());
    }
    void skip(std::size_t bytes) { text_.remove_prefix(std::min(bytes, text_.size())); }

private:
    std::string_view text_;
};

std::string two_digits(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

/// Takes "am" or "p.m.", and makes the hour one of twenty-four.
bool read_half_day(Cursor& cursor, int& hour) {
    cursor.skip_spaces();
    for (const char half : {'a', 'p'}) {
        const std::string letter(1, half);
        for (const std::string& written : {letter + ".m.", letter + "m"}) {
            if (!ascii_iequal(cursor.rest().substr(0, written.size()), written)) continue;
            cursor.skip(written.size());
            if (hour < 1 || hour > 12) return false;
            hour = hour % 12 + (half == 'p' ? 12 : 0);
            return true;
        }
    }
    return true;
}

/// `19:30`, `19:30:05.123`, `7:30 pm`; seconds are not kept.
bool read_time(Cursor& cursor, Date& date) {
    auto hour = cursor.digits(1, 2);
    if (!hour || *hour > 23 || !cursor.take(':')) return false;
    const auto minute = cursor.digits(2, 2);
    if (!minute || *minute > 59) return false;
    if (cursor.take(':')) {
        const auto second = cursor.digits(2, 2);
        if (!second || *second > 60) return false;
        if (cursor.take('.') && !cursor.digits(1, 9)) return false;
    }
    if (!read_half_day(cursor, *hour)) return false;
    date.time = two_digits(*hour) + ":" + two_digits(*minute);
    return true;
}

/// The offsets that RFC 2822 and its forerunners have names for, and those of the middle of Europe.
std::string_view offset_named(std::string_view zone) {
    static constexpr std::array<std::array<std::string_view, 2>, 11> zones = {{{"UT", "Z"}, {"EST", "-05:00"}, {"EDT", "-04:00"},
        {"CST", "-06:00"}, {"CDT", "-05:00"}, {"MST", "-07:00"}, {"MDT", "-06:00"}, {"PST", "-08:00"}, {"PDT", "-07:00"},
        {"CET", "+01:00"}, {"CEST", "+02:00"}}};
    for (const auto& [name, offset] : zones)
        if (name == zone) return offset;
    return {};
}

/// `Z`, `+01:00`, `+0100`, `GMT+0100 (British Summer Time)`, `UTC`, `EST`, or nothing.
bool read_offset(Cursor& cursor, Date& date) {
    cursor.skip_spaces();
    const std::size_t bracket = cursor.rest().find(" (");
    if (bracket != std::string_view::npos && cursor.rest().ends_with(')')) cursor = Cursor(cursor.rest().substr(0, bracket));
    if (cursor.done()) return true;
    for (const std::string_view zero : {"Z", "z", "UTC", "GMT"}) {
        if (!cursor.rest().starts_with(zero)) continue;
        cursor.skip(zero.size());
        date.offset = "Z";
        if (cursor.done()) return true;
    }
    if (const std::string_view offset = offset_named(cursor.rest()); !offset.empty()) {
        date.offset = offset;
        return true;
    }
    const char sign = cursor.rest()[0];
    if (!cursor.take('+') && !cursor.take('-')) return false;
    std::string digits(cursor.rest());
    std::erase(digits, ':');
    if (digits.size() == 2) digits += "00";
    const auto value = whole_number(digits);
    if (digits.size() != 4 || !value || *value / 100 > 14 || *value % 100 > 59) return false;
    date.offset = sign + two_digits(*value / 100) + ":" + two_digits(*value % 100);
    return true;
}

/// The time of day behind a day: `T19:30:00+01:00`, ` at 7:30 pm`, `, 19h30`.
bool read_clock(Cursor& cursor, Date& date) {
    if (!cursor.take('T') && !cursor.take('t') && !cursor.take(' ') && !cursor.take(',')) return false;
    cursor.skip_spaces();
    for (const std::string_view word : {"at ", "um ", "à ", "- ", "– "})
        if (cursor.rest().starts_with(word)) cursor.skip(word.size());
    cursor.skip_spaces();
    return read_time(cursor, date) && (cursor.skip_spaces(), cursor.skip_word("Uhr"), read_offset(cursor, date));
}

/// `2014-04-13T19:30:00+01:00` and its beginnings; also with `/` or `.` between.
std::optional<Date> year_first(std::string_view text) {
    Cursor cursor(text);
    const auto year = cursor.digits(4, 4);
    if (!year) return std::nullopt;
    if (cursor.done()) return checked(*year, 0, 0);
    char mark = 0;
    for (const char c : {'-', '/', '.'})
        if (mark == 0 && cursor.take(c)) mark = c;
    const auto month = mark != 0 ? cursor.digits(1, 2) : std::nullopt;
    if (!month || *month == 0) return std::nullopt;
    if (cursor.done()) return checked(*year, *month, 0);
    if (!cursor.take(mark)) return std::nullopt;
    const auto day = cursor.digits(1, 2);
    if (!day || *day == 0) return std::nullopt;
    auto date = checked(*year, *month, *day);
    if (!date || cursor.done()) return date;
    if (!read_clock(cursor, *date)) return std::nullopt;
    return date;
}

/// `20140413`.
std::optional<Date> without_marks(std::string_view text) {
    const auto number = text.size() == 8 ? whole_number(text) : std::nullopt;
    if (!number || !is_film_year(*number / 10000) || *number % 100 == 0 || *number / 100 % 100 == 0) return std::nullopt;
    return checked(*number / 10000, *number / 100 % 100, *number % 100);
}

/// Seconds since 1970, as programs write them: ten digits, from 2001 on.
std::optional<Date> since_1970(std::string_view text) {
    const auto seconds = text.size() == 10 ? whole_number(text) : std::nullopt;
    if (!seconds || *seconds < 1'000'000'000) return std::nullopt;
    const UtcTime time = utc_time(*seconds);
    auto date = checked(time.year, time.month, time.day);
    if (!date) return std::nullopt;
    date->time = two_digits(time.hour) + ":" + two_digits(time.minute);
    date->offset = "Z";
    return date;
}

/// Two digits are of this century, or of the last when that one is not so far.
int century_of(int two_digits) { return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits; }

std::optional<int> year_of(Cursor& cursor) {
    const std::size_t digits = cursor.rest().find_first_not_of("0123456789");
    if (std::min(digits, cursor.rest().size()) == 2) {
        const auto two = cursor.digits(2, 2);
        return two ? std::optional(century_of(*two)) : std::nullopt;
    }
    return cursor.digits(4, 4);
}

/// `15/03/2019`, `15.3.2019`, `3-15-2019`, `15/03/19`, with a time behind.
std::optional<Date> year_last(std::string_view text) {
    Cursor cursor(text);
    const auto first = cursor.digits(1, 2);
    if (!first) return std::nullopt;
    char mark = 0;
    for (const char c : {'-', '/', '.'})
        if (mark == 0 && cursor.take(c)) mark = c;
    if (mark == 0) return std::nullopt;
    cursor.skip_spaces();
    const auto second = cursor.digits(1, 2);
    if (!second || !cursor.take(mark)) return std::nullopt;
    cursor.skip_spaces();
    const auto year = year_of(cursor);
    if (!year || *first == 0 || *second == 0) return std::nullopt;
    auto date = *second > 12 ? checked(*year, *first, *second) : checked(*year, *second, *first);
    if (!date) return std::nullopt;
    date->order = *second > 12           ? NumericOrder::month_first
                  : *first > 12          ? NumericOrder::day_first
                  : *first == *second    ? NumericOrder::none
                  // A point is the mark of languages that put the day first.
                  : mark == '.'          ? NumericOrder::none
                                         : NumericOrder::either;
    if (!cursor.done() && !read_clock(cursor, *date)) return std::nullopt;
    return date;
}

/// Months in English, German, French, Spanish, Italian, Portuguese, Turkish, Dutch and Swedish, in lower case.
constexpr std::array<std::string_view, 12> month_names = {
    "january januar jänner janvier enero gennaio janeiro ocak januari",
    "february februar février fevrier febrero febbraio fevereiro şubat subat februari",
    "march märz mars marzo março marco mart maart",
    "april avril abril aprile nisan",
    "may mai mayo maggio maio mayıs mayis mei maj",
    "june juni juin junio giugno junho haziran",
    "july juli juillet julio luglio julho temmuz",
    "august août aout agosto ağustos agustos augustus augusti",
    "september sept septembre septiembre settembre setembro eylül eylul",
    "october oktober octobre octubre ottobre outubro ekim",
    "november novembre noviembre novembro kasım kasim",
    "december dezember décembre decembre diciembre dicembre dezembro aralık aralik",
};

/// 1-12 for a month's name, or for three letters or more that begin the names of one month only.
int month_of(std::string_view written) {
    const std::string word = unicode::lower(written, "en");
    if (utf8::count(word) < 3) return 0;
    int found = 0;
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        for (std::string_view rest = month_names[i], name; !rest.empty();) {
            name = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(name.size() + 1, rest.size()));
            if (name == word) return static_cast<int>(i) + 1;
            if (!name.starts_with(word)) continue;
            if (found != 0 && found != static_cast<int>(i) + 1) return 0;
            found = static_cast<int>(i) + 1;
        }
    }
    return found;
}

/// "13th", "1er", "15." and "15º" are days of the month.
std::optional<int> day_of(std::string_view word) {
    std::size_t n = 0;
    while (n < word.size() && is_digit(word[n]))
        ++n;
    static constexpr std::array<std::string_view, 9> endings = {"", "st", "nd", "rd", "th", "er", ".", "º", "°"};
    for (const std::string_view ending : endings)
        if (n > 0 && n <= 2 && word.substr(n) == ending) return whole_number(word.substr(0, n));
    return std::nullopt;
}

/// The words of a date with a named month: `13-Apr-2014` has three of them.
std::vector<std::string_view> date_words(std::string_view text) {
    std::vector<std::string_view> words;
    static constexpr ByteSet between(" ,\t-/_");
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !between.holds(text[i])) continue;
        if (i > begin) words.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return words;
}

bool means_nothing(std::string_view word) {
    static constexpr std::array<std::string_view, 10> words = {"of", "de", "the", "del", "di", "le", "den", "am", "on", "el"};
    return std::find(words.begin(), words.end(), ascii_lower(word)) != words.end();
}

/// A month by its name, a year of four digits (or of two behind day and month), a day; words between that all languages have ("of", "de") and a
/// weekday in front mean nothing.
std::optional<Date> named_month(std::string_view text) {
    const auto words = date_words(text);
    if (words.size() < 2 || words.size() > 7) return std::nullopt;
    int year = 0, month = 0, day = 0;
    bool weekday = false;
    for (const std::string_view word : words) {
        const std::string_view name = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
        if (const auto d = day_of(word); d && day == 0) {
            day = *d;
        } else if (const auto y = whole_number(word); y && word.size() == 4 && year == 0) {
            year = *y;
        } else if (y && word.size() == 2 && year == 0 && day != 0 && month != 0) {
            year = century_of(*y);
        } else if (means_nothing(word)) {
            continue;
        } else if (const int m = month_of(name); m != 0 && month == 0) {
            month = m;
        } else if (!weekday && day == 0 && month == 0 && !is_digit(word[0])) {
            weekday = true;
        } else {
            return std::nullopt;
        }
    }
    if (year == 0 || month == 0) return std::nullopt;
    return checked(year, month, day);
}

/// As named_month, with a time behind the year: `April 13, 2014 at 7:30 pm`, `Sun, 13 Apr 2014 19:30:00 +0000`.
std::optional<Date> named_month_and_time(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return named_month(text);
    std::size_t begin = colon;
    while (begin > 0 && is_digit(text[begin - 1]))
        --begin;
    std::string_view day = trim(text.substr(0, begin));
    for (const std::string_view word : {" at", " um", " à", " T", ","})
        if (day.ends_with(word)) day.remove_suffix(word.size());
    auto date = named_month(trim(day));
    Cursor cursor(text.substr(begin));
    if (!date || !read_time(cursor, *date)) return std::nullopt;
    cursor.skip_spaces();
    cursor.skip_word("Uhr");
    return read_offset(cursor, *date) ? date : std::nullopt;
}

} // namespace

bool is_calendar_date(int year, int month, int day) {
    static constexpr std::array<int, 13> days = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0) return false;
    if (month == 0) return day == 0;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= (month == 2 && !leap ? 28 : days[static_cast<std::size_t>(month)]);
}

bool is_film_year(int year) { return year >= 1870 && year <= 2199; }

std::optional<Date> read_date(std::string_view written) {
    if (!has_digit(written)) return std::nullopt; // not even a year
    const std::string spaced = unicode::normalise_nfc(plain_spaces(written));
    const std::string_view text = trim(spaced);
    if (text.empty() || text.size() > 80) return std::nullopt;
    auto date = year_first(text);
    if (!date) date = year_last(text);
    if (!date) date = without_marks(text);
    if (!date) date = since_1970(text);
    if (!date) date = named_month_and_time(text);
    if (date) date->written = std::string(trim_unicode(written));
    return date;
}

std::optional<Date> date_of_folders(std::string_view path) {
    std::vector<std::string_view> names = split(path, '/');
    names.pop_back();
    std::optional<Date> found;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        const auto year = names[i].size() == 4 ? whole_number(names[i]) : std::nullopt;
        const auto month = names[i + 1].size() == 2 ? whole_number(names[i + 1]) : std::nullopt;
        if (!year || !month || !is_film_year(*year) || *month < 1 || *month > 12) continue;
        const bool more = i + 2 < names.size() && names[i + 2].size() == 2;
        const auto day = more ? whole_number(names[i + 2]) : std::nullopt;
        found = checked(*year, *month, day.value_or(0));
        if (found) found->written = std::string(names[i]) + "/" + std::string(names[i + 1]) +
                                    (found->day == 0 ? "" : "/" + std::string(names[i + 2]));
    }
    return found;
}

DatedName split_year(std::string_view name) {
    const DatedName whole{std::nullopt, std::string(name)};
    std::string_view digits = name;
    if (digits.ends_with(')') || digits.ends_with(']')) digits.remove_suffix(1);
    if (digits.size() < 6) return whole;
    const auto year = whole_number(digits.substr(digits.size() - 4));
    std::string_view rest = digits.substr(0, digits.size() - 4);
    static constexpr std::string_view between = " -_.([";
    if (!year || *year < 1888 || *year > 2040 || between.find(rest.back()) == std::string_view::npos) return whole;
    while (!rest.empty() && between.find(rest.back()) != std::string_view::npos)
        rest.remove_suffix(1);
    return rest.empty() ? whole : DatedName{checked(*year, 0, 0), std::string(rest)};
}

DatedName split_dated_name(std::string_view name) {
    const DatedName undated{std::nullopt, std::string(name)};
    if (name.size() < 10 || name[4] != name[7] || (name[4] != '-' && name[4] != '_' && name[4] != '.')) return undated;
    std::string day(name.substr(0, 10));
    day[4] = day[7] = '-';
    const auto date = year_first(day);
    if (!date || date->day == 0) return undated;
    std::string_view rest = name.substr(10);
    if (!rest.empty() && rest.find_first_not_of(" -_.") != 0)
        rest.remove_prefix(std::min(rest.find_first_not_of(" -_."), rest.size()));
    else if (!rest.empty())
        return undated;
    DatedName dated{date, std::string(rest)};
    dated.date->written = std::string(name.substr(0, 10));
    return dated;
}

} // namespace halfstar::reading
