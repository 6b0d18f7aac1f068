#include "typeset/sheets/guide.h"

#include <algorithm>
#include <string>
#include <utility>

namespace halfstar {

namespace {

constexpr SheetLine down(double x, bool cut = false) { return {x, 0, x, 1, cut}; }
constexpr SheetLine across(double y, bool cut = false) { return {0, y, 1, y, cut}; }

std::vector<SheetLine> lines_of(Scheme scheme) {
    switch (scheme) {
    case Scheme::booklet:
    case Scheme::signatures: return {down(.5)};
    case Scheme::quarter: return {down(.5), across(.5, true)};
    case Scheme::mini8: return {down(.25), down(.5), down(.75), across(.5), {.25, .5, .75, .5, true}};
    case Scheme::mini16: return {down(.25), down(.5), down(.75), across(.5)};
    case Scheme::perfect: return {down(.5, true)};
    }
    return {};
}

/// Keys of the sentences in their order.
std::vector<std::string_view> steps_of(Scheme scheme, bool right_to_left) {
    const std::string_view fold = right_to_left ? "fold-left-over" : "fold-right-over";
    switch (scheme) {
    case Scheme::booklet: return {"sheet-order", "fold-in-half", "staple-twice"};
    case Scheme::signatures: return {"sheet-order", "fold-nests", "bind-nests"};
    case Scheme::quarter: return {"cut-across", "fold-in-half", "staple-twice"};
    case Scheme::mini8: return {"mini-creases", "mini-cut", "mini-push", "mini-close"};
    case Scheme::mini16: return {"page-one-down", fold, "fold-upper-over", fold, "cut-open"};
    case Scheme::perfect: return {"cut-down", right_to_left ? "right-on-left" : "left-on-right", "glue-back"};
    }
    return {};
}

SheetFace face_of(const SheetSide& side, Size trim, const Locale& words) {
    SheetFace face;
    face.name = words.word(side.back ? "sheet-back" : "sheet-front");
    for (const Placement& one : side.pages)
        face.panels.push_back({{one.at.x, one.at.y, trim.width, trim.height}, std::to_string(one.page + 1), one.turned});
    return face;
}

/// Two documents one behind the other; of faces the second's come first, so that its runs stay as they are.
class Bundle : public PagedDocument {
public:
    Bundle(std::unique_ptr<PagedDocument> before, std::unique_ptr<PagedDocument> sheets)
        : before_(std::move(before)), sheets_(std::move(sheets)), faces_(sheets_->faces()) {
        faces_.insert(faces_.end(), before_->faces().begin(), before_->faces().end());
    }

    const DocumentInfo& info() const override { return sheets_->info(); }
    std::uint32_t page_count() const override { return before_->page_count() + sheets_->page_count(); }
    Page page(std::uint32_t index) const override {
        if (index >= before_->page_count()) return sheets_->page(index - before_->page_count());
        Page page = before_->page(index);
        for (Item& item : page.items) {
            item.leaf = 0;
            if (auto* run = std::get_if<GlyphRun>(&item.node))
                run->face = static_cast<FaceIndex>(run->face + sheets_->faces().size());
        }
        return page;
    }
    std::uint32_t form_count() const override { return sheets_->form_count(); }
    Page form(std::uint32_t index) const override { return sheets_->form(index); }
    const StructureTree& structure() const override { return sheets_->structure(); }
    const std::vector<const Face*>& faces() const override { return faces_; }
    const std::vector<Picture>& pictures() const override { return sheets_->pictures(); }
    const std::vector<ScreenedPicture>& screened() const override { return sheets_->screened(); }
    const std::vector<Spot>& spots() const override { return sheets_->spots(); }
    const std::vector<OutlineEntry>& outline() const override { return sheets_->outline(); }

private:
    std::unique_ptr<PagedDocument> before_, sheets_;
    std::vector<const Face*> faces_;
};

} // namespace

SheetPages sheet_pages_of(const Imposition& imposition, const SheetPlan& plan, const PagedDocument& pages, const Locale& words) {
    SheetPages shown;
    shown.paper = plan.paper;
    // A cover apart is the first sheet; how the others are folded shows on the one behind it.
    const std::uint32_t sheet = imposition.cover_apart && plan.sheets > 1 ? 1 : 0;
    for (const bool back : {false, true})
        for (const SheetSide& side : plan.sides)
            if (side.sheet == sheet && side.back == back) shown.faces.push_back(face_of(side, plan.trim, words));
    shown.lines = lines_of(imposition.scheme);
    for (const std::string_view key : steps_of(imposition.scheme, pages.info().right_to_left))
        shown.steps.push_back(Locale::fill(words.word(key), {std::to_string(imposition.signature / 4)}));
    shown.guide = imposition.fold_guide;
    shown.test = imposition.test_sheet;
    return shown;
}

std::unique_ptr<PagedDocument> with_pages_before(std::unique_ptr<PagedDocument> before, std::unique_ptr<PagedDocument> sheets) {
    return std::make_unique<Bundle>(std::move(before), std::move(sheets));
}

} // namespace halfstar
