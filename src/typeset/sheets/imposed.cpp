#include "typeset/sheets/marks.h"
#include "typeset/sheets/sheets.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar {

namespace {

/// Links and what they lead to are for pages on a screen.
bool is_for_paper(const Item& item) {
    return !std::holds_alternative<LinkArea>(item.node) && !std::holds_alternative<Anchor>(item.node);
}

Duplex duplex_of(const Imposition& imposition, const SheetPlan& plan) {
    if (!plan.two_sided || imposition.flip == Flip::by_hand) return Duplex::one_side;
    return imposition.flip == Flip::long_edge ? Duplex::long_edge : Duplex::short_edge;
}

class ImposedDocument : public PagedDocument {
public:
    ImposedDocument(const PagedDocument& pages, const Imposition& imposition, SheetPlan plan, Size trim)
        : pages_(pages), imposition_(imposition), plan_(std::move(plan)), trim_(trim), info_(pages.info()) {
        info_.facing = false;
        info_.duplex = duplex_of(imposition, plan_);
    }

    const DocumentInfo& info() const override { return info_; }
    std::uint32_t page_count() const override { return static_cast<std::uint32_t>(plan_.sides.size()); }
    const StructureTree& structure() const override { return structure_; }
    const std::vector<const Face*>& faces() const override { return pages_.faces(); }
    const std::vector<Picture>& pictures() const override { return pages_.pictures(); }
    const std::vector<ScreenedPicture>& screened() const override { return pages_.screened(); }
    const std::vector<Spot>& spots() const override { return pages_.spots(); }
    const std::vector<OutlineEntry>& outline() const override { return outline_; }

    Page page(std::uint32_t index) const override {
        const SheetSide& side = plan_.sides[index];
        Page sheet;
        sheet.trim = plan_.paper;
        sheet.label = std::to_string(side.sheet + 1) + (side.back ? "b" : "a");
        for (const Placement& placement : side.pages)
            sheet.items.push_back({PlacedForm{placement.page, placement.at, placement.turned}, 0});
        for (Item& mark : marks_of(imposition_, plan_, side, trim_)) sheet.items.push_back(std::move(mark));
        return sheet;
    }

    std::uint32_t form_count() const override { return pages_.page_count(); }
    /// A page never shows beyond its trim: nothing crosses the fold.
    Page form(std::uint32_t index) const override {
        Page page = pages_.page(index);
        std::erase_if(page.items, [](const Item& item) { return !is_for_paper(item); });
        for (Item& item : page.items) item.leaf = 0;
        return page;
    }

private:
    const PagedDocument& pages_;
    Imposition imposition_;
    SheetPlan plan_;
    Size trim_;
    DocumentInfo info_;
    StructureTree structure_;
    std::vector<OutlineEntry> outline_;
};

} // namespace

Result<SheetPlan> plan_for(const PagedDocument& pages, const Imposition& imposition) {
    const FoldMargins margins = imposition.caliper.units > 0 ? fold_margins(pages) : FoldMargins{};
    return plan_sheets(imposition, pages.page_count(), pages.page(0).trim, margins, pages.info().right_to_left);
}

Result<std::unique_ptr<PagedDocument>> impose(const PagedDocument& pages, const Imposition& imposition) {
    Result<SheetPlan> plan = plan_for(pages, imposition);
    if (!plan) return plan.error();
    return std::unique_ptr<PagedDocument>(
        std::make_unique<ImposedDocument>(pages, imposition, std::move(*plan), pages.page(0).trim));
}

} // namespace halfstar
