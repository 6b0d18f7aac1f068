// Pull quotes on pages.
#include "note_setting.h"
#include "zine_setting.h"

#include <algorithm>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

Piece quoted(int sentences_before) {
    Quote pulled{{paragraph("The Zone wants respect.")}};
    pulled.kind = QuoteKind::pull;
    return film({paragraph(prose(sentences_before)), {pulled, {}, 0}, paragraph(prose(60, 2))});
}

/// Rules over the whole text column.
std::vector<Length> rules_of(const Page& page, Length width) {
    std::vector<Length> rules;
    for (const Item& item : page.items)
        if (const auto* rule = std::get_if<Rule>(&item.node); rule != nullptr && rule->rect.width == width)
            rules.push_back(rule->rect.y);
    return rules;
}

TEST_CASE("a pull quote stands large between two rules on one page, wherever it falls") {
    const PageSpec& spec = *find_page(programme(), "zine-a5");
    const Length width = spec.trim.width - spec.inner - spec.outer - spec.side - spec.gutter;
    for (int sentences = 30; sentences < 45; ++sentences) {
        CAPTURE(sentences);
        const LaidOut laid = lay_out(quoted(sentences), "zine-a5");
        std::size_t found = 0;
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
            const Page page = laid.document->page(i);
            for (const Item& item : page.items) {
                const auto* run = std::get_if<GlyphRun>(&item.node);
                if (run == nullptr || run->text.find("Zone") == std::string::npos) continue;
                ++found;
                CHECK(run->size > Length::points(11));
                const std::vector<Length> rules = rules_of(page, width);
                const auto above = [&](Length y) { return y < run->origin.y && y > run->origin.y - spec.grid * 3; };
                const auto below = [&](Length y) { return y > run->origin.y && y < run->origin.y + spec.grid * 2; };
                CHECK(std::count_if(rules.begin(), rules.end(), above) == 1);
                CHECK(std::count_if(rules.begin(), rules.end(), below) == 1);
            }
        }
        CHECK(found == 1);
        CHECK(read_aloud(*laid.document).find("The Zone wants respect.") != std::string::npos);
    }
}

TEST_CASE("a pull quote of several lines stays on one page between its rules, in columns too") {
    Quote pulled{{paragraph("Frank knows where that car is going. He has been trying since the first reel to get there late.")}};
    pulled.kind = QuoteKind::pull;
    const Style& style = style_called("xerox");
    const PageSpec& spec = *find_page(style, "zine-a5");
    for (int sentences = 20; sentences < 60; ++sentences) {
        CAPTURE(sentences);
        const LaidOut laid = lay_out_in(style, spec, edition_of({film({paragraph(prose(sentences)), {pulled, {}, 0}, paragraph(prose(20, 2))})}));
        std::size_t lines = 0, pages = 0;
        for (std::uint32_t i = 0; i < laid.document->page_count(); ++i) {
            const Page page = laid.document->page(i);
            const auto large = [&](const Item& item) {
                const auto* run = std::get_if<GlyphRun>(&item.node);
                return run != nullptr && item.leaf != 0 && run->turn == 0 && run->size == style.element(Element::pull_quote).size;
            };
            const auto here = std::count_if(page.items.begin(), page.items.end(), large);
            lines += static_cast<std::size_t>(here);
            if (here > 0) ++pages;
        }
        CHECK(lines >= 4);
        CHECK(pages == 1);
    }
}

} // namespace
