#include "typeset/sheets/forms_on_paper.h"
#include "typeset/sheets/marks.h"
#include "typeset/sheets/sheets.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar {

namespace {

Duplex duplex_of(const Imposition& imposition, const SheetPlan& plan) {
    if (!plan.two_sided || imposition.flip == Flip::by_hand) return Duplex::one_side;
    return imposition.flip == Flip::long_edge ? Duplex::long_edge : Duplex::short_edge;
}

class ImposedDocument : public FormsOnPaper {
public:
    ImposedDocument(const PagedDocument& pages, const Imposition& imposition, SheetPlan plan, Size trim)
        : FormsOnPaper(pages), imposition_(imposition), plan_(std::move(plan)), trim_(trim), info_(pages.info()) {
        info_.facing = false;
        info_.duplex = duplex_of(imposition, plan_);
    }

    const DocumentInfo& info() const override { return info_; }
    std::uint32_t page_count() const override { return static_cast<std::uint32_t>(plan_.sides.size()); }

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

private:
    Imposition imposition_;
    SheetPlan plan_;
    Size trim_;
    DocumentInfo info_;
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
