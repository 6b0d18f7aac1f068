#include "typeset/layout/wrap.h"

#include "typeset/layout/layout.h"
#include "typeset/layout/wrap_words.h"
#include "typeset/items.h"
#include "typeset/sheets/guide.h"

#include "design/drawing/paths.h"

#include <optional>
#include <utility>

namespace halfstar {

namespace {

constexpr std::uint32_t words_page = 0, front_page = 1, back_page = 2; ///< in the bundle of which a wrap is made
const Length overlap = Length::points(1); ///< of the spine's ground under front and back, so that no light shows between

/// The colour that a page is covered with.
std::optional<Paint> ground_of(const Page& page) {
    for (const Item& item : page.items)
        if (const auto* rule = std::get_if<Rule>(&item.node); rule != nullptr && rule->rect.width >= page.trim.width && rule->rect.height >= page.trim.height)
            return rule->paint;
    return std::nullopt;
}

class WrapDocument : public PagedDocument {
public:
    WrapDocument(std::unique_ptr<const Edition> edition, std::unique_ptr<PagedDocument> bundle, Size panel, Length spine)
        : edition_(std::move(edition)), bundle_(std::move(bundle)), panel_(panel), spine_(spine), info_(bundle_->info()) {
        info_.facing = false;
    }

    const DocumentInfo& info() const override { return info_; }
    std::uint32_t page_count() const override { return 1; }
    const StructureTree& structure() const override { return structure_; }
    const std::vector<const Face*>& faces() const override { return bundle_->faces(); }
    const std::vector<Picture>& pictures() const override { return bundle_->pictures(); }
    const std::vector<ScreenedPicture>& screened() const override { return bundle_->screened(); }
    const std::vector<Spot>& spots() const override { return bundle_->spots(); }
    const std::vector<OutlineEntry>& outline() const override { return outline_; }

    Page page(std::uint32_t) const override {
        Page wrap;
        wrap.trim = {panel_.width * 2 + spine_, panel_.height};
        wrap.label = "cover";
        const Page front = bundle_->page(front_page), back = bundle_->page(back_page);
        const Length beyond = panel_.width + spine_;
        if (const std::optional<Paint> ground = ground_of(front))
            wrap.items.push_back({Rule{{panel_.width - overlap, {}, spine_ + overlap * 2, panel_.height}, *ground}, 0});
        add(wrap, back, info_.right_to_left ? beyond : Length{});
        add(wrap, front, info_.right_to_left ? Length{} : beyond);
        for (Item& item : bundle_->page(words_page).items) wrap.items.push_back(std::move(item));
        for (Item& item : wrap.items) item.leaf = 0;
        return wrap;
    }

private:
    /// What a panel shows, and nothing of it on the spine.
    void add(Page& wrap, const Page& panel, Length x) const {
        wrap.items.push_back({ClipBegin{rectangle_path({x, {}, panel_.width, panel_.height})}, 0});
        for (const Item& item : panel.items)
            if (!std::holds_alternative<LinkArea>(item.node) && !std::holds_alternative<Anchor>(item.node))
                wrap.items.push_back(moved(item, {x, {}}));
        wrap.items.push_back({ClipEnd{}, 0});
    }

    std::unique_ptr<const Edition> edition_; ///< of the cover's parts alone
    std::unique_ptr<PagedDocument> bundle_;
    Size panel_;
    Length spine_;
    DocumentInfo info_;
    StructureTree structure_;
    std::vector<OutlineEntry> outline_;
};

} // namespace

Length spine_of(const WrapRules& rules, std::uint32_t pages) { return rules.caliper * pages + rules.boards; }

std::unique_ptr<PagedDocument> lay_out_wrap(const Edition& edition, const Style& style, const PageSpec& page, const Foundry& foundry,
                                            const WrapRules& rules, std::uint32_t pages, Diagnostics& diagnostics) {
    auto covers_alone = std::make_unique<Edition>(edition);
    covers_alone->parts = {IssuePart::cover, IssuePart::back};
    auto panels = lay_out_zine(*covers_alone, style, page, foundry, 1, diagnostics);
    const Length spine = spine_of(rules, pages);
    auto words = lay_out_wrap_words(edition, style, page, foundry, {rules, page.trim, spine, pages >= rules.words_from});
    auto bundle = with_pages_before(std::move(words), std::move(panels));
    return std::make_unique<WrapDocument>(std::move(covers_alone), std::move(bundle), page.trim, spine);
}

} // namespace halfstar
