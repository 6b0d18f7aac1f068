#include "typeset/sheets/marks.h"

#include "design/drawing/paths.h"
#include "typeset/sheets/cells.h"

#include <algorithm>

namespace halfstar {

namespace {

const Length hairline = Length::points(0.25);
const Length away = Length::millimetres(2);   ///< of a mark from what it marks
const Length longest = Length::millimetres(5);
const Length least = Length::millimetres(3);  ///< of room, for any mark beside the pages
const Length tick = Length::millimetres(3);
const Length target = Length::millimetres(2.5); ///< radius of a registration mark

class MarkSetter {
public:
    MarkSetter(const Imposition& imposition, const SheetPlan& plan, const SheetSide& side, Size trim)
        : imposition_(imposition), plan_(plan), side_(side), trim_(trim), grid_(grid_of(imposition.scheme)),
          across_(edges_across()), down_(edges_down()) {}

    std::vector<Item> set() {
        if (side_.pages.empty()) return {};
        if (imposition_.marks.crop) crop();
        if (imposition_.marks.fold) fold();
        if (imposition_.marks.staple && is_outermost()) staple();
        if (imposition_.marks.registration) registration();
        return std::move(items_);
    }

private:
    /// Where pages end, from left to right: pairs of pages meet at the fold between them, leaves of a block stand at the left
    /// of their cells.
    std::vector<Length> edges_across() const {
        const Length cell = plan_.paper.width / grid_.columns;
        if (imposition_.scheme == Scheme::perfect) return {{}, trim_.width, cell, cell + trim_.width};
        std::vector<Length> edges;
        for (int pair = 0; pair < grid_.columns / 2; ++pair) {
            const Length fold = cell * (2 * pair + 1);
            edges.push_back(fold - trim_.width);
            edges.push_back(fold + trim_.width);
        }
        return edges;
    }

    /// From head to foot.
    std::vector<Length> edges_down() const {
        const Length cell = plan_.paper.height / grid_.rows, slack = cell - trim_.height;
        if (grid_.columns > 2) return {slack, plan_.paper.height - slack};
        std::vector<Length> edges;
        for (int row = 0; row < grid_.rows; ++row) {
            edges.push_back(cell * row + slack / 2);
            edges.push_back(cell * row + slack / 2 + trim_.height);
        }
        return edges;
    }

    Length room_aside() const { return std::min(across_.front(), plan_.paper.width - across_.back()); }
    Length room_above() const { return down_.front(); }

    void line(Point from, Point to) {
        Shape shape;
        shape.path = {{PathStep::Kind::move, {from, {}, {}}}, {PathStep::Kind::line, {to, {}, {}}}};
        shape.stroke = Paint{0, 0, 0, every_ink};
        shape.stroke_width = hairline;
        items_.push_back({shape, 0});
    }

    void crop() {
        const Length high = std::min(longest, room_above() - away), wide = std::min(longest, room_aside() - away);
        if (room_above() >= least)
            for (const Length x : across_) {
                line({x, down_.front() - away}, {x, down_.front() - away - high});
                line({x, down_.back() + away}, {x, down_.back() + away + high});
            }
        if (room_aside() >= least)
            for (const Length y : down_) {
                line({across_.front() - away, y}, {across_.front() - away - wide, y});
                line({across_.back() + away, y}, {across_.back() + away + wide, y});
            }
    }

    /// At the paper's edges: there they are found however little margin there is.
    void fold() {
        const Size& paper = plan_.paper;
        for (int i = 1; i < grid_.columns; ++i) {
            const Length x = paper.width / grid_.columns * i;
            line({x, {}}, {x, tick});
            line({x, paper.height - tick}, {x, paper.height});
        }
        for (int i = 1; i < grid_.rows; ++i) {
            const Length y = paper.height / grid_.rows * i;
            line({{}, y}, {tick, y});
            line({paper.width - tick, y}, {paper.width, y});
        }
    }

    bool is_outermost() const { return !side_.back && side_.sheet == 0 && grid_.columns == 2; }

    /// On the fold, a quarter of the way from head and foot.
    void staple() {
        if (imposition_.scheme == Scheme::perfect) return;
        const Length fold = plan_.paper.width / 2, row = plan_.paper.height / grid_.rows;
        for (const int quarter : {1, 3}) {
            const Length y = row * quarter / 4;
            line({fold, y - tick}, {fold, y + tick});
        }
    }

    /// A cross in a circle at the middle of each side that has room.
    void registration() {
        const Length x = plan_.paper.width / 2, y = plan_.paper.height / 2;
        if (room_above() >= target * 2)
            for (const Length at : {room_above() / 2, plan_.paper.height - room_above() / 2}) cross({x, at});
        if (room_aside() >= target * 2)
            for (const Length at : {room_aside() / 2, plan_.paper.width - room_aside() / 2}) cross({at, y});
    }

    void cross(Point at) {
        line({at.x - target, at.y}, {at.x + target, at.y});
        line({at.x, at.y - target}, {at.x, at.y + target});
        const Length radius = target * 3 / 5;
        Shape circle;
        circle.path = circle_path(at, radius);
        circle.stroke = Paint{0, 0, 0, every_ink};
        circle.stroke_width = hairline;
        items_.push_back({circle, 0});
    }

    const Imposition& imposition_;
    const SheetPlan& plan_;
    const SheetSide& side_;
    Size trim_;
    CellGrid grid_;
    std::vector<Length> across_, down_;
    std::vector<Item> items_;
};

} // namespace

std::vector<Item> marks_of(const Imposition& imposition, const SheetPlan& plan, const SheetSide& side, Size trim) {
    return MarkSetter(imposition, plan, side, trim).set();
}

} // namespace halfstar
