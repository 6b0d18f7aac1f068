// Civil dates and seconds since 1970 without a clock, a locale or a time zone.
#pragma once

#include <cstdint>
#include <string>

namespace halfstar {

/// Midnight UTC of the day in the proleptic Gregorian calendar; a month or day of 0 counts as 1.
std::int64_t utc_seconds(int year, int month, int day);

struct UtcTime {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};
UtcTime utc_time(std::int64_t seconds);

/// "2019-12-17T00:00:00Z"
std::string iso_utc(std::int64_t seconds);

} // namespace halfstar
