// What a zine says of itself and of its numbers, in the words of its language.
#pragma once

#include "typeset/layout/desk.h"

#include "design/drawing/charts.h"

#include <string>
#include <vector>

namespace halfstar::layout {

/// "Number 4", or nothing.
std::string issue_number(const Desk& desk);
/// "December 2019": no cover names a day. Nothing without a date.
std::string issue_month(const Desk& desk);
/// "61 films"
std::string films_said(const Locale& words, std::uint32_t films);
/// The same without its number, which stands apart: "films"
std::string films_word(const Locale& words, std::uint32_t films);
/// "2019", "2015–2019", or nothing where no day is known.
std::string years_said(const Statistics& statistics);

/// A step of a scale, as short as it can be said: "3½", "B+", "70".
std::string step_said(const Locale& words, const Rating& rating);
/// An average: to a tenth, or to a whole where the scale is long.
std::string average_said(const Locale& words, const Rating& rating);

/// "Bar chart of ratings. ½: 1, 1: 0, …"
std::string ratings_said(const Desk& desk);
/// "Films by month. January: 4, …"; `opening` is the key of the words before.
std::string months_said(const Desk& desk, std::string_view opening, const std::vector<int>& months);

/// Whether the films are of several decades: one alone is no chart.
bool has_decades(const Statistics& statistics);
/// A label and a count each: "1960s".
std::vector<Counted> decades_of(const Desk& desk);
/// "Films by decade. 1960s: 2, …"
std::string decades_said(const Desk& desk);

/// What it is set in and by what, and who may do what with it: a sentence each.
std::vector<std::string> colophon_sentences(const Desk& desk);

/// Who directed the films of a piece, in the author's order.
std::vector<std::string> directors_of(const Piece& piece);
/// The contributors, or else whoever wrote a piece, each once.
std::vector<std::string> contributors(const Edition& edition);
/// Where and when it appeared, and whose it is: a line each.
std::vector<std::string> imprint(const Desk& desk);
/// What the issue is made of, where that has no page of its own; whose it is; and where it can be found, a line each.
std::vector<std::string> small_print(const Desk& desk);
/// The film that statistics refer to, or the first of several; null where there is none.
const Work* work_of(const Edition& edition, const WorkReference& reference);
const Work* first_work(const Edition& edition, const std::vector<WorkReference>& films);
/// "average 3.5", "median 4": what is known of them.
std::vector<std::string> averages_said(const Locale& words, const Statistics& statistics);
/// Twelve, January first; in the table of words spaces part them.
std::vector<std::string> short_months(const Locale& words);

} // namespace halfstar::layout
