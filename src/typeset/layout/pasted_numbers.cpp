// The first page of the year in numbers where it is pasted up: black, the count of films as large as it goes with its
// words beside it, and the ratings as white bars with their counts inside.
#include "typeset/layout/pasted_plates.h"

#include "typeset/layout/statements.h"
#include "typeset/layout/strip.h"

#include "design/drawing/paths.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halfstar::layout {

namespace {

const Length inset = Length::points(12);
const Length above_folio = Length::points(22); ///< from the ground's foot to that of the folio
const Length count_width = Length::points(150), count_height = Length::points(173);
const Length beside_count = Length::points(20);
const Length label_size = Length::points(16), label_drop = Length::points(17);
const Length bars_foot = Length::points(52);   ///< from the bars' foot to the ground's
const Length film_height = Length::points(36); ///< of a bar, at most
const Length figure_size = Length::points(22), figure_drop = Length::points(22);
const Length least_bars = Length::points(40); ///< from the strips to the foot of the ratings' bars
const Length decades_foot = Length::points(34), decades_height = Length::points(58); ///< of the bars, within the ground
const Length decades_head = Length::points(10), decades_taken = Length::points(128); ///< over the highest; of all but the bars' foot
const Length decade_size = Length::points(14), head_size = Length::points(20);
const Length strip_size = Length::points(26), strip_step = Length::points(38);
constexpr double largest = 400;                ///< points: what the count is fitted from
constexpr double words_leading = 0.84;         ///< of their size, while they are fitted

class PastedNumbers {
public:
    PastedNumbers(Desk& desk, std::size_t page, StructureId parent)
        : desk_(desk), plate_(desk, page, parent), statistics_(desk.edition.statistics), ground_(pasted_frame(desk)),
          paper_(paper_paint(desk)) {
        ground_.height -= above_folio;
    }

    void set() {
        plate_.shapes({Shape{rectangle_path(ground_), plate_.ink(), std::nullopt, {}}});
        const Length below = count();
        const std::vector<std::string> said = averages_said(desk_.words, statistics_);
        const Length strips = below + strip_step * static_cast<std::int64_t>(said.size()) + inset;
        const Length first = said.empty() ? below + inset : strips + inset;
        // On a small page the ratings come before the decades.
        const bool both = has_decades(statistics_) && ground_.bottom() - decades_foot - decades_taken - first >= least_bars;
        bars(below + inset, first, ground_.bottom() - (both ? decades_foot + decades_taken : bars_foot));
        strips_for(said, below + strip_step + inset);
        if (both) decades();
    }

private:
    /// The number and the words for it, both as high; where they end.
    Length count() {
        TitleRoom room;
        room.width = count_width;
        room.height = room.largest = Length::points(largest);
        room.lines = 1;
        room.edges = TitleEdges::ink;
        FittedTitle number = fit_title(desk_, std::to_string(statistics_.films), Element::cover_title, room);
        if (number.height > count_height) {
            room.largest = number.size.scaled(count_height.to_points() / number.height.to_points());
            number = fit_title(desk_, std::to_string(statistics_.films), Element::cover_title, room);
        }
        const Length high = number.height, top = ground_.y + inset;
        const Length wide = std::min(count_width, desk_.stick.width_of(*desk_.stick.measure(number.text)));
        const bool leftwards = desk_.right_to_left();
        const Column frame{ground_.x + inset, ground_.width - inset * 2};
        const Column at{leftwards ? frame.x + frame.width - wide : frame.x, count_width + inset};
        plate_.title(std::move(number), desk_.level, at, top + high);
        const Length taken = wide + beside_count;
        words({leftwards ? frame.x : frame.x + taken, frame.width - taken}, top, high);
        return top + high;
    }

    /// "films seen in 2019": on as many lines as fill the height, the first hanging from `top`.
    void words(const Column& column, Length top, Length high) {
        const std::string years = years_said(statistics_);
        std::string said = films_word(desk_.words, statistics_.films);
        if (!years.empty()) said += " " + Locale::fill(desk_.words.word("seen-in"), {years});
        TitleRoom room;
        room.width = column.width;
        room.height = high;
        room.largest = high;
        room.leading = words_leading;
        room.edges = TitleEdges::ink;
        FittedTitle fitted = fit_title(desk_, said, Element::cover_title, room);
        if (fitted.lines > 1)
            fitted.leading = (high - fitted.height).to_points() / static_cast<double>(fitted.lines - 1) /
                             fitted.size.to_points();
        const Length first = top + fitted.height;
        const Composed composed = compose(desk_, std::move(fitted.text), plate_.add(StructureRole::paragraph));
        plate_.put_lines(composed, {column.x - fitted.bearing, first}, fitted.line_height());
    }

    /// The highest bar ends below `top`, those beside which strips stand below `strips`; all stand on `foot`.
    void bars(Length top, Length strips, Length foot) {
        std::vector<Counted> counted;
        for (const Statistics::RatingCount& one : statistics_.ratings)
            counted.push_back({step_said(desk_.words, one.rating), one.count});
        BarSpec spec = blocks(label_size);
        spec.tallest = std::min({foot - top - figure_size, film_height * most_of(counted),
                                 part(foot - strips - figure_size, most_of(counted), most_of(lower_half(counted)))});
        spec.unit = spec.tallest / std::max(1u, most_of(counted));
        const Chart chart = draw_bars(counted, spec);
        if (!chart.shapes.empty()) draw(chart, foot, label_size, ratings_said(desk_));
    }

    /// White blocks with their counts inside, over the ground's width.
    BarSpec blocks(Length labels) const {
        BarSpec spec;
        spec.width = ground_.width - inset * 2 + gap();
        spec.gap = gap();
        spec.rule = {};
        spec.label_drop = label_drop;
        spec.count_drop = figure_drop;
        spec.character = labels * 2 / 5;
        return spec;
    }

    void draw(const Chart& chart, Length foot, Length labels, std::string said) {
        const WordLook within = WordLook(Element::chart_count).sized(figure_size).painted(plate_.ink());
        const ChartLook look{paper_, paper_, [&](const ChartLabel& label) {
                                 if (label.inside) return within;
                                 const bool counts = label.kind == ChartLabel::Kind::count;
                                 const WordLook out(counts ? Element::chart_count : Element::chart_label);
                                 return out.sized(counts ? figure_size : labels).painted(paper_);
                             }};
        plate_.chart(chart, ground_.x + inset - gap() / 2, foot, look, plate_.figure(std::move(said)));
    }

    /// A low row of blocks at the ground's foot, under a head of its own.
    void decades() {
        const std::vector<Counted> counted = decades_of(desk_);
        const Length foot = ground_.bottom() - decades_foot;
        BarSpec spec = blocks(decade_size);
        spec.tallest = decades_height - figure_size;
        spec.unit = spec.tallest / std::max(1u, most_of(counted));
        const Column frame{ground_.x + inset, ground_.width - inset * 2};
        plate_.lines(std::string(desk_.words.word("decades")),
                     WordLook(Element::chart_heading).sized(head_size).painted(paper_), frame,
                     foot - decades_height - decades_head, plate_.heading(desk_.level + 1));
        draw(draw_bars(counted, spec), foot, decade_size, decades_said(desk_));
    }

    static std::uint32_t most_of(const std::vector<Counted>& counted) {
        std::uint32_t most = 0;
        for (const Counted& one : counted) most = std::max(most, one.count);
        return most;
    }
    /// The bars of low ratings, over which strips stand; in what is read to the left these are on the right too.
    static std::vector<Counted> lower_half(const std::vector<Counted>& counted) {
        return {counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(counted.size() / 2)};
    }
    /// The height of `most` films where `lower` of them take `room`.
    static Length part(Length room, std::uint32_t most, std::uint32_t lower) {
        return room * std::max(1u, most) / std::max(1u, lower);
    }

    static Length gap() { return Length::points(4); }

    void strips_for(const std::vector<std::string>& said, Length baseline) {
        const WordLook look = WordLook(Element::cover_text).painted(plate_.ink());
        for (std::size_t i = 0; i < said.size(); ++i, baseline += strip_step) {
            const Length wide = strip_width(plate_.width_of(said[i], look.sized(strip_size)), strip_size);
            const Length x = desk_.right_to_left() ? ground_.right() - inset - wide : ground_.x + inset;
            set_strip(plate_, said[i], look, {{x, baseline}, strip_size, i}, {paper_},
                      plate_.add(StructureRole::paragraph));
        }
    }

    Desk& desk_;
    Plate plate_;
    const Statistics& statistics_;
    Rect ground_;
    Paint paper_;
};

} // namespace

void set_pasted_numbers(Desk& desk, std::size_t page, StructureId parent) {
    PastedNumbers(desk, page, parent).set();
}

} // namespace halfstar::layout
