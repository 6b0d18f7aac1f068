// Covers: one page of two to three, the title as large as it will go.
#include "note_setting.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

LaidOut cover_of(std::vector<Piece> pieces, std::string title) {
    LaidOut out;
    out.edition = std::make_unique<Edition>();
    out.edition->language = "en";
    out.edition->title = std::move(title);
    out.edition->pieces = std::move(pieces);
    out.document = lay_out_cover(*out.edition, programme(), fonts(), out.diagnostics);
    return out;
}

Piece titled(std::string title) {
    Piece piece = film({paragraph("Text.")});
    piece.title.value = std::move(title);
    return piece;
}

Length largest(const Page& page) {
    Length size{};
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node)) size = std::max(size, run->size);
    return size;
}

} // namespace

TEST_CASE("a cover is one page, half as high again as it is wide, of one solid colour") {
    const LaidOut laid = cover_of({titled("Stalker")}, "Stalker");
    REQUIRE(laid.document->page_count() == 1);
    const Page page = laid.document->page(0);
    CHECK(page.trim.width * 3 == page.trim.height * 2);
    const auto* ground = std::get_if<Rule>(&page.items.front().node);
    REQUIRE(ground != nullptr);
    CHECK(ground->rect.width == page.trim.width);
    CHECK(ground->paint.spot == 1);
    CHECK(page.items.front().leaf == 0);
}

TEST_CASE("a short title is larger than a long one, and no title leaves the cover") {
    const LaidOut brief = cover_of({titled("Us")}, "Us");
    const LaidOut lengthy = cover_of({titled("The Assassination of Jesse James by the Coward Robert Ford")}, "");
    const LaidOut wide = cover_of({titled("Supercalifragilisticexpialidocious")}, "");
    CHECK(largest(brief.document->page(0)) > largest(lengthy.document->page(0)));
    for (const LaidOut* laid : {&brief, &lengthy, &wide}) {
        CHECK(laid->diagnostics.empty());
        const Page page = laid->document->page(0);
        for (const Item& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node))
                for (const Glyph& glyph : run->glyphs)
                    CHECK(run->origin.x + glyph.x + glyph.advance < page.trim.width - Length::points(10));
    }
}

TEST_CASE("the cover of a collection has its title and names its films, at most twelve") {
    std::vector<Piece> pieces;
    for (int i = 0; i < 40; ++i) pieces.push_back(titled("Film number " + std::to_string(i)));
    const LaidOut laid = cover_of(std::move(pieces), "Row C");
    const std::string read = read_aloud(*laid.document);
    CHECK(read.find("Row C") != std::string::npos);
    CHECK(read.find("Film number 0") != std::string::npos);
    CHECK(read.find("…") != std::string::npos);
    CHECK(read.find("Film number 39") == std::string::npos);
}

TEST_CASE("an edition without pieces has a cover still") {
    const LaidOut laid = cover_of({}, "Nothing yet");
    CHECK(laid.document->page_count() == 1);
    CHECK(read_aloud(*laid.document).find("Nothing yet") != std::string::npos);
}
