// Days as pieces and issues know them: reading ISO 8601, and the one day that a piece stands for.
#pragma once

#include <halfstar/piece.h>

#include <optional>
#include <string>
#include <string_view>

namespace halfstar {

/// "2019-12-17", "2019-12" or "2019" (ISO 8601); none for what is no day, month or year of the calendar.
std::optional<Date> read_iso_date(std::string_view written);

/// The same of a date, as far as it is known.
std::string iso_date(const Date& date);

/// The day on which the piece's film was seen, else that on which the piece was published; null when neither is known.
const Date* day_of(const Piece& piece);

/// Which of two dates is earlier as far as both are known: March 2019 and 5 March 2019 are the same.
int compare_known(const Date& a, const Date& b);

} // namespace halfstar
