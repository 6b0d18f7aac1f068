#include "foundation/base/utc.h"

#include <algorithm>
#include <chrono>

namespace halfstar {
namespace {

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

} // namespace

std::int64_t utc_seconds(int year, int month, int day) {
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(std::max(month, 1))),
                              std::chrono::day(static_cast<unsigned>(std::max(day, 1)))};
    return duration_cast<seconds>(sys_days(date).time_since_epoch()).count();
}

UtcTime utc_time(std::int64_t total) {
    using namespace std::chrono;
    const sys_seconds moment{seconds{total}};
    const sys_days midnight = floor<days>(moment);
    const year_month_day date{midnight};
    const hh_mm_ss clock{moment - midnight};
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count())};
}

std::string iso_utc(std::int64_t seconds) {
    const UtcTime t = utc_time(seconds);
    return padded(t.year, 4) + "-" + padded(t.month, 2) + "-" + padded(t.day, 2) + "T" + padded(t.hour, 2) + ":" +
           padded(t.minute, 2) + ":" + padded(t.second, 2) + "Z";
}

} // namespace halfstar
