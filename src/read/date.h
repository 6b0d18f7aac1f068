// Dates as people write them, and the date that a file's name begins with. Pure.
#pragma once

#include <halfstar/piece.h>

#include <optional>
#include <string>
#include <string_view>

namespace halfstar::reading {

/// ISO 8601 with or without time and offset, `2019-03`, `2019`, `20190315`, seconds since 1970, `15/03/2019` (the day
/// first unless that is impossible: Date::order tells), `Apr 13 2014`, `13 April 2014 at 7:30 pm`, `13-Apr-2014`,
/// with months named in any of the program's languages and weekdays before them passed over. None for what is no day of the calendar.
std::optional<Date> read_date(std::string_view written);

/// A name without the date that it began with: "2021-06-19-stalker" is "stalker" of that day.
struct DatedName {
    std::optional<Date> date;
    std::string name;
};
DatedName split_dated_name(std::string_view name);

/// "stalker-1979", "Stalker (1979)": the year is a date without month and day.
DatedName split_year(std::string_view name);

/// The date that the folders of a path name: `2019/03/stalker.md`, `2019/03/15/stalker.md`.
std::optional<Date> date_of_folders(std::string_view path);

/// Whether the year, month and day exist; month and day may be 0 (from the right).
bool is_calendar_date(int year, int month, int day);

/// A year in which a film may have come out.
bool is_film_year(int year);

} // namespace halfstar::reading
