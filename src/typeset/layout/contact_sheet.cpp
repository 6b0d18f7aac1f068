#include "typeset/layout/contact_sheet.h"

#include "typeset/layout/cropped_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace halfstar::layout {

namespace {

constexpr std::size_t most_pictures = 60; ///< smaller ones say nothing
constexpr double narrowest = 0.6, widest = 1.6; ///< of a frame, width by height
constexpr double cost_of_empty = 0.12; ///< of a frame without a picture, beside the logarithm of a wrong proportion

std::vector<ShownPicture> shown_pictures(const Desk& desk) {
    std::vector<ShownPicture> shown;
    for (std::uint32_t i = 0; i < desk.edition.letter_index() && shown.size() < most_pictures; ++i)
        if (std::optional<ShownPicture> one = picture_of(desk, i)) shown.push_back(std::move(*one));
    return shown;
}

/// That of the picture in the middle of them all.
double usual_proportion(const Desk& desk, const std::vector<ShownPicture>& shown) {
    std::vector<double> proportions;
    for (const ShownPicture& one : shown) {
        const Picture& picture = desk.composition.pictures[one.picture];
        proportions.push_back(static_cast<double>(std::max(1u, picture.width)) / std::max(1u, picture.height));
    }
    std::sort(proportions.begin(), proportions.end());
    return std::clamp(proportions[proportions.size() / 2], narrowest, widest);
}

} // namespace

SheetGrid sheet_grid(int count, const Size& room, Length gap, double proportion) {
    SheetGrid best;
    double least = -1;
    for (int columns = 1; columns <= std::max(1, count); ++columns) {
        const int rows = (std::max(1, count) + columns - 1) / columns;
        const double wide = ((room.width - gap * (columns - 1)) / columns).to_points();
        const double high = ((room.height - gap * (rows - 1)) / rows).to_points();
        if (wide <= 0 || high <= 0) continue;
        const double cost = std::abs(std::log(wide / high / proportion)) + cost_of_empty * (columns * rows - count);
        if (least >= 0 && cost >= least) continue;
        least = cost;
        best = {columns, rows};
    }
    return best;
}

bool set_contact_sheet(Desk& desk, std::size_t page, StructureId parent, const Rect& room, Length gap) {
    const std::vector<ShownPicture> shown = shown_pictures(desk);
    if (shown.empty()) return false;
    const auto [columns, rows] =
        sheet_grid(static_cast<int>(shown.size()), {room.width, room.height}, gap, usual_proportion(desk, shown));
    const Length wide = (room.width - gap * (columns - 1)) / columns, high = (room.height - gap * (rows - 1)) / rows;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto column = static_cast<int>(i) % columns, row = static_cast<int>(i) / columns;
        const int place = desk.right_to_left() ? columns - 1 - column : column;
        set_cropped(desk, page, parent, shown[i],
                    {room.x + (wide + gap) * place, room.y + (high + gap) * row, wide, high});
    }
    return true;
}

} // namespace halfstar::layout
