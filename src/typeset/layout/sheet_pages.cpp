#include "typeset/layout/sheet_pages.h"

#include "typeset/layout/plate.h"

#include <algorithm>
#include <utility>

namespace halfstar {

namespace layout {

namespace {

const Length margin = Length::millimetres(16);
const Length grid = Length::points(14);
const Length thin = Length::points(0.5), thick = Length::points(2);
const Length dash = Length::points(3);
const Length heading_size = Length::points(26), step_size = Length::points(11), label_size = Length::points(9);
constexpr double panel_part = 0.42;  ///< of a panel's smaller side, that its number is high
constexpr double cap_part = 0.34;    ///< of the number's size, from its baseline to the middle of its figures
constexpr std::int32_t half_turn = 180000;

PageSpec plain_page(const Style& style, Size paper) {
    PageSpec page;
    page.name = "sheet";
    page.trim = paper;
    page.grid = grid;
    page.first_baseline = margin + grid;
    page.rows = std::max(1, static_cast<int>((paper.height - margin * 2).units / grid.units));
    page.inner = page.outer = margin;
    if (!style.pages.empty()) page.stars = style.pages.front().stars;
    return page;
}

/// A sheet drawn in a rectangle: as it is, or small.
class SheetPainter {
public:
    SheetPainter(Plate& plate, const SheetPages& sheets, const Rect& at)
        : plate_(plate), sheets_(sheets), at_(at), scale_(at.width.to_points() / sheets.paper.width.to_points()) {}

    void paint(const SheetFace& face) {
        frame(at_, thin);
        for (const SheetPanel& panel : face.panels) number(panel);
        for (const SheetLine& line : sheets_.lines) fold_or_cut(line);
    }

    /// An arrow to each page's head.
    void point_up(const SheetFace& face) {
        for (const SheetPanel& panel : face.panels) arrow(placed(panel.at), panel.turned);
    }

private:
    Rect placed(const Rect& rect) const {
        return {at_.x + rect.x.scaled(scale_), at_.y + rect.y.scaled(scale_), rect.width.scaled(scale_), rect.height.scaled(scale_)};
    }

    void number(const SheetPanel& panel) {
        const Rect rect = placed(panel.at);
        const Length high = std::min(rect.width, rect.height).scaled(panel_part);
        const WordLook look = WordLook(Element::title).sized(high).painted(plate_.ink());
        const WordLook fitted = plate_.fitted(panel.label, look, rect.width.scaled(0.8));
        const Length size = fitted.size.value_or(high);
        const Length half = plate_.width_of(panel.label, fitted) / 2, drop = size.scaled(cap_part);
        const Point middle{rect.x + rect.width / 2, rect.y + rect.height / 2};
        const Point at = panel.turned ? Point{middle.x + half, middle.y - drop} : Point{middle.x - half, middle.y + drop};
        plate_.turned_line(panel.label, fitted, at, panel.turned ? half_turn : 0, plate_.add(StructureRole::paragraph));
    }

    /// Between the number and the page's head.
    void arrow(const Rect& rect, bool turned) {
        const Length unit = std::min(rect.width, rect.height) / 16;
        const Length x = rect.x + rect.width / 2;
        const Length tip = turned ? rect.bottom() - unit * 2 : rect.y + unit * 2;
        const Length back = turned ? -unit : unit;
        Shape head;
        const auto step = [](PathStep::Kind kind, Point point) { return PathStep{kind, {point, {}, {}}}; };
        head.path = {step(PathStep::Kind::move, {x, tip}), step(PathStep::Kind::line, {x + unit, tip + back * 2}),
                     step(PathStep::Kind::line, {x - unit, tip + back * 2}), step(PathStep::Kind::close, {})};
        head.fill = plate_.ink();
        Shape shaft;
        shaft.path = {step(PathStep::Kind::move, {x, tip + back}), step(PathStep::Kind::line, {x, tip + back * 3})};
        shaft.stroke = plate_.ink();
        shaft.stroke_width = unit / 2;
        plate_.shapes({head, shaft});
    }

    void frame(const Rect& rect, Length thickness) {
        for (const Length y : {rect.y, rect.bottom()}) stroke({rect.x, y}, {rect.right(), y}, thickness, plate_.ink());
        for (const Length x : {rect.x, rect.right()}) stroke({x, rect.y}, {x, rect.bottom()}, thickness, plate_.ink());
    }

    void fold_or_cut(const SheetLine& line) {
        const Point from{at_.x + at_.width.scaled(line.x0), at_.y + at_.height.scaled(line.y0)};
        const Point to{at_.x + at_.width.scaled(line.x1), at_.y + at_.height.scaled(line.y1)};
        if (line.cut) return stroke(from, to, thick, plate_.accent());
        const Length way = std::max(to.x - from.x, to.y - from.y);
        for (Length at{}; at < way; at += dash * 2) {
            const Length end = std::min(at + dash, way);
            const bool level = from.y == to.y;
            stroke({from.x + (level ? at : Length{}), from.y + (level ? Length{} : at)},
                   {from.x + (level ? end : Length{}), from.y + (level ? Length{} : end)}, thin, plate_.ink());
        }
    }

    void stroke(Point from, Point to, Length width, Paint paint) {
        Shape shape;
        shape.path = {{PathStep::Kind::move, {from, {}, {}}}, {PathStep::Kind::line, {to, {}, {}}}};
        shape.stroke = paint;
        shape.stroke_width = width;
        plate_.shapes({shape});
    }

    Plate& plate_;
    const SheetPages& sheets_;
    Rect at_;
    double scale_;
};

/// The steps beside the drawing, or under it where the paper stands upright.
class GuideSetter {
public:
    GuideSetter(Plate& plate, const SheetPages& sheets) : plate_(plate), sheets_(sheets) {
        const Size& paper = sheets.paper;
        lying_ = paper.width > paper.height;
        const Length wide = paper.width - margin * 2;
        drawing_ = {margin, lying_ ? wide * 2 / 5 : wide};
        text_ = lying_ ? Column{margin + wide / 2, wide / 2} : drawing_;
    }

    void set() {
        const Length top = margin + heading_size;
        plate_.lines(std::string(plate_.desk().words.word("fold-heading")),
                     WordLook(Element::title).sized(heading_size).painted(plate_.ink()), {margin, sheets_.paper.width - margin * 2}, top,
                     plate_.heading(1));
        const Length bottom = draw(top + grid * 2);
        steps(lying_ ? top + grid * 2 + step_size : bottom + grid * 3);
    }

private:
    /// The sides below each other; returns where they end.
    Length draw(Length y) {
        const auto count = static_cast<std::int64_t>(sheets_.faces.size());
        const Length room = lying_ ? sheets_.paper.height - margin - y : (sheets_.paper.height - margin - y) / 2;
        const Length label = grid * 3 / 2;
        const double shape = sheets_.paper.height.to_points() / sheets_.paper.width.to_points();
        const bool beside = !lying_;
        Length width = beside ? (drawing_.width - grid * (count - 1)) / count : drawing_.width;
        const Length high = beside ? room - label : room / count - label - grid / 2;
        if (width.scaled(shape) > high) width = high.scaled(1 / shape);
        Length bottom = y;
        for (std::int64_t i = 0; i < count; ++i) {
            const SheetFace& face = sheets_.faces[static_cast<std::size_t>(i)];
            const Length step = width.scaled(shape) + label + grid / 2;
            const Rect at{drawing_.x + (beside ? (width + grid) * i : Length{}), y + (beside ? Length{} : step * i) + label, width,
                          width.scaled(shape)};
            plate_.paragraph(face.name, WordLook(Element::month).sized(label_size).painted(plate_.ink()), {at.x, width}, at.y - grid / 2);
            SheetPainter(plate_, sheets_, at).paint(face);
            bottom = std::max(bottom, at.bottom());
        }
        return bottom;
    }

    void steps(Length y) {
        const WordLook look = WordLook(Element::text).sized(step_size);
        const WordLook number = WordLook(Element::title).sized(step_size).painted(plate_.accent());
        const Length indent = grid * 3 / 2;
        for (std::size_t i = 0; i < sheets_.steps.size(); ++i) {
            const StructureId step = plate_.add(StructureRole::paragraph);
            plate_.lines(std::to_string(i + 1), number, {text_.x, indent}, y, step);
            const std::size_t lines = plate_.lines(sheets_.steps[i], look, {text_.x + indent, text_.width - indent}, y, step);
            y += leading() * static_cast<std::int64_t>(lines) + grid / 2;
        }
    }

    Length leading() const { return plate_.desk().spec(Element::text).leading; }

    Plate& plate_;
    const SheetPages& sheets_;
    bool lying_;
    Column drawing_, text_;
};

void set_test(Plate& plate, const SheetPages& sheets, const SheetFace& face) {
    SheetPainter painter(plate, sheets, {{}, {}, sheets.paper.width, sheets.paper.height});
    painter.paint(face);
    painter.point_up(face);
    plate.paragraph(face.name, WordLook(Element::month).sized(label_size).painted(plate.ink()), {margin / 2, margin * 4},
                    margin / 2 + label_size);
}

} // namespace

} // namespace layout

std::unique_ptr<PagedDocument> lay_out_sheet_pages(const SheetPages& sheets, const Edition& edition, const Style& style,
                                                   const Foundry& foundry) {
    using namespace layout;
    static const Piece none;
    auto document = std::make_unique<ComposedDocument>(style, plain_page(style, sheets.paper), foundry);
    Composition composition;
    composition.trim = sheets.paper;
    StructureBuilder structure;
    Desk desk{document->stick(), composition, structure, edition, none, 0, locale_for(edition.language), document->diagnostics()};
    const auto add = [&](const char* label) {
        composition.pages.emplace_back().label = label;
        return Plate(desk, composition.pages.size() - 1, desk.structure.add(0, StructureRole::article));
    };
    if (sheets.guide) {
        Plate plate = add("fold");
        GuideSetter(plate, sheets).set();
        if (sheets.faces.size() > 1) composition.pages.emplace_back().label = "fold";
    }
    for (const SheetFace& face : sheets.test ? sheets.faces : std::vector<SheetFace>()) {
        Plate plate = add("test");
        set_test(plate, sheets, face);
    }
    composition.structure = structure.take();
    document->keep(std::move(composition));
    return document;
}

} // namespace halfstar
