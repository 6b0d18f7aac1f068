#include "document/dates.h"

#include "foundation/base/strings.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace halfstar {
namespace {

/// Exactly `digits` digits; 0 for anything else, which is no year, month or day.
int number_of(std::string_view text, std::size_t digits) {
    const bool whole =
        text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    int value = 0;
    if (whole) std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

int days_in(int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

int sign(int a, int b) { return a < b ? -1 : a > b ? 1 : 0; }

} // namespace

std::optional<Date> read_iso_date(std::string_view written) {
    const std::vector<std::string_view> parts = split(trim(written), '-');
    Date date;
    date.year = number_of(parts[0], 4);
    if (parts.size() > 1) date.month = number_of(parts[1], 2);
    if (parts.size() > 2) date.day = number_of(parts[2], 2);
    if (parts.size() > 3 || date.year == 0) return std::nullopt;
    if (parts.size() > 1 && (date.month < 1 || date.month > 12)) return std::nullopt;
    if (parts.size() > 2 && (date.day < 1 || date.day > days_in(date.year, date.month))) return std::nullopt;
    date.written = std::string(trim(written));
    return date;
}

std::string iso_date(const Date& date) {
    std::string iso = padded(std::clamp(date.year, 1, 9999), 4);
    if (date.month > 0) iso += "-" + padded(date.month, 2);
    if (date.month > 0 && date.day > 0) iso += "-" + padded(date.day, 2);
    return iso;
}

const Date* day_of(const Piece& piece) {
    if (piece.seen) return &piece.seen->value;
    return piece.published ? &piece.published->value : nullptr;
}

int compare_known(const Date& a, const Date& b) {
    if (a.year != b.year) return sign(a.year, b.year);
    if (a.month == 0 || b.month == 0 || a.month != b.month)
        return a.month == 0 || b.month == 0 ? 0 : sign(a.month, b.month);
    return a.day == 0 || b.day == 0 ? 0 : sign(a.day, b.day);
}

} // namespace halfstar
