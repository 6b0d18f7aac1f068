#include "typeset/sheets/sheets.h"

#include "typeset/items.h"

#include <string>
#include <utility>

namespace halfstar {

namespace {

/// Links and what they lead to are for pages on a screen.
bool is_for_paper(const Item& item) {
    return !std::holds_alternative<LinkArea>(item.node) && !std::holds_alternative<Anchor>(item.node);
}

Path outline_of(const Rect& rect) {
    const auto step = [](PathStep::Kind kind, Point point) { return PathStep{kind, {point, {}, {}}}; };
    return {step(PathStep::Kind::move, {rect.x, rect.y}), step(PathStep::Kind::line, {rect.right(), rect.y}),
            step(PathStep::Kind::line, {rect.right(), rect.bottom()}), step(PathStep::Kind::line, {rect.x, rect.bottom()}),
            step(PathStep::Kind::close, {})};
}

class ImposedDocument : public PagedDocument {
public:
    ImposedDocument(const PagedDocument& pages, Size paper, std::vector<SheetSide> sides)
        : pages_(pages), paper_(paper), sides_(std::move(sides)), info_(pages.info()) {
        info_.facing = false;
        info_.duplex = Duplex::short_edge;
    }

    const DocumentInfo& info() const override { return info_; }
    std::uint32_t page_count() const override { return static_cast<std::uint32_t>(sides_.size()); }
    const StructureTree& structure() const override { return structure_; }
    const std::vector<const Face*>& faces() const override { return pages_.faces(); }
    const std::vector<Picture>& pictures() const override { return pages_.pictures(); }
    const std::vector<ScreenedPicture>& screened() const override { return pages_.screened(); }
    const std::vector<Spot>& spots() const override { return pages_.spots(); }
    const std::vector<OutlineEntry>& outline() const override { return outline_; }

    Page page(std::uint32_t index) const override {
        Page side;
        side.trim = paper_;
        side.label = std::to_string(index / 2 + 1) + (index % 2 == 0 ? "a" : "b");
        for (const Placement& placement : sides_[index]) place(placement, side.items);
        return side;
    }

private:
    /// A page never shows beyond its trim: nothing crosses the fold.
    void place(const Placement& placement, std::vector<Item>& items) const {
        Page page = pages_.page(placement.page);
        if (page.items.empty()) return;
        items.push_back({ClipBegin{outline_of({placement.at.x, placement.at.y, page.trim.width, page.trim.height})}, 0});
        for (Item& item : page.items) {
            if (!is_for_paper(item)) continue;
            item.leaf = 0;
            items.push_back(moved(std::move(item), placement.at));
        }
        items.push_back({ClipEnd{}, 0});
    }

    const PagedDocument& pages_;
    Size paper_;
    std::vector<SheetSide> sides_;
    DocumentInfo info_;
    StructureTree structure_;
    std::vector<OutlineEntry> outline_;
};

} // namespace

std::unique_ptr<PagedDocument> impose_booklet(const PagedDocument& pages) {
    const Size trim = pages.page(0).trim;
    const Size paper = booklet_paper(trim);
    return std::make_unique<ImposedDocument>(
        pages, paper, booklet_sides(pages.page_count(), trim, paper, pages.info().right_to_left));
}

} // namespace halfstar
