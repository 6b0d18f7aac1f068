#include "read/date.h"

#include "foundation/base/strings.h"
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

private:
    std::string_view text_;
};

std::string two_digits(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

/// `19:30`, `19:30:05.123`; seconds are not kept.
bool read_time(Cursor& cursor, Date& date) {
    const auto hour = cursor.digits(1, 2);
    if (!hour || *hour > 23 || !cursor.take(':')) return false;
    const auto minute = cursor.digits(2, 2);
    if (!minute || *minute > 59) return false;
    if (cursor.take(':')) {
        const auto second = cursor.digits(2, 2);
        if (!second || *second > 60) return false;
        if (cursor.take('.') && !cursor.digits(1, 9)) return false;
    }
    date.time = two_digits(*hour) + ":" + two_digits(*minute);
    return true;
}

/// `Z`, `+01:00`, `+0100`, `+01`, `UTC`, or nothing.
bool read_offset(Cursor& cursor, Date& date) {
    cursor.skip_spaces();
    if (cursor.done()) return true;
    if (cursor.rest() == "Z" || cursor.rest() == "z" || cursor.rest() == "UTC" || cursor.rest() == "GMT") {
        date.offset = "Z";
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
    if (!cursor.take('T') && !cursor.take('t') && !cursor.take(' ')) return std::nullopt;
    cursor.skip_spaces();
    if (!read_time(cursor, *date) || !read_offset(cursor, *date)) return std::nullopt;
    return date;
}

/// `15/03/2019`, `15.3.2019`, `3-15-2019`.
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
    const auto year = cursor.digits(4, 4);
    if (!year || !cursor.done() || *first == 0 || *second == 0) return std::nullopt;
    if (*second > 12) return checked(*year, *first, *second);
    return checked(*year, *second, *first);
}

/// Months in English, German, French, Spanish, Italian, Portuguese, Turkish, Dutch and Swedish, in lower case.
constexpr std::array<std::string_view, 12> month_names = {
    "january januar jänner janvier enero gennaio janeiro ocak januari",
    "february februar février fevrier febrero febbraio fevereiro şubat februari",
    "march märz mars marzo março marco mart maart",
    "april avril abril aprile nisan",
    "may mai mayo maggio maio mayıs mei maj",
    "june juni juin junio giugno junho haziran",
    "july juli juillet julio luglio julho temmuz",
    "august août aout agosto ağustos augustus augusti",
    "september sept septembre septiembre settembre setembro eylül",
    "october oktober octobre octubre ottobre outubro ekim",
    "november novembre noviembre novembro kasım",
    "december dezember décembre decembre diciembre dicembre dezembro aralık",
};

/// 1-12 for a month's name, or for three letters or more that begin the names of one month only.
int month_of(std::string_view written) {
    const std::string word = unicode::lower(written, "en");
    int found = 0;
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        for (const std::string_view name : split(month_names[i], ' ')) {
            if (name == word) return static_cast<int>(i) + 1;
            if (utf8::count(word) < 3 || !name.starts_with(word)) continue;
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

std::vector<std::string_view> date_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != ' ' && text[i] != ',' && text[i] != '\t') continue;
        if (i > begin) words.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return words;
}

/// A month by its name, a year of four digits, a day; words between that all languages have ("of", "de") and a
/// weekday in front mean nothing.
std::optional<Date> named_month(std::string_view text) {
    const auto words = date_words(text);
    if (words.size() < 2 || words.size() > 6) return std::nullopt;
    int year = 0, month = 0, day = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (const auto d = day_of(word); d && day == 0) {
            day = *d;
        } else if (const auto y = whole_number(word); y && word.size() == 4 && year == 0) {
            year = *y;
        } else if (word == "of" || word == "de" || word == "the" || word == "del") {
            continue;
        } else if (const int m = month_of(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
                   m != 0 && month == 0) {
            month = m;
        } else if (i != 0 || is_digit(word[0])) {
            return std::nullopt;
        }
    }
    if (year == 0 || month == 0) return std::nullopt;
    return checked(year, month, day);
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
    const std::string_view text = trim_unicode(written);
    if (text.empty() || text.size() > 60) return std::nullopt;
    auto date = year_first(text);
    if (!date) date = year_last(text);
    if (!date) date = named_month(text);
    if (date) date->written = std::string(text);
    return date;
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
