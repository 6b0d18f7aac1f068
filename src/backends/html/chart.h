// Charts as SVG inside a page, and what they show as a table beside it, so that nothing is told by
// colour or by a drawing alone.
#pragma once

#include "backends/html/dress.h"

#include "design/drawing/charts.h"

#include <string>
#include <utility>
#include <vector>

namespace halfstar::html {

/// What a chart says. `id` begins the ids of its parts; rows are what it shows, as (name, value).
struct ChartWords {
    std::string id;
    std::string title;       ///< "Ratings"
    std::string description; ///< "Bar chart of ratings."
    std::string caption;     ///< seen under the chart; may be empty
    std::vector<std::pair<std::string, std::string>> rows;
};

/// A figure: the drawing, its caption, and its table in a `details`. Shapes are drawn in `currentColor`, and
/// have the classes `ink`, `marked` and `rule`; words have those of their kind.
void write_chart(Markup& out, const Dress& dress, const Chart& chart, const ChartWords& words);

/// The drawing alone, out of the reading order: where it repeats what is said elsewhere.
void write_decoration(Markup& out, const Chart& chart);

} // namespace halfstar::html
