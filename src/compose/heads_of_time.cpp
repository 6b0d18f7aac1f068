#include "compose/heads.h"

#include "document/dates.h"

#include <array>
#include <map>
#include <optional>
#include <set>

namespace halfstar {
namespace {

constexpr std::array<std::string_view, 4> season_words = {"spring", "summer", "autumn", "winter"};
constexpr int winter = 3;

/// The day's month as a number that goes on over the years; none when it is not known.
std::optional<int> month_number(const Piece& piece) {
    const Date* day = day_of(piece);
    if (day == nullptr || day->month < 1 || day->month > 12) return std::nullopt;
    return day->year * 12 + day->month - 1;
}

int year_of(int month) { return month / 12; }
int month_of(int month) { return month % 12 + 1; }

/// Counted in quarters of years that begin in March, so that a winter is one: January is in the quarter before March's.
int season_number(int month) {
    const int shifted = month - 2;
    return (shifted - (shifted % 3 + 3) % 3) / 3;
}

Head undated_head(const Locale& locale) { return {"", last_rank, "", std::string(locale.word("undated")), "", {}}; }

std::string extent_of(const std::vector<int>& months, const Locale& locale) {
    const auto name = [&](int month) { return locale.months[static_cast<std::size_t>(month - 1)]; };
    if (months.size() < 2) return months.empty() ? std::string() : name(months.front());
    return Locale::fill(locale.word("extent"), {name(months.front()), name(months.back())});
}

/// What the pieces' days tell of the years together.
struct Almanac {
    std::set<int> months;  ///< that have a piece
    std::set<int> seasons; ///< by season_number

    explicit Almanac(const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces)
            if (const auto month = month_number(piece)) {
                months.insert(*month);
                seasons.insert(season_number(*month));
            }
    }
    bool is_one_year() const { return months.empty() || year_of(*months.begin()) == year_of(*months.rbegin()); }
    /// Whether a season's name alone does not say which it is.
    bool repeats_seasons() const {
        std::array<int, 4> counts{};
        for (const int season : seasons)
            ++counts[static_cast<std::size_t>((season % 4 + 4) % 4)];
        for (const int count : counts)
            if (count > 1) return !is_one_year();
        return false;
    }
};

/// "2019", and "2019–20" for a winter over the turn of the year.
std::string year_words(int first_month, int last_month, const Locale& locale) {
    Date date;
    date.year = year_of(first_month);
    std::string words = locale.long_date(date);
    if (year_of(first_month) == year_of(last_month)) return words;
    const int next = year_of(last_month) % 100;
    return words + "–" + (next < 10 ? "0" : "") + std::to_string(next);
}

/// The months of the season, without the part of a winter in which nothing is.
std::vector<int> months_of(int season, const Almanac& almanac) {
    const int first = season * 3 + 2;
    std::vector<int> months = {first, first + 1, first + 2};
    if ((season % 4 + 4) % 4 != winter) return months;
    const bool december = almanac.months.contains(first);
    const bool after = almanac.months.contains(first + 1) || almanac.months.contains(first + 2);
    if (!december) months.erase(months.begin());
    if (!after) months.resize(1);
    return months;
}

Head season_head(int season, const Almanac& almanac, const Locale& locale) {
    const std::vector<int> months = months_of(season, almanac);
    Head head;
    head.identity = std::to_string(season);
    head.rank = season;
    head.title = locale.word(season_words[static_cast<std::size_t>((season % 4 + 4) % 4)]);
    if (almanac.repeats_seasons()) head.title += " " + year_words(months.front(), months.back(), locale);
    for (const int month : months)
        head.months.push_back(month_of(month));
    head.extent = extent_of(head.months, locale);
    return head;
}

/// A season of whatever year: winter stands at the end.
Head yearless_season_head(int season, const Locale& locale) {
    const int place = (season % 4 + 4) % 4;
    Head head;
    head.identity = std::to_string(place);
    head.rank = place;
    head.title = locale.word(season_words[static_cast<std::size_t>(place)]);
    for (int i = 0; i < 3; ++i)
        head.months.push_back(month_of(place * 3 + 2 + i));
    head.extent = extent_of(head.months, locale);
    return head;
}

} // namespace

std::vector<Head> season_heads(const std::vector<Piece>& pieces, Years years, const Locale& locale) {
    const Almanac almanac(pieces);
    std::vector<Head> heads;
    for (const Piece& piece : pieces) {
        const auto month = month_number(piece);
        if (!month)
            heads.push_back(undated_head(locale));
        else if (years == Years::apart)
            heads.push_back(season_head(season_number(*month), almanac, locale));
        else
            heads.push_back(yearless_season_head(season_number(*month), locale));
    }
    return heads;
}

std::vector<Head> month_heads(const std::vector<Piece>& pieces, Years years, const Locale& locale) {
    const Almanac almanac(pieces);
    const bool says_year = years == Years::apart && !almanac.is_one_year();
    std::vector<Head> heads;
    for (const Piece& piece : pieces) {
        const auto month = month_number(piece);
        if (!month) {
            heads.push_back(undated_head(locale));
            continue;
        }
        const int number = years == Years::apart ? *month : *month % 12;
        Date date;
        date.year = year_of(*month);
        date.month = month_of(*month);
        const std::string& name = locale.months[static_cast<std::size_t>(date.month - 1)];
        heads.push_back(
            {std::to_string(number), number, "", says_year ? locale.long_date(date) : name, "", {date.month}});
    }
    return heads;
}

std::vector<Head> year_heads(const std::vector<Piece>& pieces, const Locale& locale) {
    std::vector<Head> heads;
    for (const Piece& piece : pieces) {
        const Date* day = day_of(piece);
        if (day == nullptr) {
            heads.push_back(undated_head(locale));
            continue;
        }
        Date year;
        year.year = day->year;
        heads.push_back({std::to_string(day->year), day->year, "", locale.long_date(year), "", {}});
    }
    return heads;
}

} // namespace halfstar
