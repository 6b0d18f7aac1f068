#include "backends/pdf/content.h"

#include "backends/pdf/screens.h"
#include "backends/pdf/turn.h"

#include <cmath>
#include <numbers>

namespace halfstar::pdf {
namespace {

std::int64_t millionths(double value) { return static_cast<std::int64_t>(std::llround(value * 1e6)); }

/// A factor of a matrix to six decimals.
std::string factor(double value) {
    const std::int64_t rounded = millionths(value);
    const std::int64_t size = rounded < 0 ? -rounded : rounded;
    std::string digits = std::to_string(1'000'000 + size % 1'000'000).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    return (rounded < 0 ? "-" : "") + std::to_string(size / 1'000'000) + (digits.empty() ? "" : '.' + digits);
}

} // namespace

void Content::operand(std::int64_t value) {
    append_decimal(text_, value);
    text_ += ' ';
}

void Content::operand(Point point) {
    operand(thousandths(point.x));
    operand(flipped(point.y));
}

void Content::op(std::string_view op) {
    text_ += op;
    text_ += '\n';
}

void Content::colour(const Ink& ink, std::string_view gray, std::string_view rgb, std::string_view cmyk) {
    const std::size_t count = ink.space == Ink::Space::gray ? 1 : ink.space == Ink::Space::rgb ? 3 : 4;
    for (std::size_t i = 0; i < count; ++i) operand(ink.parts[i]);
    op(count == 1 ? gray : count == 3 ? rgb : cmyk);
}

void Content::fill_colour(const Ink& ink) {
    if (state_.fill == ink) return;
    state_.fill = ink;
    if (ink.space == Ink::Space::screen) text_ += "/Pattern cs " + screen_name(ink.parts[0]) + " scn\n";
    else colour(ink, "g", "rg", "k");
}

void Content::stroke_colour(const Ink& ink) {
    if (state_.stroke == ink) return;
    state_.stroke = ink;
    if (ink.space == Ink::Space::screen) text_ += "/Pattern CS " + screen_name(ink.parts[0]) + " SCN\n";
    else colour(ink, "G", "RG", "K");
}

void Content::stroke_width(Length width) {
    if (state_.width != width) {
        state_.width = width;
        operand(thousandths(width));
        op("w");
    }
}

void Content::trace(const Path& path) {
    for (const PathStep& step : path) {
        switch (step.kind) {
        case PathStep::Kind::move:
            operand(step.points[0]);
            op("m");
            break;
        case PathStep::Kind::line:
            operand(step.points[0]);
            op("l");
            break;
        case PathStep::Kind::curve:
            operand(step.points[0]);
            operand(step.points[1]);
            operand(step.points[2]);
            op("c");
            break;
        case PathStep::Kind::close: op("h"); break;
        }
    }
}

void Content::rectangle(const Rect& rect) {
    operand(Point{rect.x, rect.bottom()});
    operand(thousandths(rect.width));
    operand(thousandths(rect.height));
    op("re");
}

void Content::place(std::string_view name, const Rect& rect, std::uint8_t orientation) {
    const Turn turn = turn_upright(orientation);
    const std::int64_t width = thousandths(rect.width), height = thousandths(rect.height);
    text_ += "q ";
    for (const Turn::Step& step : {turn.right, turn.up}) {
        operand(step.across * width);
        operand(step.up * height);
    }
    operand(thousandths(rect.x) + turn.corner.across * width);
    operand(flipped(rect.bottom()) + turn.corner.up * height);
    text_ += "cm ";
    text_ += name;
    op(" Do Q");
}

void Content::place_form(std::string_view name, const Rect& rect, bool turned) {
    text_ += turned ? "q -1 0 0 -1 " : "q 1 0 0 1 ";
    operand(turned ? Point{rect.right(), rect.y} : Point{rect.x, rect.bottom()});
    text_ += "cm ";
    text_ += name;
    op(" Do Q");
}

void Content::save() {
    saved_.push_back(state_);
    draft_.save();
}

void Content::restore() {
    state_ = saved_.back();
    saved_.pop_back();
    draft_.restore();
}

void Content::begin_text() {
    if (!in_text_) {
        in_text_ = true;
        line_ = {0, 0};
        op("BT");
    }
}

void Content::end_text() {
    if (in_text_) {
        in_text_ = false;
        op("ET");
    }
}

void Content::move_text(Point origin, std::int32_t turn) {
    const std::int64_t x = thousandths(origin.x), y = flipped(origin.y);
    if (turn == 0 && line_) {
        operand(x - line_->first);
        operand(y - line_->second);
        op("Td");
    } else {
        const double angle = turn / 1000.0 * std::numbers::pi / 180.0;
        const std::string across = factor(std::cos(angle)), up = factor(std::sin(angle));
        text_ += across + ' ' + up + ' ' + factor(-std::sin(angle)) + ' ' + across + ' ';
        operand(x);
        operand(y);
        op("Tm");
    }
    line_ = turn == 0 ? std::optional(std::pair(x, y)) : std::nullopt;
}

void Content::begin_marked(std::string_view tag, std::string_view properties) {
    text_ += tag;
    if (properties.empty()) {
        op(" BMC");
    } else {
        text_ += " <<";
        text_ += properties;
        op(">> BDC");
    }
}

void Content::end_marked() { op("EMC"); }

} // namespace halfstar::pdf
