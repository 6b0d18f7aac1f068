#include "backends/html/chart.h"

#include "backends/html/drawing.h"

namespace halfstar::html {
namespace {

/// Sizes in points at which the charts' places were chosen.
std::string_view font_size(ChartLabel::Kind kind) {
    switch (kind) {
    case ChartLabel::Kind::count: return "7.5";
    case ChartLabel::Kind::label: return "8";
    case ChartLabel::Kind::row: return "9.5";
    case ChartLabel::Kind::day: return "6.5";
    }
    return "8";
}

std::string_view class_of(ChartLabel::Kind kind) {
    switch (kind) {
    case ChartLabel::Kind::count: return "count";
    case ChartLabel::Kind::label: return "label";
    case ChartLabel::Kind::row: return "row";
    case ChartLabel::Kind::day: return "day";
    }
    return "label";
}

std::string_view anchor_of(ChartLabel::Align align) {
    switch (align) {
    case ChartLabel::Align::left: return "start";
    case ChartLabel::Align::centre: return "middle";
    case ChartLabel::Align::right: return "end";
    }
    return "start";
}

/// All shapes of one role as one path.
void shapes(Markup& out, const Chart& chart, ChartRole role, std::string_view css_class) {
    std::string data;
    for (const ChartShape& shape : chart.shapes)
        if (shape.role == role) data += path_data(shape.path);
    if (data.empty()) return;
    out.element(Tag("path").set("class", css_class).set("fill", "currentColor").set("d", data), "");
    out.line();
}

void label(Markup& out, const ChartLabel& label) {
    Tag tag("text");
    std::string css_class(class_of(label.kind));
    if (label.marked) css_class += " marked";
    tag.set("class", css_class).set("x", svg_number(label.at.x)).set("y", svg_number(label.at.y));
    tag.set("text-anchor", anchor_of(label.align)).set("font-size", font_size(label.kind)).set("fill", "currentColor");
    out.element(tag, label.words);
    out.line();
}

Tag drawing_tag(const Chart& chart) {
    const std::string width = svg_number(chart.size.width), height = svg_number(chart.size.height);
    Tag tag("svg");
    tag.set("xmlns", "http://www.w3.org/2000/svg").set("class", "chart");
    return tag.set("viewBox", "0 0 " + width + " " + height).set("width", width).set("height", height);
}

void drawing(Markup& out, const Chart& chart) {
    shapes(out, chart, ChartRole::ink, "ink");
    shapes(out, chart, ChartRole::marked, "marked");
    shapes(out, chart, ChartRole::rule, "rule");
    for (const ChartLabel& one : chart.labels)
        label(out, one);
}

std::string spoken(const ChartWords& words) {
    std::string all = words.description;
    for (const auto& [name, value] : words.rows)
        all += (all.empty() ? "" : " ") + name + ": " + value + (&name == &words.rows.back().first ? "." : ";");
    return all;
}

void table(Markup& out, const Dress& dress, const ChartWords& words) {
    out.open("details");
    Tag summary("summary");
    out.element(set_in_locale(summary, dress), dress.locale->word("table"));
    out.line();
    out.open("table");
    out.line();
    out.element(Tag("caption"), words.title);
    out.raw("\n<tbody>\n");
    for (const auto& [name, value] : words.rows) {
        out.open("tr");
        out.element(Tag("th").set("scope", "row"), name);
        out.element(Tag("td"), value);
        out.close("tr");
        out.line();
    }
    out.raw("</tbody>\n</table>\n");
    out.close("details");
    out.line();
}

} // namespace

void write_chart(Markup& out, const Dress& dress, const Chart& chart, const ChartWords& words) {
    const std::string title = words.id + "-title", description = words.id + "-text";
    out.open(Tag("figure").set("class", "chart-figure"));
    out.line();
    Tag tag = drawing_tag(chart).set("role", "img");
    // SVG within XHTML has no labels of ARIA's; there its own title and description are what is said.
    if (!dress.is_xhtml()) tag.set("aria-labelledby", title + " " + description);
    out.open(tag);
    out.line();
    out.element(Tag("title").set("id", title), words.title);
    out.line();
    out.element(Tag("desc").set("id", description), spoken(words));
    out.line();
    drawing(out, chart);
    out.close("svg");
    out.line();
    if (!words.caption.empty()) {
        out.element(Tag("figcaption"), words.caption);
        out.line();
    }
    if (!words.rows.empty()) table(out, dress, words);
    out.close("figure");
    out.line();
}

void write_decoration(Markup& out, const Chart& chart) {
    out.open(drawing_tag(chart).set("aria-hidden", "true"));
    out.line();
    drawing(out, chart);
    out.close("svg");
    out.line();
}

} // namespace halfstar::html
