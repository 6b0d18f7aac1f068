#include "ends.h"

#include <map>
#include <set>

namespace halfstar::testing {

namespace {

constexpr std::size_t few_lines = 5;

/// What a piece has on a page: baselines, and how far down it reaches.
struct Share {
    std::set<Length> baselines;
    Length foot;
    bool picture = false;
};

using Shares = std::map<std::uint32_t, Share>; ///< by page

StructureId article_of(const StructureTree& tree, StructureId leaf) {
    StructureId article = 0;
    for (StructureId id = leaf; id != 0; id = tree.nodes[id].parent)
        if (tree.nodes[id].role == StructureRole::article) article = id;
    return article;
}

void add(Share& share, const Item& item, const TypesetPages& typeset, std::uint32_t page) {
    if (const auto* run = std::get_if<GlyphRun>(&item.node)) {
        if (run->visibility == Visibility::invisible || run->turn != 0 || !is_in_text_column(typeset, page, *run)) return;
        share.baselines.insert(run->origin.y);
        share.foot = std::max(share.foot, run->origin.y);
    } else if (const auto* picture = std::get_if<PictureItem>(&item.node)) {
        share.picture = true;
        share.foot = std::max(share.foot, picture->rect.bottom());
    }
}

std::map<StructureId, Shares> shares_of(const TypesetPages& typeset) {
    std::map<StructureId, Shares> shares;
    for (std::uint32_t page = 0; page < typeset.pages.size(); ++page)
        for (const Item& item : typeset.pages[page].items)
            if (const StructureId article = article_of(*typeset.structure, item.leaf); article != 0)
                add(shares[article][page], item, typeset, page);
    return shares;
}

} // namespace

PageEnds ends_of(const TypesetPages& typeset) {
    PageEnds ends;
    for (const auto& [article, pages] : shares_of(typeset)) {
        if (pages.size() < 2) continue;
        ++ends.pieces;
        const auto& [last_page, last] = *pages.rbegin();
        if (last.baselines.size() < few_lines && !last.picture) ++ends.short_ends;
        for (const auto& [page, share] : pages) {
            const auto facing = pages.find(page + 1);
            if (is_recto(page) || facing == pages.end() || facing->first == last_page) continue;
            ++ends.spreads;
            if (share.foot != facing->second.foot) ++ends.uneven;
        }
    }
    return ends;
}

} // namespace halfstar::testing
