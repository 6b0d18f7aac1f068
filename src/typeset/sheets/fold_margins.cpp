#include "typeset/sheets/sheets.h"

#include <halfstar/document.h>

#include <algorithm>
#include <optional>

namespace halfstar {

namespace {

/// From left to right.
struct Extent {
    Length left, right;
};

std::optional<Extent> extent_of(const GlyphRun& run) {
    if (run.visibility == Visibility::invisible || run.glyphs.empty()) return std::nullopt;
    const Length reach = run.glyphs.back().x + run.glyphs.back().advance;
    if (run.turn == 0) return Extent{run.origin.x, run.origin.x + reach};
    // However it is turned, it goes no further than it is long and high.
    return Extent{run.origin.x - reach - run.size, run.origin.x + reach + run.size};
}

std::optional<Extent> extent_of(const Path& path) {
    std::optional<Extent> extent;
    for (const PathStep& step : path) {
        const int points = step.kind == PathStep::Kind::close ? 0 : step.kind == PathStep::Kind::curve ? 3 : 1;
        for (int i = 0; i < points; ++i) {
            const Length x = step.points[i].x;
            extent = extent ? Extent{std::min(extent->left, x), std::max(extent->right, x)} : Extent{x, x};
        }
    }
    return extent;
}

std::optional<Extent> extent_of(const Item& item) {
    return std::visit(overloaded{
                          [](const GlyphRun& run) { return extent_of(run); },
                          [](const Rule& rule) { return std::optional(Extent{rule.rect.x, rule.rect.right()}); },
                          [](const Shape& shape) { return extent_of(shape.path); },
                          [](const PictureItem& picture) { return std::optional(Extent{picture.rect.x, picture.rect.right()}); },
                          [](const auto&) { return std::optional<Extent>(); },
                      },
                      item.node);
}

Length margin_of(const Page& page, bool spine_is_left) {
    Length margin = page.trim.width;
    for (const Item& item : page.items) {
        const std::optional<Extent> extent = extent_of(item);
        if (!extent) continue;
        const Length here = spine_is_left ? extent->left : page.trim.width - extent->right;
        if (here.units > 0) margin = std::min(margin, here);
    }
    return margin;
}

} // namespace

FoldMargins fold_margins(const PagedDocument& pages) {
    FoldMargins margins;
    for (std::uint32_t i = 0; i < pages.page_count(); ++i)
        margins.push_back(margin_of(pages.page(i), (i % 2 == 0) != pages.info().right_to_left));
    return margins;
}

} // namespace halfstar
