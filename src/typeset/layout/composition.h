// What a laid-out document is kept as: its texts with their line ends, and for each page which lines
// stand where and what is drawn. Items are built from it when a page is asked for.
#pragma once

#include "typeset/layout/set_text.h"

#include <halfstar/edition.h>
#include <halfstar/pages.h>

#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

namespace halfstar::layout {

/// Lines [first, last) of a text, the first one's baseline starting at `at`, the next ones `leading` below.
struct PlacedLines {
    std::uint32_t text = 0;
    std::uint32_t first = 0, last = 0;
    Point at;
    Length leading;
};

/// A star behind the last word of a text's last line.
struct EndMark {
    std::uint32_t text = 0;
    Point at;
};

struct ComposedPage {
    std::string label;
    std::vector<std::variant<PlacedLines, EndMark, Item>> contents;
};

struct Composition {
    DocumentInfo info;
    Size trim;
    std::vector<SetText> texts;
    std::vector<ComposedPage> pages;
    StructureTree structure;
    std::vector<Picture> pictures;
    std::vector<std::uint32_t> piece_pictures; ///< the piece's pictures in `pictures`
    std::vector<OutlineEntry> outline;
};

/// Owns the style and the page it was made for, so that pages can be built for as long as it lives. The
/// edition and the fonts must outlive it.
class ComposedDocument : public PagedDocument {
public:
    ComposedDocument(const Style& style, const PageSpec& page, const FontBook& fonts);
    ~ComposedDocument() override;

    const TypeCase& types() const { return *types_; }
    ComposingStick& stick() { return *stick_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    /// Takes what was composed and meets every face that its pages use.
    void keep(Composition composition);

    const DocumentInfo& info() const override { return composition_.info; }
    std::uint32_t page_count() const override { return static_cast<std::uint32_t>(composition_.pages.size()); }
    Page page(std::uint32_t index) const override;
    const StructureTree& structure() const override { return composition_.structure; }
    const std::vector<const Face*>& faces() const override { return stick_->faces().all(); }
    const std::vector<Picture>& pictures() const override { return composition_.pictures; }
    const std::vector<Spot>& spots() const override { return spots_; }
    const std::vector<OutlineEntry>& outline() const override { return composition_.outline; }

private:
    Style style_;
    PageSpec page_;
    Diagnostics diagnostics_;
    std::unique_ptr<TypeCase> types_;
    mutable std::unique_ptr<ComposingStick> stick_;
    mutable std::mutex mutex_; ///< of the stick: pages may be asked for from several threads
    Composition composition_;
    std::vector<Spot> spots_;
};

} // namespace halfstar::layout
