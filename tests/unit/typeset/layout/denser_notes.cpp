// A programme note that runs over by a little: set denser, or in two columns, it keeps to one page.
#include "zine_setting.h"

using namespace halfstar;
using namespace halfstar::testing;

namespace {

/// The sizes of the body's words that are seen.
std::set<std::int64_t> body_sizes(const PagedDocument& document) {
    std::set<std::int64_t> sizes;
    for (std::uint32_t i = 0; i < document.page_count(); ++i)
        for (const Item& item : document.page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && run->place.ordinal > 0 && item.leaf != 0)
                sizes.insert(run->size.units);
    return sizes;
}

bool set_in(const PagedDocument& document, double points) {
    return body_sizes(document).count(Length::points(points).units) > 0;
}

/// The rightmost end of words of the body that begin left of the text column.
Length end_of_wide_lines(const Page& page, Length text_column) {
    Length end;
    for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.node);
            run != nullptr && run->place.ordinal > 0 && item.leaf != 0 && run->origin.x < text_column)
            for (const Glyph& glyph : run->glyphs) end = std::max(end, run->origin.x + glyph.x + glyph.advance);
    return end;
}

LaidOut note_of(int sentences) { return lay_out(credited(review("Film", sentences))); }

/// How a note was set: as it is, denser, in columns, on more than a page.
enum class Way { plain, tight, columns, pages };

Way way_of(const PagedDocument& document) {
    if (document.page_count() > 1) return Way::pages;
    if (set_in(document, 10)) return Way::plain;
    const Length beside_text = Length::millimetres(18 + 48 + 8) - Length::points(12);
    return end_of_wide_lines(document.page(0), beside_text).units == 0 ? Way::tight : Way::columns;
}

} // namespace

TEST_CASE("a note that has room is set as it is, one that runs over a little denser, one that runs over more in columns") {
    std::vector<Way> ways;
    for (int sentences = 60; sentences <= 160; sentences += 4) {
        const LaidOut laid = note_of(sentences);
        const Way way = way_of(*laid.document);
        if (ways.empty() || ways.back() != way) ways.push_back(way);
        if (way == Way::pages) CHECK(set_in(*laid.document, 10));
    }
    CHECK(ways == std::vector{Way::plain, Way::tight, Way::columns, Way::pages});
}

TEST_CASE("wide columns begin below the side column, and credits go across both") {
    const LaidOut laid = note_of(110);
    const Page page = laid.document->page(0);
    const auto credits = runs_of(page, "Claire Mathon");
    REQUIRE(credits.size() == 1);
    Length first = page.trim.height, last, side;
    for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.node);
        if (run == nullptr || item.leaf == 0) continue;
        if (run->place.ordinal > 0) first = std::min(first, run->origin.y), last = std::max(last, run->origin.y);
        else if (run->origin.x < Length::millimetres(66) && run->origin.y < credits.front().origin.y - Length::points(60))
            side = std::max(side, run->origin.y);
    }
    CHECK(first > side);
    CHECK(credits.front().origin.y > last);
    CHECK(credits.front().origin.x < Length::millimetres(50));
}

TEST_CASE("a poster keeps a note from wide columns, which would leave the place beside it empty") {
    Piece piece = credited(review("Film", 110));
    Picture picture;
    picture.width = 600;
    picture.height = 900;
    piece.pictures.push_back(picture);
    piece.poster = Image{"poster.png", {}, "A poster", 0};
    const LaidOut laid = lay_out(std::move(piece));
    CHECK(laid.document->page_count() == 2);
    CHECK(set_in(*laid.document, 10));
}
