#include "typeset/sheets/registration.h"

#include "design/drawing/paths.h"
#include "typeset/sheets/forms_on_paper.h"


namespace halfstar {
namespace {

constexpr Paint all_inks{0, 0, 0, every_ink};
const Length hairline = Length::points(0.25);
const Length arm = Length::millimetres(3), radius = Length::millimetres(1.8);
const Length away = Length::millimetres(2), corner = Length::millimetres(5);

class MarkedPages : public FormsOnPaper {
public:
    using FormsOnPaper::FormsOnPaper;

    Page page(std::uint32_t index) const override {
        const Page inner = form(index);
        Page page;
        page.trim = {inner.trim.width + registration_margin * 2, inner.trim.height + registration_margin * 2};
        page.label = inner.label;
        page.items.push_back({PlacedForm{index, {registration_margin, registration_margin}, false}, 0});
        add_marks(page, inner.trim);
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
};

} // namespace

std::unique_ptr<PagedDocument> with_registration(const PagedDocument& pages) { return std::make_unique<MarkedPages>(pages); }

} // namespace halfstar
