// Pages that are those of another document but for what is done to each: everything else is forwarded.
#pragma once

#include <halfstar/pages.h>

namespace halfstar {

class ForwardingDocument : public PagedDocument {
public:
    /// `pages` must outlive it.
    explicit ForwardingDocument(const PagedDocument& pages) : pages_(pages) {}

    const DocumentInfo& info() const override { return pages_.info(); }
    std::uint32_t page_count() const override { return pages_.page_count(); }
    Page page(std::uint32_t index) const override { return pages_.page(index); }
    std::uint32_t form_count() const override { return pages_.form_count(); }
    Page form(std::uint32_t index) const override { return pages_.form(index); }
    const StructureTree& structure() const override { return pages_.structure(); }
    const std::vector<const Face*>& faces() const override { return pages_.faces(); }
    const std::vector<Picture>& pictures() const override { return pages_.pictures(); }
    const std::vector<ScreenedPicture>& screened() const override { return pages_.screened(); }
    const std::vector<Spot>& spots() const override { return pages_.spots(); }
    const std::vector<OutlineEntry>& outline() const override { return pages_.outline(); }

protected:
    const PagedDocument& pages_;
};

} // namespace halfstar
