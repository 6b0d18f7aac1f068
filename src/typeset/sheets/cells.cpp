#include "typeset/sheets/cells.h"

#include <algorithm>

namespace halfstar {

namespace {

constexpr std::uint32_t none = ~0u; ///< no page: where only one half of a sheet is used

std::uint32_t rounded_up(std::uint32_t number, std::uint32_t multiple) { return (number + multiple - 1) / multiple * multiple; }

/// Pages [first, first + pages) on sheets that lie in one another, the first outermost; `pages` is a multiple of 4. On a
/// front the later page is left of the fold.
std::vector<SheetCells> nest(std::uint32_t first, std::uint32_t pages) {
    std::vector<SheetCells> sheets;
    for (std::uint32_t i = 0; i < pages / 4; ++i) {
        const std::uint32_t low = first + 2 * i, high = first + pages - 1 - 2 * i;
        sheets.push_back({{{high, false, i}, {low, false, i}}, {{low + 1, false, i}, {high - 1, false, i}}});
    }
    return sheets;
}

/// Nests of `size` pages, the last of what is left.
std::vector<SheetCells> nests(std::uint32_t first, std::uint32_t pages, std::uint32_t size) {
    std::vector<SheetCells> sheets;
    for (std::uint32_t done = 0; done < pages; done += size)
        for (SheetCells& sheet : nest(first + done, std::min(size, pages - done))) sheets.push_back(std::move(sheet));
    return sheets;
}

void append(std::vector<SheetCell>& cells, const std::vector<SheetCell>& more) { cells.insert(cells.end(), more.begin(), more.end()); }

/// A nest's sheets two to a paper: the outer half of them in the upper row, the inner half in the lower one.
std::vector<SheetCells> quarters(std::uint32_t first, std::uint32_t pages) {
    const std::vector<SheetCells> halves = nest(first, pages);
    const std::size_t count = (halves.size() + 1) / 2;
    const SheetCells nothing{{{none}, {none}}, {{none}, {none}}};
    std::vector<SheetCells> sheets;
    for (std::size_t i = 0; i < count; ++i) {
        SheetCells sheet = halves[i];
        const SheetCells& lower = i + count < halves.size() ? halves[i + count] : nothing;
        append(sheet.front, lower.front);
        append(sheet.back, lower.back);
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

/// One sheet: pages are given from 1 as they stand in the rows, the upper row on its head.
std::vector<SheetCell> rows(std::uint32_t first, const std::vector<std::uint32_t>& upper, const std::vector<std::uint32_t>& lower) {
    std::vector<SheetCell> cells;
    for (const std::uint32_t page : upper) cells.push_back({first + page - 1, true, 0});
    for (const std::uint32_t page : lower) cells.push_back({first + page - 1, false, 0});
    return cells;
}

/// Folded in half four ways, with a cut through the middle two columns, the pages go round the cut.
std::vector<SheetCells> minis_of_eight(std::uint32_t pages) {
    std::vector<SheetCells> sheets;
    for (std::uint32_t first = 0; first < pages; first += 8)
        sheets.push_back({rows(first, {5, 4, 3, 2}, {6, 7, 8, 1}), {}});
    return sheets;
}

/// An octavo: folded three times, the heads meet at the fold across.
std::vector<SheetCells> minis_of_sixteen(std::uint32_t pages) {
    std::vector<SheetCells> sheets;
    for (std::uint32_t first = 0; first < pages; first += 16)
        sheets.push_back({rows(first, {5, 12, 9, 8}, {4, 13, 16, 1}), rows(first, {7, 10, 11, 6}, {2, 15, 14, 3})});
    return sheets;
}

/// Leaves side by side: when the stack is cut, the left one goes on the right one.
std::vector<SheetCells> block(std::uint32_t first, std::uint32_t pages) {
    const std::uint32_t leaves = pages / 2, count = (leaves + 1) / 2;
    const auto page = [&](std::uint32_t leaf, std::uint32_t side) { return leaf < leaves ? first + leaf * 2 + side : none; };
    std::vector<SheetCells> sheets;
    for (std::uint32_t i = 0; i < count; ++i)
        sheets.push_back({{{page(i, 0)}, {page(i + count, 0)}}, {{page(i + count, 1)}, {page(i, 1)}}});
    return sheets;
}

std::vector<SheetCells> sheets_of(const Imposition& imposition, std::uint32_t first, std::uint32_t pages) {
    switch (imposition.scheme) {
    case Scheme::booklet: return nest(first, pages);
    case Scheme::signatures: return nests(first, pages, imposition.signature);
    case Scheme::quarter: return quarters(first, pages);
    case Scheme::mini8: return minis_of_eight(pages);
    case Scheme::mini16: return minis_of_sixteen(pages);
    case Scheme::perfect: return block(first, pages);
    }
    return {};
}

/// The sheet of a cover: its two pages outside, its two inside, whatever binds what lies in it.
SheetCells cover(const Imposition& imposition, std::uint32_t pages) {
    SheetCells sheet{{{pages - 1}, {0}}, {{1}, {pages - 2}}};
    if (imposition.scheme == Scheme::quarter)
        for (auto* side : {&sheet.front, &sheet.back}) append(*side, {{none}, {none}});
    return sheet;
}

void mirror(std::vector<SheetCell>& cells, int columns) {
    for (auto row = cells.begin(); row != cells.end(); row += columns) std::reverse(row, row + columns);
}

} // namespace

CellGrid grid_of(Scheme scheme) {
    if (is_mini(scheme)) return {4, 2};
    return scheme == Scheme::quarter ? CellGrid{2, 2} : CellGrid{2, 1};
}

std::vector<SheetCells> cells_of(const Imposition& imposition, std::uint32_t pages, bool right_to_left) {
    if (pages == 0) return {};
    const bool apart = imposition.cover_apart && pages > 4 && !is_mini(imposition.scheme);
    const std::uint32_t filled = rounded_up(pages, apart ? 4 : multiple_of(imposition.scheme));
    std::vector<SheetCells> sheets;
    if (apart) sheets.push_back(cover(imposition, filled));
    for (SheetCells& sheet : sheets_of(imposition, apart ? 2 : 0, apart ? filled - 4 : filled))
        sheets.push_back(std::move(sheet));
    const int columns = grid_of(imposition.scheme).columns;
    if (right_to_left)
        for (SheetCells& sheet : sheets) {
            mirror(sheet.front, columns);
            mirror(sheet.back, columns);
        }
    return sheets;
}

} // namespace halfstar
