// Charts as drawn shapes and placed words, for every format alike: bars of ratings, rows of dots or stars,
// and the days of a year as seats. They know no colour and no face: shapes have a role, labels a kind, and
// whoever paints them decides. Places count from the chart's left upper corner, y downwards.
#pragma once

#include <halfstar/pages.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace halfstar {

/// What a shape is: drawn in the text's colour, set apart by the second one, or a rule under bars.
enum class ChartRole : std::uint8_t { ink, marked, rule };

/// Filled by the non-zero rule.
struct ChartShape {
    Path path;
    ChartRole role = ChartRole::ink;
};

struct ChartLabel {
    enum class Align : std::uint8_t { left, centre, right };
    /// The count above a bar; what is below a bar or counts a row at its end; a row's name; the number of a day.
    enum class Kind : std::uint8_t { count, label, row, day };
    std::string words;
    Point at; ///< on the baseline, at the end or the middle that `align` names
    Align align = Align::left;
    Kind kind = Kind::label;
    bool marked = false; ///< goes with a marked shape
    bool inside = false; ///< stands on a shape and not beside it
};

struct Chart {
    Size size;
    Length baseline; ///< of the first row's words, from the top; of bars: their foot
    std::vector<ChartShape> shapes;
    std::vector<ChartLabel> labels;
};

/// Something counted: a step of a scale, a month, a person.
struct Counted {
    std::string label;
    std::uint32_t count = 0;
};

/// The count that is marked: the greatest, which one has, or two of four or more. 0: none.
std::uint32_t marked_count(const std::vector<Counted>& counted);

/// Columns of one width; a bar is a column less `gap`.
struct BarSpec {
    Length width;
    Length tallest = Length::points(129); ///< room for the highest bar
    Length unit = Length::points(9.2);    ///< one film; less where the highest bar would not fit
    Length gap = Length::points(3);
    Length bar;                           ///< width of a bar; 0: its column less `gap`
    Length dot;                           ///< radius of dots in place of a bar, one a film and no count; 0: none
    Length rule = Length::points(0.5);    ///< under the bars
    Length count_rise = Length::points(4);  ///< from a bar's head to its count
    Length label_drop = Length::points(13); ///< from the foot to the labels' baseline
    Length count_drop;                    ///< from a bar's head to its count, inside bars that have room for it; 0: none has
    Length character = Length::points(4.4); ///< that a character below a bar takes, about
};
/// Bars of `counted`, a count above each that is not zero and a label below; labels that would run into one
/// another are left out evenly.
Chart draw_bars(const std::vector<Counted>& counted, const BarSpec& spec);

enum class RowMark : std::uint8_t { dot, star };
struct RowSpec {
    Length width;
    Length marks = Length::points(66);      ///< where marks begin
    Length counts = Length::points(22);     ///< kept free for the counts, which are ranged right
    Length leading = Length::points(13);
    Length radius = Length::points(4.4);    ///< of a dot, or a star's outer one
    Length pitch = Length::points(13);      ///< from mark to mark; less where the longest row would not fit
    Length rise = Length::points(3.2);      ///< of the marks' middle over the baseline
    RowMark mark = RowMark::dot;
};
/// A row each with a name, a mark for each film, and the count. Rows too long for marks that can be told
/// apart become bars of the same length, all of them.
Chart draw_rows(const std::vector<Counted>& counted, const RowSpec& spec);

/// Films on each day, January first.
using YearOfDays = std::array<std::array<std::uint8_t, 31>, 12>;

/// How many days month 1-12 has in the years from first to last; 0: no year is known, and February has 29
/// days only when `days` has a film on that day.
int month_length(int month, int first_year, int last_year, const YearOfDays& days);

/// A month as a row of seats. `label` stands at its left.
struct SeatRow {
    int month = 1; ///< 1-12
    int length = 31;
    std::string label;
    bool marked = false; ///< its label
};
enum class DayNumbers : std::uint8_t { none, above };
struct SeatSpec {
    Length width;
    Length seats = Length::points(17);       ///< the middle of the first seat
    Length leading = Length::points(26);
    Length film = Length::points(4.6);       ///< radius of a day with a film
    Length empty = Length::points(1.25);     ///< radius of a day without
    Length rise = Length::points(3);         ///< of the seats' middle over the labels' baseline
    Length marked_rise = Length::points(3);  ///< over a marked label's, which may be larger
    Length edge = Length::points(4.4);       ///< from the middle of the last seat to the right edge
    DayNumbers numbers = DayNumbers::none;
};
/// Rows of 31 places at most. A day with films is one marked dot, however many they are.
Chart draw_seats(const YearOfDays& days, const std::vector<SeatRow>& rows, const SeatSpec& spec);

} // namespace halfstar
