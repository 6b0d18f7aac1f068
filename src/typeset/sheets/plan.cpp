#include "typeset/sheets/cells.h"
#include "typeset/sheets/sheets.h"

#include <algorithm>

namespace halfstar {

namespace {

/// Where the page's back is: odd pages, counted from 1, have it on their left.
bool spine_is_left(const SheetCell& cell, bool right_to_left) {
    const bool recto = cell.page % 2 == 0;
    return (recto != right_to_left) != cell.turned;
}

class Planner {
public:
    Planner(const Imposition& imposition, Size trim, const FoldMargins& margins, bool right_to_left)
        : imposition_(imposition), trim_(trim), margins_(margins), right_to_left_(right_to_left),
          grid_(grid_of(imposition.scheme)) {
        plan_.paper = imposition.paper ? laid(imposition.scheme, *imposition.paper) : paper_for(imposition.scheme, trim);
        cell_ = {plan_.paper.width / grid_.columns, plan_.paper.height / grid_.rows};
    }

    bool fits() const { return holds(cell_, trim_); }

    SheetPlan plan(const std::vector<SheetCells>& sheets, std::uint32_t pages) {
        pages_ = pages;
        plan_.trim = trim_;
        plan_.sheets = static_cast<std::uint32_t>(sheets.size());
        plan_.two_sided = std::any_of(sheets.begin(), sheets.end(), [](const SheetCells& one) { return !one.back.empty(); });
        for (std::uint32_t i = 0; i < sheets.size(); ++i) {
            plan_.sides.push_back(side(i, false, sheets[i].front));
            if (plan_.two_sided) plan_.sides.push_back(side(i, true, sheets[i].back));
        }
        if (imposition_.flip == Flip::by_hand) put_fronts_first();
        return std::move(plan_);
    }

private:
    SheetSide side(std::uint32_t sheet, bool back, const std::vector<SheetCell>& cells) const {
        SheetSide side{sheet, back, {}};
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (cells[i].page < pages_) side.pages.push_back(placed(cells[i], static_cast<int>(i)));
        if (back && !turns_like_a_leaf())
            for (Placement& one : side.pages) turn(one);
        return side;
    }

    Placement placed(const SheetCell& cell, int index) const {
        const Length left = cell_.width * (index % grid_.columns), top = cell_.height * (index / grid_.columns);
        const bool spine_left = spine_is_left(cell, right_to_left_);
        const Length creep = std::min(imposition_.caliper * static_cast<int>(cell.depth), margin(cell.page));
        const Length slack = cell_.width - trim_.width;
        return {cell.page, {left + (spine_left ? -creep : slack + creep), top + drop(cell)}, cell.turned};
    }

    Length margin(std::uint32_t page) const { return page < margins_.size() ? margins_[page] : Length{}; }

    /// From the cell's top to the trim's: the heads of minis meet, others stand in the middle.
    Length drop(const SheetCell& cell) const {
        const Length slack = cell_.height - trim_.height;
        if (grid_.rows == 1 || imposition_.scheme == Scheme::quarter) return slack / 2;
        return cell.turned ? slack : Length{};
    }

    /// Whether the paper's sides both stand upright when it is turned about an upright edge, as a leaf is.
    bool turns_like_a_leaf() const {
        const bool wide = plan_.paper.width >= plan_.paper.height;
        return wide != (imposition_.flip == Flip::long_edge);
    }

    void turn(Placement& one) const {
        one.at = {plan_.paper.width - one.at.x - trim_.width, plan_.paper.height - one.at.y - trim_.height};
        one.turned = !one.turned;
    }

    void put_fronts_first() {
        const auto backs = std::stable_partition(plan_.sides.begin(), plan_.sides.end(),
                                                 [](const SheetSide& one) { return !one.back; });
        std::reverse(backs, plan_.sides.end());
    }

    const Imposition& imposition_;
    Size trim_;
    const FoldMargins& margins_;
    bool right_to_left_;
    CellGrid grid_;
    Size cell_;
    std::uint32_t pages_ = 0;
    SheetPlan plan_;
};

} // namespace

Result<SheetPlan> plan_sheets(const Imposition& imposition, std::uint32_t pages, Size trim, const FoldMargins& margins,
                              bool right_to_left) {
    if (imposition.cover_apart && is_mini(imposition.scheme)) return Error{"a mini has no cover apart: it is one sheet"};
    Planner planner(imposition, trim, margins, right_to_left);
    if (!planner.fits())
        return Error{"pages of " + name_of_paper(trim) + " do not fit on " +
                     name_of_paper(imposition.paper.value_or(trim)) + " so; the trim follows from scheme and sheet"};
    return planner.plan(cells_of(imposition, pages, right_to_left), pages);
}

} // namespace halfstar
