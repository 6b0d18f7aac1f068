#include "typeset/layout/plate.h"

#include "design/drawing/paths.h"
#include "design/style/load.h"
#include "foundation/base/utf8.h"

#include <algorithm>
#include <utility>

namespace halfstar::layout {

namespace {

constexpr std::int32_t quarter_turn = 90000; ///< thousandths of a degree
constexpr double within = 0.995; ///< of a width, for what is fitted to it
constexpr double head_rule_drop = 0.327; ///< of the grid, below row -1

Paint paint_of_role(const ChartLook& look, ChartRole role) {
    switch (role) {
    case ChartRole::ink:
    case ChartRole::rule: return look.ink;
    case ChartRole::marked: return look.marked;
    }
    return look.ink;
}

/// How far the ink of a line's first letter stands from its origin.
Length line_bearing(const Desk& desk, const Composed& composed, std::size_t line) {
    const MeasuredText& measured = *composed.measured;
    for (std::uint32_t i = desk.composition.texts[composed.text].lines[line].first; i < measured.elements.size(); ++i) {
        if (measured.elements[i].kind != breaking::PieceKind::box) continue;
        const std::uint32_t begin = measured.atoms[measured.elements[i].source].begin;
        RichText rest;
        rest.text = measured.rich.text.substr(begin);
        rest.types = measured.rich.types;
        rest.stretches = {measured.rich.stretches[measured.rich.stretch_at(begin)]};
        return left_bearing(desk, rest);
    }
    return {};
}

Length label_left(const ChartLabel& label, Length width) {
    switch (label.align) {
    case ChartLabel::Align::left: return label.at.x;
    case ChartLabel::Align::centre: return label.at.x - width / 2;
    case ChartLabel::Align::right: return label.at.x - width;
    }
    return label.at.x;
}

} // namespace

Paint ground_of(const TypeCase& types) {
    const Paint accent = types.accent();
    const Paint title = types.type(Element::cover_title, {}).paint;
    if (accent == title) return {255, 255, 255, 0};
    return accent;
}

WordLook WordLook::sized(Length to) const {
    WordLook look = *this;
    look.size = to;
    return look;
}

WordLook WordLook::painted(Paint with) const {
    WordLook look = *this;
    look.paint = with;
    return look;
}

WordLook WordLook::leading_to(std::string the_anchor) const {
    WordLook look = *this;
    look.anchor = std::move(the_anchor);
    return look;
}

Plate::Plate(Desk& desk, std::size_t page, StructureId parent)
    : desk_(desk), page_(page), parent_(parent), columns_(columns_of(desk, page)) {}

Column Plate::frame() const {
    if (desk_.page().side.units == 0) return columns_.text;
    const Length left = std::min(columns_.text.x, columns_.side.x);
    const Length right =
        std::max(columns_.text.x + columns_.text.width, columns_.side.x + columns_.side.width);
    return {left, right - left};
}

Column Plate::cover_frame() const {
    const PageSpec& spec = desk_.page();
    const Length edge = std::max(spec.outer, spec.ground_inset.units > 0 ? spec.ground_inset + desk_.grid() : Length{});
    return {edge, spec.trim.width - edge * 2};
}

Column Plate::ground_frame() const { return desk_.page().ground_inset.units > 0 ? cover_frame() : frame(); }

Paint Plate::ink_on_ground(Paint paper) const { return ink() == ground_of(desk_.types()) ? paper : ink(); }

Paint Plate::ink() const { return paint_of(desk_.style(), 0); }

Rect Plate::ground_rect() const {
    const Size& trim = desk_.page().trim;
    const Length inset = desk_.page().ground_inset;
    return {inset, inset, trim.width - inset * 2, trim.height - inset * 2};
}

void Plate::ground() {
    page().contents.emplace_back(Item{Rule{ground_rect(), ground_of(desk_.types())}, 0});
}

void Plate::head_rule() {
    const Column line = frame();
    const Length y = row(-1) + desk_.grid().scaled(head_rule_drop);
    page().contents.emplace_back(Item{Rule{{line.x, y, line.width, desk_.style().rule}, ink()}, 0});
}

int Plate::block_title(const std::string& words, int level) {
    const BlockSpec& block = desk_.page().opener.block;
    if (block.height.units <= 0) return 0;
    const Column over = frame();
    TitleRoom room;
    room.width = over.width - block.inset * 2;
    room.height = room.largest = block.height;
    room.edges = TitleEdges::ink;
    FittedTitle fitted = fit_title(desk_, words, Element::title, room);
    const Length padding = block.inset * 5 / 4, top = desk_.page().outer;
    const Length ink = fitted.height + fitted.line_height() * (static_cast<std::int64_t>(std::max<std::size_t>(fitted.lines, 1)) - 1);
    const Length bottom = top + ink + padding * 2;
    page().contents.emplace_back(Item{Rule{{over.x, top, over.width, bottom - top}, paint_of(desk_.style(), block.colour)}, 0});
    const Length first = top + padding + fitted.height;
    title(std::move(fitted), level, {over.x + block.inset, room.width}, first);
    const Length below = whole_rows(desk_, bottom + desk_.grid() - row(0));
    return static_cast<int>(below.units / desk_.grid().units);
}

void Plate::rule(const Column& column, Length y, Length thickness, Paint paint) {
    page().contents.emplace_back(Item{Rule{{column.x, y - thickness / 2, column.width, thickness}, paint}, 0});
}

void Plate::shapes(std::vector<Shape> shapes, StructureId leaf) {
    for (Shape& shape : shapes) page().contents.emplace_back(Item{std::move(shape), leaf});
}

void Plate::picture(const ScreenedPicture& picture, const Rect& whole, const Rect& seen, std::string alternative) {
    std::vector<Picture>& pictures = desk_.composition.pictures;
    desk_.composition.screened.push_back(picture);
    pictures.push_back(picture.picture);
    const auto index = static_cast<std::uint32_t>(pictures.size() - 1);
    const StructureId leaf = desk_.structure.add_leaf(figure(std::move(alternative)));
    page().contents.emplace_back(Item{ClipBegin{rectangle_path(seen)}, 0});
    page().contents.emplace_back(Item{PictureItem{index, whole}, leaf});
    page().contents.emplace_back(Item{ClipEnd{}, 0});
}

StructureId Plate::figure(std::string alternative) {
    const StructureId figure = add(StructureRole::figure);
    desk_.structure.set_alternative(figure, std::move(alternative));
    return figure;
}

StructureId Plate::heading(int level) {
    const StructureId heading = add(StructureRole::heading);
    desk_.structure.set_level(heading, level);
    return heading;
}

TextWriter Plate::writer(std::string words, const WordLook& look) const {
    return [words = std::move(words), look, language = desk_.piece.language,
            direction = desk_.piece.direction](const TypeCase& types) {
        Type type = types.type(look.element, language);
        if (look.size) type = TypeCase::resized(type, *look.size);
        if (look.paint) type.paint = *look.paint;
        RichTextWriter writer(types, look.element, language);
        writer.set_direction(direction);
        if (!look.anchor.empty()) writer.open({-1, StructureRole::link, {}, {}, {}, look.anchor, {}});
        writer.add(words, type, RichTextWriter::Origin::source);
        if (!look.anchor.empty()) writer.close();
        return writer.take();
    };
}

Length Plate::width_of(const std::string& words, const WordLook& look) const {
    if (words.empty()) return {};
    return desk_.stick.width_of(*desk_.stick.measure(text_of(desk_, writer(words, look), look.element, {})));
}

std::size_t Plate::lines(const std::string& words, const WordLook& look, const Column& column, Length baseline,
                         StructureId below, Edge edge) {
    if (words.empty()) return 0;
    SetText text = text_of(desk_, writer(words, look), look.element, column.width);
    text.setting = look.setting;
    const Composed composed = compose(desk_, std::move(text), below);
    const bool at_ink = edge == Edge::ink && !desk_.right_to_left();
    const Length bearing = at_ink ? left_bearing(desk_, composed.measured->rich) : Length{};
    put(page(), composed, {column.x - bearing, baseline}, desk_.spec(look.element).leading);
    return composed.lines;
}

std::size_t Plate::paragraph(const std::string& words, const WordLook& look, const Column& column, Length baseline) {
    return words.empty() ? 0 : lines(words, look, column, baseline, add(StructureRole::paragraph));
}

std::string Plate::shortened(const std::string& words, const WordLook& look, Length width) const {
    if (width_of(words, look) <= width) return words;
    std::string shorter = words;
    for (std::size_t space; (space = shorter.find_last_of(' ')) != std::string::npos;) {
        shorter.resize(space);
        if (width_of(shorter + " …", look) <= width) return shorter + " …";
    }
    // One word, or a script without spaces.
    while (!shorter.empty() && width_of(shorter + "…", look) > width) {
        do shorter.pop_back();
        while (!shorter.empty() && !utf8::is_valid(shorter));
    }
    return shorter + "…";
}

std::size_t Plate::line_count(const std::string& words, const WordLook& look, Length width) const {
    SetText text = text_of(desk_, writer(words, look), look.element, width);
    text.setting = look.setting;
    return desk_.stick.best_lines(text).size();
}

std::string Plate::names_within(std::string names, const WordLook& look, Length width, std::size_t most) const {
    std::string shown = names;
    while (line_count(shown, look, width) > most) {
        const std::size_t comma = names.rfind(", ");
        if (comma == std::string::npos) break;
        names.resize(comma);
        shown = names + ", …";
    }
    return shown;
}

WordLook Plate::fitted(const std::string& words, const WordLook& look, Length width) const {
    const Length own = width_of(words, look);
    if (own <= width) return look;
    const Length size = look.size.value_or(desk_.spec(look.element).size);
    return look.sized(size.scaled(within * width.to_points() / own.to_points()));
}

Length Plate::title(FittedTitle fitted, int level, const Column& column, Length first) {
    if (fitted.lines == 0) return first;
    const Composed composed = compose(desk_, std::move(fitted.text), heading(level));
    Length baseline = first;
    for (std::uint32_t line = 0; line < composed.lines; ++line) {
        if (line > 0) baseline += fitted.line_height();
        const Length bearing = desk_.right_to_left() ? Length{} : line_bearing(desk_, composed, line);
        page().contents.emplace_back(
            PlacedLines{composed.text, line, line + 1, {column.x - bearing, baseline}, fitted.line_height()});
    }
    return baseline;
}

void Plate::turned_line(const std::string& words, const WordLook& look, Point at, std::int32_t turn,
                        StructureId below) {
    SetText text = text_of(desk_, writer(words, look), look.element, width_of(words, look) + desk_.grid());
    text.setting = Setting::ragged;
    const Composed composed = compose(desk_, std::move(text), below);
    if (composed.lines == 0) return;
    PlacedLines lines{composed.text, 0, 1, at, desk_.grid()};
    lines.turn = turn;
    page().contents.emplace_back(lines);
}

void Plate::upward_title(FittedTitle fitted, int level, Point at) {
    if (fitted.lines == 0) return;
    const Length line_height = fitted.line_height();
    const Composed composed = compose(desk_, std::move(fitted.text), heading(level));
    for (std::uint32_t line = 0; line < composed.lines; ++line) {
        const Length x = at.x + fitted.height + line_height * line;
        const Length bearing = desk_.right_to_left() ? Length{} : line_bearing(desk_, composed, line);
        PlacedLines lines{composed.text, line, line + 1, {x, at.y + bearing}, line_height};
        lines.turn = quarter_turn;
        page().contents.emplace_back(lines);
    }
}

void Plate::chart(const Chart& chart, Length left, Length baseline, const ChartLook& look, StructureId figure) {
    const Length top = baseline - chart.baseline;
    const bool turned = desk_.right_to_left();
    const StructureId leaf = desk_.structure.add_leaf(figure);
    for (const ChartShape& shape : chart.shapes) {
        Path path = shape.path;
        for (PathStep& step : path)
            for (Point& point : step.points)
                point = {left + (turned ? chart.size.width - point.x : point.x), point.y + top};
        page().contents.emplace_back(
            Item{Shape{std::move(path), paint_of_role(look, shape.role), std::nullopt, {}}, leaf});
    }
    for (const ChartLabel& label : chart.labels) {
        const WordLook words = look.label(label);
        const Length width = width_of(label.words, words);
        const Length from = label_left(label, width);
        lines(label.words, words, {left + (turned ? chart.size.width - from - width : from), width}, top + label.at.y,
              figure);
    }
}

void Plate::unseen(const std::string& words, const Column& column, Length baseline, StructureId below) {
    SetText text = text_of(desk_, writer(words, Element::box_name), Element::box_name, column.width);
    text.setting = Setting::ragged;
    text.visibility = Visibility::invisible;
    put(page(), compose(desk_, std::move(text), below), {column.x, baseline}, desk_.grid());
}

} // namespace halfstar::layout
