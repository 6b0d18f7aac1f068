// The second page of the year in numbers where it is pasted up: heads in bars, the days as blocks, a row of stars for
// each person who was seen often, the best film and the worst on strips.
#include "typeset/layout/pasted_plates.h"

#include "typeset/layout/statements.h"
#include "typeset/layout/strip.h"

#include "design/drawing/paths.h"
#include "design/drawing/stars.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

const Length above_folio = Length::points(22);
const Length bar_height = Length::points(24), bar_inset = Length::points(6), bar_size = Length::points(20);
const Length row_step = Length::points(16.5), person_step = Length::points(22), person_size = Length::points(20);
const Length first_day = Length::points(36), counts_width = Length::points(24), month_size = Length::points(14);
const Length block_height = Length::points(12.5), block_rise = Length::points(10.5);
const Length star_radius = Length::points(8.6), star_pitch = Length::points(22);
const Length star_rise = Length::points(7), rule_drop = Length::points(4.4);
const Length best_size = Length::points(46), worst_size = Length::points(40), smallest_strip = Length::points(16);
constexpr double empty_share = 0.3; ///< of a day's width
constexpr double between = 1.2;     ///< of a strip's size, from the one above it
constexpr std::size_t people_most = 6;

class PastedYear {
public:
    PastedYear(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), plate_(desk, page, parent), statistics_(desk.edition.statistics), frame_(pasted_frame(desk)),
          column_{frame_.x, frame_.width}, paper_(paper_paint(desk)) {
        frame_.height -= above_folio;
    }

    void set() {
        Length y = calendar(frame_.y);
        if (!statistics_.most_seen.empty()) y = people(y);
        extremes(y);
    }

private:
    /// A head reversed out of a bar that hangs from `top`; its foot.
    Length head(std::string_view key, Length top) {
        plate_.shapes({Shape{rectangle_path({frame_.x, top, frame_.width, bar_height}), plate_.ink(), std::nullopt, {}}});
        const Column inside{column_.x + bar_inset, column_.width - bar_inset * 2};
        plate_.lines(std::string(desk_.words.word(key)),
                     WordLook(Element::chart_heading).sized(bar_size).painted(paper_), inside,
                     top + bar_height - bar_inset, plate_.heading(desk_.level + 1));
        return top + bar_height;
    }

    Length day_width() const { return (frame_.width - first_day - counts_width) / 31; }

    /// A block for a day with a film, a small square for one without, and the month's count at the end.
    void add_month(Chart& chart, int month, const std::string& name, Length baseline) const {
        const auto at = static_cast<std::size_t>(month - 1);
        const int length = month_length(month, statistics_.first_year, statistics_.last_year, statistics_.days);
        const Length pitch = day_width(), small = pitch.scaled(empty_share);
        for (int day = 0; day < length; ++day) {
            const bool film = statistics_.days[at][static_cast<std::size_t>(day)] > 0;
            const Length x = first_day + pitch * day;
            const Rect block = film ? Rect{x, baseline - block_rise, pitch - Length::points(1), block_height}
                                    : Rect{x + small, baseline - block_rise / 2, small, small};
            chart.shapes.push_back({rectangle_path(block), ChartRole::ink});
        }
        chart.labels.push_back({name, {{}, baseline}, ChartLabel::Align::left, ChartLabel::Kind::row, false, false});
        chart.labels.push_back({std::to_string(statistics_.months[at]), {frame_.width, baseline},
                                ChartLabel::Align::right, ChartLabel::Kind::count, false, false});
    }

    /// From `top`; where it ends. Nothing where no day is known.
    Length calendar(Length top) {
        if (std::all_of(statistics_.months.begin(), statistics_.months.end(), [](auto films) { return films == 0; }))
            return top;
        const Length first = head("every-day", top) + row_step * 3 / 2;
        const std::vector<std::string> names = short_months(desk_.words);
        Chart chart;
        chart.size = {frame_.width, row_step * 11};
        std::vector<int> months;
        for (int month = 1; month <= 12; ++month) {
            months.push_back(month);
            add_month(chart, month, names[static_cast<std::size_t>(month - 1)], row_step * (month - 1));
        }
        const ChartLook look{plate_.ink(), plate_.ink(), [](const ChartLabel& label) {
                                 const bool counts = label.kind == ChartLabel::Kind::count;
                                 return WordLook(counts ? Element::chart_count : Element::chart_label)
                                     .sized(counts ? month_size : Length::points(12));
                             }};
        plate_.chart(chart, frame_.x, first, look, plate_.figure(months_said(desk_, "chart-days", months)));
        return first + row_step * 61 / 5;
    }

    /// How many strips stand at the foot, and so what people leave free.
    Length strips_height() const {
        return (statistics_.best.empty() ? Length{} : best_size.scaled(between)) +
               (statistics_.worst.empty() ? Length{} : worst_size.scaled(between));
    }

    /// From `top`, as many as leave the strips their room; where they end.
    Length people(Length top) {
        Length y = head("most-seen", top) + person_step;
        const Length room = frame_.bottom() - strips_height() - y;
        const auto most = std::clamp<std::int64_t>(room.units / person_step.units + 1, 1, people_most);
        Chart chart;
        chart.size = {frame_.width, person_step * most};
        std::string said(desk_.words.word("chart-people"));
        std::int64_t row = 0;
        for (const Statistics::PersonCount& one : statistics_.most_seen) {
            if (row == most) break;
            add_person(chart, one, person_step * row);
            said += (row++ == 0 ? " " : ", ") + one.name + ": " + std::to_string(one.films);
        }
        const ChartLook look{plate_.ink(), plate_.ink(),
                             [](const ChartLabel&) { return WordLook(Element::chart_row).sized(person_size); }};
        plate_.chart(chart, frame_.x, y, look, plate_.figure(said + "."));
        return y + person_step * (row - 1) + rule_drop;
    }

    /// The name, a star for each film from the far end, and a rule below.
    void add_person(Chart& chart, const Statistics::PersonCount& one, Length baseline) const {
        const WordLook look = WordLook(Element::chart_row).sized(person_size);
        const Length pitch = std::min(star_pitch, frame_.width / 2 / std::max(1u, one.films));
        const Length radius = std::min(star_radius, pitch * 2 / 5);
        for (std::uint32_t i = 0; i < one.films; ++i)
            chart.shapes.push_back(
                {star_path({frame_.width - radius - pitch * i, baseline - star_rise}, radius), ChartRole::ink});
        const Length free = frame_.width - pitch * (one.films + 1);
        chart.labels.push_back({plate_.shortened(one.name, look, free), {{}, baseline}, ChartLabel::Align::left,
                                ChartLabel::Kind::row, false, false});
        chart.shapes.push_back(
            {rectangle_path({{}, baseline + rule_drop, frame_.width, desk_.style().hairline}), ChartRole::rule});
    }

    /// The best film in black at the near end, the worst in white at the far one.
    void extremes(Length top) {
        const Work *best = first_work(desk_.edition, statistics_.best), *worst = first_work(desk_.edition, statistics_.worst);
        Length y = top;
        if (best != nullptr)
            y = extreme("best", *best, statistics_.best.front(), best_size, y, Setting::ragged) + Length::points(2);
        if (worst != nullptr) extreme("worst", *worst, statistics_.worst.front(), worst_size, y, Setting::ranged_right);
    }

    /// A strip below `top`; its baseline.
    Length extreme(std::string_view key, const Work& work, const WorkReference& film, Length size, Length top,
                   Setting setting) {
        const bool best = setting == Setting::ragged;
        const StripPaper paper = best ? StripPaper{plate_.ink()} : StripPaper{paper_, plate_.ink()};
        WordLook look = WordLook(Element::cover_text).sized(size).painted(best ? paper_ : plate_.ink());
        if (desk_.edition.has(IssuePart::reviews))
            look = look.leading_to(piece_anchor(desk_.edition.pieces[film.piece].key));
        std::string words = std::string(desk_.words.word(key)) + ": " + work.title.value;
        const Length room = frame_.width - size;
        look = plate_.fitted(words, look, room);
        if (look.size < smallest_strip) look = look.sized(smallest_strip);
        words = plate_.shortened(words, look, room);
        const Length own = *look.size, wide = strip_width(plate_.width_of(words, look), own);
        const Length x = best ? frame_.x + Length::points(4) : frame_.right() - Length::points(2) - wide;
        const Length baseline = top + own.scaled(between);
        set_strip(plate_, words, look, {{x, baseline}, own, best ? 2u : 5u}, paper, plate_.add(StructureRole::paragraph));
        return baseline;
    }

    Desk& desk_;
    Plate plate_;
    const Statistics& statistics_;
    Rect frame_;
    Column column_;
    Paint paper_;
};

} // namespace

void set_pasted_year(Desk& desk, std::size_t page, StructureId parent) { PastedYear(desk, page, parent).set(); }

} // namespace halfstar::layout
