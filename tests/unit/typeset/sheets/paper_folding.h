// Sheets of paper in software: what a printer puts on them, and what hands make of them. It knows placements and paper, and nothing
// of how they were planned.
#pragma once

#include "typeset/sheets/sheets.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace halfstar::testing {

/// What is on one face of a part of a sheet; no page: nothing was printed there.
struct PrintedFace {
    std::optional<std::uint32_t> page;
    bool turned = false; ///< on its head, as the whole lies before its reader
};

/// A part of a sheet, seen from above.
struct Panel {
    PrintedFace top, bottom;
};

using Sheet = std::vector<std::vector<Panel>>; ///< rows of panels, fronts on top

/// One printed sheet, divided into so many equal parts. The printer turns it about an axis that is parallel to the edge it flips
/// on.
inline Sheet printed(const SheetPlan& plan, std::uint32_t sheet, Flip flip, Size trim, int columns, int rows) {
    const bool about_upright = (plan.paper.width >= plan.paper.height) == (flip != Flip::long_edge);
    Sheet made(static_cast<std::size_t>(rows), std::vector<Panel>(static_cast<std::size_t>(columns)));
    for (const SheetSide& side : plan.sides) {
        if (side.sheet != sheet) continue;
        for (const Placement& one : side.pages) {
            const double x = (one.at.x + trim.width / 2).to_points() / plan.paper.width.to_points();
            const double y = (one.at.y + trim.height / 2).to_points() / plan.paper.height.to_points();
            int column = static_cast<int>(x * columns), row = static_cast<int>(y * rows);
            bool turned = one.turned;
            if (side.back && about_upright) column = columns - 1 - column;
            if (side.back && !about_upright) {
                row = rows - 1 - row;
                turned = !turned;
            }
            Panel& panel = made[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            (side.back ? panel.bottom : panel.top) = {one.page, turned};
        }
    }
    return made;
}

/// A stack of panels, from top to bottom.
using Stack = std::vector<Panel>;
/// A sheet while it is folded: rows of stacks.
using Folded = std::vector<std::vector<Stack>>;

inline Folded laid_flat(const Sheet& sheet, bool front_up) {
    Folded folded;
    for (const auto& row : sheet) {
        folded.emplace_back();
        for (const Panel& panel : row)
            folded.back().push_back({front_up ? panel : Panel{panel.bottom, panel.top}});
        if (!front_up) std::reverse(folded.back().begin(), folded.back().end());
    }
    return folded;
}

enum class Axis : std::uint8_t { upright, level };

/// A stack that is lifted and laid down on its other side.
inline Stack turned_over(const Stack& stack, Axis axis) {
    Stack turned;
    for (auto panel = stack.rbegin(); panel != stack.rend(); ++panel) {
        Panel other{panel->bottom, panel->top};
        if (axis == Axis::level)
            for (PrintedFace* face : {&other.top, &other.bottom}) face->turned = !face->turned;
        turned.push_back(other);
    }
    return turned;
}

inline void lay_on(Stack& below, Stack above) {
    above.insert(above.end(), below.begin(), below.end());
    below = std::move(above);
}

/// The right half is laid on the left one.
inline void fold_right_over(Folded& folded) {
    for (auto& row : folded) {
        const std::size_t half = row.size() / 2;
        for (std::size_t i = 0; i < half; ++i) lay_on(row[i], turned_over(row[row.size() - 1 - i], Axis::upright));
        row.resize(half);
    }
}

/// The upper half is laid on the lower one.
inline void fold_upper_over(Folded& folded) {
    const std::size_t half = folded.size() / 2;
    for (std::size_t row = 0; row < half; ++row)
        for (std::size_t i = 0; i < folded[row].size(); ++i)
            lay_on(folded[folded.size() - 1 - row][i], turned_over(folded[row][i], Axis::level));
    folded.erase(folded.begin(), folded.begin() + static_cast<std::ptrdiff_t>(half));
}

/// Faces in the order in which they are read.
using Reading = std::vector<PrintedFace>;

/// Sheets of two panels, laid into one another, the first outermost with its front outside, and folded.
inline void read_nest(const std::vector<std::vector<Panel>>& sheets, bool right_to_left, Reading& read) {
    const std::size_t first = right_to_left ? 0 : 1, last = 1 - first;
    for (const auto& sheet : sheets) read.insert(read.end(), {sheet[first].top, sheet[first].bottom});
    for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet)
        read.insert(read.end(), {(*sheet)[last].bottom, (*sheet)[last].top});
}

/// One sheet, lengthwise in half and cut through the middle, pushed together to a cross whose four arms are the leaves. Round the cross
/// go the lower row's halves and the upper row's; the arm at the end of the reading direction is the first leaf.
inline void read_mini_of_eight(const Sheet& sheet, bool right_to_left, Reading& read) {
    const auto& upper = sheet[0];
    const auto& lower = sheet[1];
    const auto seen = [](const Panel& panel, bool folded_back) {
        PrintedFace face = panel.top;
        if (folded_back) face.turned = !face.turned; // the upper row hangs behind the lower one now
        return face;
    };
    const auto at = [&](std::size_t i) { return right_to_left ? 3 - i : i; };
    read.insert(read.end(), {seen(lower[at(3)], false), seen(upper[at(3)], true)});
    read.insert(read.end(), {seen(upper[at(2)], true), seen(upper[at(1)], true)});
    read.insert(read.end(), {seen(upper[at(0)], true), seen(lower[at(0)], false)});
    read.insert(read.end(), {seen(lower[at(1)], false), seen(lower[at(2)], false)});
}

/// One sheet, front down: folded right over left, upper over lower, right over left again. It is read from its outside, which lies
/// below; from right to left the folds go the other way, which is the same sheet seen in a mirror.
inline void read_mini_of_sixteen(Sheet sheet, bool right_to_left, Reading& read) {
    if (right_to_left)
        for (auto& row : sheet) std::reverse(row.begin(), row.end());
    Folded folded = laid_flat(sheet, false);
    fold_right_over(folded);
    fold_upper_over(folded);
    fold_right_over(folded);
    const Stack& book = folded[0][0];
    for (auto leaf = book.rbegin(); leaf != book.rend(); ++leaf) read.insert(read.end(), {leaf->bottom, leaf->top});
}

/// Everything, bound as its scheme says.
inline Reading bound(const SheetPlan& plan, const Imposition& imposition, Size trim, bool right_to_left) {
    const bool mini = imposition.scheme == Scheme::mini8 || imposition.scheme == Scheme::mini16;
    const int columns = mini ? 4 : 2, rows = mini || imposition.scheme == Scheme::quarter ? 2 : 1;
    std::vector<Sheet> sheets;
    for (std::uint32_t i = 0; i < plan.sheets; ++i)
        sheets.push_back(printed(plan, i, imposition.flip, trim, columns, rows));
    Reading read, cover;
    if (imposition.cover_apart && sheets.size() > 1) {
        read_nest({sheets[0][0]}, right_to_left, cover);
        sheets.erase(sheets.begin());
        read.insert(read.end(), {cover[0], cover[1]});
    }
    std::vector<std::vector<Panel>> strips;
    for (int row = 0; row < rows && !mini; ++row)
        for (const Sheet& sheet : sheets) strips.push_back(sheet[static_cast<std::size_t>(row)]);
    switch (imposition.scheme) {
    case Scheme::booklet:
    case Scheme::quarter: read_nest(strips, right_to_left, read); break;
    case Scheme::signatures:
        for (std::size_t i = 0; i < strips.size(); i += imposition.signature / 4)
            read_nest({strips.begin() + static_cast<std::ptrdiff_t>(i),
                       strips.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(i + imposition.signature / 4, strips.size()))},
                      right_to_left, read);
        break;
    case Scheme::perfect:
        for (const std::size_t half : {right_to_left ? 1u : 0u, right_to_left ? 0u : 1u})
            for (const auto& strip : strips) read.insert(read.end(), {strip[half].top, strip[half].bottom});
        break;
    case Scheme::mini8:
        for (const Sheet& sheet : sheets) read_mini_of_eight(sheet, right_to_left, read);
        break;
    case Scheme::mini16:
        for (const Sheet& sheet : sheets) read_mini_of_sixteen(sheet, right_to_left, read);
        break;
    }
    if (!cover.empty()) read.insert(read.end(), {cover[2], cover[3]});
    return read;
}

} // namespace halfstar::testing
