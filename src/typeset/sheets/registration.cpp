#include "typeset/sheets/registration.h"

#include "design/drawing/paths.h"

#include <utility>
#include <vector>

namespace halfstar {
namespace {

constexpr Paint all_inks{0, 0, 0, every_ink};
const Length hairline = Length::points(0.25);
const Length arm = Length::millimetres(3), radius = Length::millimetres(1.8);
const Length away = Length::millimetres(2), corner = Length::millimetres(5);

class MarkedPages : public PagedDocument {
public:
    explicit MarkedPages(const PagedDocument& pages) : pages_(pages), info_(pages.info()) {}

    const DocumentInfo& info() const override { return info_; }
    std::uint32_t page_count() const override { return pages_.page_count(); }
    const StructureTree& structure() const override { return structure_; }
    const std::vector<const Face*>& faces() const override { return pages_.faces(); }
    const std::vector<Picture>& pictures() const override { return pages_.pictures(); }
    const std::vector<ScreenedPicture>& screened() const override { return pages_.screened(); }
    const std::vector<Spot>& spots() const override { return pages_.spots(); }
    const std::vector<OutlineEntry>& outline() const override { return outline_; }

    Page page(std::uint32_t index) const override {
        const Page inner = form(index);
        Page page;
        page.trim = {inner.trim.width + registration_margin * 2, inner.trim.height + registration_margin * 2};
        page.label = inner.label;
        page.items.push_back({PlacedForm{index, {registration_margin, registration_margin}, false}, 0});
        add_marks(page, inner.trim);
        return page;
    }

    std::uint32_t form_count() const override { return pages_.page_count(); }
    Page form(std::uint32_t index) const override {
        Page page = pages_.page(index);
        std::erase_if(page.items, [](const Item& item) {
            return std::holds_alternative<LinkArea>(item.node) || std::holds_alternative<Anchor>(item.node);
        });
        for (Item& item : page.items) item.leaf = 0;
        return page;
    }

private:
    static void line(Page& page, Point from, Point to) {
        Shape shape;
        shape.path = {{PathStep::Kind::move, {from, {}, {}}}, {PathStep::Kind::line, {to, {}, {}}}};
        shape.stroke = all_inks;
        shape.stroke_width = hairline;
        page.items.push_back({shape, 0});
    }

    static void cross(Page& page, Point at) {
        line(page, {at.x - arm, at.y}, {at.x + arm, at.y});
        line(page, {at.x, at.y - arm}, {at.x, at.y + arm});
        Shape circle;
        circle.path = circle_path(at, radius);
        circle.stroke = all_inks;
        circle.stroke_width = hairline;
        page.items.push_back({circle, 0});
    }

    static void add_marks(Page& page, Size trim) {
        const Length margin = registration_margin, right = margin + trim.width, foot = margin + trim.height;
        for (const Length x : {margin / 2, page.trim.width - margin / 2}) cross(page, {x, page.trim.height / 2});
        for (const Length y : {margin / 2, page.trim.height - margin / 2}) cross(page, {page.trim.width / 2, y});
        for (const Length x : {margin, right}) {
            line(page, {x, margin - away}, {x, margin - away - corner});
            line(page, {x, foot + away}, {x, foot + away + corner});
        }
        for (const Length y : {margin, foot}) {
            line(page, {margin - away, y}, {margin - away - corner, y});
            line(page, {right + away, y}, {right + away + corner, y});
        }
    }

    const PagedDocument& pages_;
    DocumentInfo info_;
    StructureTree structure_;
    std::vector<OutlineEntry> outline_;
};

} // namespace

std::unique_ptr<PagedDocument> with_registration(const PagedDocument& pages) { return std::make_unique<MarkedPages>(pages); }

} // namespace halfstar
