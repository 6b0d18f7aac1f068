// The year in numbers: what the edition's statistics count, drawn and said.
#pragma once

#include "backends/html/dress.h"

#include "design/drawing/charts.h"

#include <string>

namespace halfstar::html {

/// Heading, the count of films, and a section each for ratings, months, days, people, best and worst, as far
/// as there is something to count. Ids begin with "numbers"; `level` is that of the heading.
void write_numbers(Markup& out, const Dress& dress, int level);

/// The year's days as rows of seats, a row a month; empty when no day is known. `width` in points.
Chart seats_of(const Edition& edition, const Locale& locale, double width);

/// "3½" for a rating out of stars, "7.5" for another number, the letter for a grade.
std::string short_rating(const Locale& locale, const Rating& rating);

/// "2019", "2018–2019"; empty when no day is known.
std::string years_of(const Statistics& statistics);
/// "1 film", "61 films".
std::string count_of_films(const Locale& locale, std::uint32_t films);

} // namespace halfstar::html
