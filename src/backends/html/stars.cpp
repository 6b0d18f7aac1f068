#include "backends/html/stars.h"

#include "backends/html/drawing.h"
#include "design/drawing/stars.h"

#include <functional>
#include <map>
#include <tuple>

namespace halfstar::html {
namespace {

constexpr Length radius = Length::points(10);
constexpr Length pitch = Length::points(23);
constexpr Length outline = Length::points(1);

/// All filled shapes as one path and all outlines as another.
struct Drawing {
    std::string filled, outlined;
};

Drawing draw(int quarters, int count, const StarSpec& spec) {
    Drawing drawing;
    for (const Shape& shape : draw_stars({}, radius, quarters, count, spec, {})) {
        if (shape.fill) drawing.filled += path_data(shape.path);
        if (shape.stroke) drawing.outlined += path_data(shape.path);
    }
    return drawing;
}

void paths(Markup& out, const Drawing& drawing) {
    if (!drawing.filled.empty())
        out.element(Tag("path").set("d", drawing.filled).set("fill", "currentColor"), "");
    if (drawing.outlined.empty()) return;
    Tag tag("path");
    tag.set("d", drawing.outlined).set("fill", "none").set("stroke", "currentColor");
    out.element(tag.set("stroke-width", svg_number(outline)), "");
}

StarSpec spec_of(bool missing_outlined) {
    StarSpec spec;
    spec.radius = radius;
    spec.pitch = pitch;
    spec.outline = outline;
    spec.missing_outlined = missing_outlined;
    return spec;
}

/// As draw. Nearly every page of a site shows some of the same few, so each thread draws one once.
const Drawing& drawn(int quarters, int count, bool missing_outlined) {
    thread_local std::map<std::tuple<int, int, bool>, Drawing> kept;
    const auto [place, is_new] = kept.try_emplace({quarters, count, missing_outlined});
    if (is_new) place->second = draw(quarters, count, spec_of(missing_outlined));
    return place->second;
}

/// A drawing `pixels` high, for readers that know no style sheets.
void svg(Markup& out, Length width, int pixels, const Drawing& drawing) {
    const std::string w = svg_number(width), h = svg_number(radius * 2);
    Tag tag("svg");
    tag.set("xmlns", "http://www.w3.org/2000/svg").set("viewBox", "0 0 " + w + " " + h);
    tag.set("width", svg_number((width * pixels) / 20)).set("height", std::to_string(pixels));
    out.open(tag);
    paths(out, drawing);
    out.close("svg");
}

/// `span` with the drawing in it; its words have been set.
void star_drawing(Markup& out, const Dress& dress, const Rating& rating, const Tag& span) {
    constexpr int count = 5;
    const int quarters = rating.quarter_stars();
    // Nothing earned and nothing outlined would be nothing to see.
    const bool outlined = dress.missing_stars_outlined || quarters == 0;
    out.open(span);
    svg(out, stars_width(quarters, count, spec_of(outlined)), 16, drawn(quarters, count, outlined));
    out.close("span");
}

/// The words stand on an element of HTML: SVG as ebooks know it has neither labels nor languages.
Tag spoken_span(std::string_view css_class, const Dress& dress, const Rating& rating) {
    Tag tag("span");
    return tag.set("class", css_class).set("role", "img").set("aria-label", dress.locale->spoken_rating(rating));
}

void written_rating(Markup& out, const Rating& rating) {
    out.raw(" ");
    out.element(Tag("span").set("class", "written").set("aria-hidden", "true"), rating.written);
}

/// Marks a span with the language of its words.
using Marking = std::function<Tag&(Tag&)>;

void drawing(Markup& out, const Dress& dress, const Rating& rating, const Marking& marked) {
    switch (rating.form) {
    case RatingForm::number: {
        Tag tag = spoken_span("stars", dress, rating);
        star_drawing(out, dress, rating, marked(tag));
        if (!is_out_of_five(rating)) written_rating(out, rating);
        break;
    }
    case RatingForm::letter: {
        Tag tag = spoken_span("grade", dress, rating);
        out.element(marked(tag), rating.written);
        break;
    }
    case RatingForm::words: out.element(Tag("span").set("class", "verdict"), rating.written); break;
    }
}

} // namespace

bool is_out_of_five(const Rating& rating) { return rating.best == 500; }

void write_rating(Markup& out, const Dress& dress, const Piece& piece, const Rating& rating) {
    const bool web = !dress.is_xhtml() && rating.is_counted();
    out.open(Tag("p").set("class", "rating"));
    if (web) out.open(Tag("data").set("class", "p-rating").set("value", decimal(rating.value)));
    drawing(out, dress, rating, [&](Tag& tag) -> Tag& { return set_in_locale(tag, dress, piece); });
    if (web) {
        out.close("data");
        out.element(Tag("data").set("class", "p-best").set("value", decimal(rating.best)), "");
        out.element(Tag("data").set("class", "p-worst").set("value", decimal(rating.worst)), "");
    }
    out.close("p");
    out.line();
}

void write_stars(Markup& out, const Dress& dress, const Rating& rating) {
    out.open(Tag("span").set("class", "rating"));
    drawing(out, dress, rating, [&](Tag& tag) -> Tag& { return set_in_locale(tag, dress); });
    out.close("span");
}

std::string end_mark(Syntax syntax) {
    Markup out(syntax);
    out.raw("\u00A0");
    out.open(Tag("span").set("class", "end-mark").set("aria-hidden", "true"));
    svg(out, star_width(radius), 11, drawn(2, 1, true));
    out.close("span");
    return out.str();
}

} // namespace halfstar::html
