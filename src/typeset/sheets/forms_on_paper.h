// Sheets on which the pages of another document stand as forms: what is for screens (structure, links, what these lead to,
// the outline) stays behind. What a sheet is made of is for the document that derives from it.
#pragma once

#include "typeset/sheets/forwarding.h"

namespace halfstar {

class FormsOnPaper : public ForwardingDocument {
public:
    using ForwardingDocument::ForwardingDocument;

    Page page(std::uint32_t index) const override = 0;
    std::uint32_t form_count() const override { return pages_.page_count(); }
    /// A page as it is printed.
    Page form(std::uint32_t index) const override {
        Page page = pages_.page(index);
        std::erase_if(page.items, [](const Item& item) {
            return std::holds_alternative<LinkArea>(item.node) || std::holds_alternative<Anchor>(item.node);
        });
        for (Item& item : page.items) item.leaf = 0;
        return page;
    }
    const StructureTree& structure() const override { return structure_; }
    const std::vector<OutlineEntry>& outline() const override { return outline_; }

private:
    StructureTree structure_;
    std::vector<OutlineEntry> outline_;
};

} // namespace halfstar
