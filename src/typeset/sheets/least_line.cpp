#include "typeset/sheets/least_line.h"

#include "typeset/sheets/forwarding.h"

#include <algorithm>
#include <utility>

namespace halfstar {

namespace {

void thicken(Length& from, Length& thickness, Length least) {
    from -= (least - thickness) / 2;
    thickness = least;
}

void thicken(Rule& rule, Length least) {
    Rect& rect = rule.rect;
    if (rect.height <= rect.width && rect.height.units > 0 && rect.height < least) thicken(rect.y, rect.height, least);
    else if (rect.width < rect.height && rect.width.units > 0 && rect.width < least) thicken(rect.x, rect.width, least);
}

class ThickenedDocument : public ForwardingDocument {
public:
    ThickenedDocument(std::unique_ptr<PagedDocument> pages, Length least)
        : ForwardingDocument(*pages), kept_(std::move(pages)), least_(least) {}

    Page page(std::uint32_t index) const override {
        Page page = pages_.page(index);
        for (Item& item : page.items) {
            if (auto* rule = std::get_if<Rule>(&item.node)) thicken(*rule, least_);
            if (auto* shape = std::get_if<Shape>(&item.node); shape != nullptr && shape->stroke)
                shape->stroke_width = std::max(shape->stroke_width, least_);
        }
        return page;
    }

private:
    std::unique_ptr<PagedDocument> kept_;
    Length least_;
};

} // namespace

std::unique_ptr<PagedDocument> with_least_line(std::unique_ptr<PagedDocument> pages, Length least) {
    return std::make_unique<ThickenedDocument>(std::move(pages), least);
}

} // namespace halfstar
