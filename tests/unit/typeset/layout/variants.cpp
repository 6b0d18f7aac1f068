// Reviews of a zine that stand in a variant of its style, beside others that do not.
#include "zine_setting.h"

#include "foundation/base/utf8.h"

#include <algorithm>

using namespace halfstar;
using namespace halfstar::testing;

namespace {

Edition two_reviews(const std::string& variant) {
    Edition edition = edition_of({review("First", 12), review("Second", 12, 3)});
    edition.plans = {{}, {ReviewStart::as_style, StillPlace::as_style, variant, {}}};
    return edition;
}

LaidOut in_style(const std::string& name, const std::string& variant) {
    const Style& style = style_called(name);
    return lay_out_in(style, *find_page(style, "zine-a5"), two_reviews(variant));
}

/// Initials of several lines on all pages.
std::size_t drop_caps(const LaidOut& laid, Length from) {
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node))
                found += run->size > from && run->place.piece < 2 && utf8::count(run->text) == 1 && item.leaf != 0;
    return found;
}

/// The width of the longest line of a review's text.
Length widest(const LaidOut& laid, std::uint32_t piece) {
    Length widest{};
    for (std::uint32_t i = 0; i < laid.document->page_count(); ++i)
        for (const Item& item : laid.document->page(i).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.node); run != nullptr && run->place.piece == piece && run->place.ordinal > 0)
                widest = std::max(widest, run->glyphs.back().x + run->glyphs.back().advance);
    return widest;
}

} // namespace

TEST_CASE("a review in a variant stands on one page with one that is not") {
    const LaidOut plain = in_style("programme", ""), quiet = in_style("programme", "quiet");
    CHECK(plain.document->page_count() == 1);
    CHECK(quiet.document->page_count() == 1);
    CHECK(drop_caps(plain, Length::points(40)) == 2);
    CHECK(drop_caps(quiet, Length::points(40)) == 1);
    CHECK(read_aloud(*plain.document) == read_aloud(*quiet.document));
}

TEST_CASE("columns are a variant's own") {
    const LaidOut plain = in_style("xerox", ""), wide = in_style("xerox", "wide");
    CHECK(widest(wide, 0) == widest(plain, 0));
    CHECK(widest(wide, 1) > widest(plain, 1).scaled(1.7));
    CHECK(read_aloud(*plain.document) == read_aloud(*wide.document));
}

TEST_CASE("a variant that a style lacks is told once with the nearest, and the review stands as others do") {
    const LaidOut plain = in_style("programme", ""), lacking = in_style("programme", "quite");
    CHECK(read_aloud(*plain.document) == read_aloud(*lacking.document));
    CHECK(drop_caps(lacking, Length::points(40)) == 2);
    REQUIRE(lacking.diagnostics.all().size() == 1);
    CHECK(lacking.diagnostics.all().front().code == Code::unknown_variant);
    CHECK(lacking.diagnostics.all().front().hints.front() == "did you mean 'quiet'?");
}
