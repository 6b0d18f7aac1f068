#include "typeset/sheets/bled.h"

#include "design/drawing/paths.h"
#include "typeset/sheets/forwarding.h"

#include <halfstar/document.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace halfstar {

namespace {

constexpr Length slack = Length::points(0.05); ///< what ends so near to the trim is meant to reach it

/// Edges of a page and the bleed's beyond them.
class Edges {
public:
    Edges(Size trim, const Bleed& bleed) : trim_(trim), bleed_(bleed) {}

    Length x(Length at) const { return out(at, trim_.width, bleed_.left, bleed_.right); }
    Length y(Length at) const { return out(at, trim_.height, bleed_.top, bleed_.bottom); }

    Rect out_of(const Rect& rect) const {
        const Length left = x(rect.x), top = y(rect.y);
        return {left, top, x(rect.right()) - left, y(rect.bottom()) - top};
    }
    void draw_out(Path& path) const {
        for (PathStep& step : path)
            for (Point& point : step.points) point = {x(point.x), y(point.y)};
    }

private:
    static Length out(Length at, Length size, Length before, Length behind) {
        if (at <= slack) return std::min(at, -before);
        return at >= size - slack ? std::max(at, size + behind) : at;
    }

    Size trim_;
    Bleed bleed_;
};

/// In the proportions of `own`, around `seen`.
Rect around(const Rect& own, const Rect& seen) {
    const double across = seen.width.to_points() / own.width.to_points(), down = seen.height.to_points() / own.height.to_points();
    const double by = std::max(across, down);
    const Size size{own.width.scaled(by), own.height.scaled(by)};
    return {seen.x - (size.width - seen.width) / 2, seen.y - (size.height - seen.height) / 2, size.width, size.height};
}

class BledDocument : public ForwardingDocument {
public:
    using BleedOf = std::function<Bleed(std::uint32_t)>;
    BledDocument(const PagedDocument& pages, BleedOf bleed) : ForwardingDocument(pages), bleed_(std::move(bleed)) {}

    Page page(std::uint32_t index) const override {
        Page page = pages_.page(index);
        page.bleed = bleed_(index);
        std::vector<Item> items;
        items.reserve(page.items.size());
        for (Item& item : page.items)
            for (Item& one : bled(std::move(item), page.trim, page.bleed)) items.push_back(std::move(one));
        page.items = std::move(items);
        return page;
    }

private:
    BleedOf bleed_;
};

} // namespace

Bleed bleed_of(const Target& target, const DocumentInfo& info, std::uint32_t index) {
    Bleed bleed{target.bleed, target.bleed, target.bleed, target.bleed};
    if (target.bleed_at_fold || !info.facing) return bleed;
    const bool fold_on_the_left = (index % 2 == 0) != info.right_to_left;
    (fold_on_the_left ? bleed.left : bleed.right) = {};
    return bleed;
}

std::vector<Item> bled(Item item, Size trim, const Bleed& bleed) {
    const Edges edges(trim, bleed);
    std::optional<Rect> seen; // of a picture that grows
    std::visit(overloaded{
                   [&](Rule& rule) { rule.rect = edges.out_of(rule.rect); },
                   [&](Shape& shape) { edges.draw_out(shape.path); },
                   [&](ClipBegin& clip) { edges.draw_out(clip.path); },
                   [&](PictureItem& picture) {
                       const Rect out = edges.out_of(picture.rect);
                       if (out == picture.rect) return;
                       seen = out;
                       picture.rect = around(picture.rect, out);
                   },
                   [](auto&) {},
               },
               item.node);
    if (!seen) return {std::move(item)};
    std::vector<Item> clipped;
    clipped.push_back({ClipBegin{rectangle_path(*seen)}, 0});
    clipped.push_back(std::move(item));
    clipped.push_back({ClipEnd{}, 0});
    return clipped;
}

std::unique_ptr<PagedDocument> with_bleed(const PagedDocument& pages, const Target& target) {
    return std::make_unique<BledDocument>(
        pages, [&pages, target](std::uint32_t index) { return bleed_of(target, pages.info(), index); });
}

std::unique_ptr<PagedDocument> with_bleed(const PagedDocument& pages, const Bleed& bleed) {
    return std::make_unique<BledDocument>(pages, [bleed](std::uint32_t) { return bleed; });
}

} // namespace halfstar
