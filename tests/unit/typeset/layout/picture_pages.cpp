// Pages that pictures fill: covers, contact sheets, stills before their reviews; and the two small parts of an issue.
#include "zine_setting.h"

#include "typeset/layout/contact_sheet.h"

#include "design/style/load.h"

using namespace halfstar;
using namespace halfstar::layout;
using namespace halfstar::testing;

namespace {

Picture picture(std::uint32_t width, std::uint32_t height, std::uint8_t mark) {
    Picture picture;
    picture.name = "a.png";
    picture.width = width;
    picture.height = height;
    picture.digest[0] = mark;
    return picture;
}

Piece pictured(std::string title, std::uint8_t mark) {
    Piece piece = review(std::move(title), 30, mark);
    piece.poster = Image{"a.png", "", "A poster", 0};
    piece.pictures = {picture(600, 900, mark)};
    return piece;
}

Edition issue(CoverKind cover) {
    Edition edition = edition_of({pictured("First", 1), review("Second", 30), pictured("Third", 3), pictured("Fourth", 4)},
                                 {IssuePart::cover, IssuePart::reviews});
    edition.cover.kind = cover;
    if (cover == CoverKind::picture) edition.cover.picture = picture(1200, 800, 9);
    return edition;
}

/// The frames to which pictures are clipped on a page.
std::vector<Rect> frames(const Page& page) {
    std::vector<Rect> all;
    for (const Item& item : page.items)
        if (const auto* clip = std::get_if<ClipBegin>(&item.node)) {
            Rect box{clip->path.front().points[0].x, clip->path.front().points[0].y, {}, {}};
            for (const PathStep& step : clip->path) {
                if (step.kind == PathStep::Kind::close) continue;
                box.width = std::max(box.width, step.points[0].x - box.x);
                box.height = std::max(box.height, step.points[0].y - box.y);
            }
            all.push_back(box);
        }
    return all;
}

std::size_t pictures_on(const Page& page) {
    return static_cast<std::size_t>(std::count_if(page.items.begin(), page.items.end(), [](const Item& item) {
        return std::holds_alternative<PictureItem>(item.node);
    }));
}

} // namespace

TEST_CASE("a contact sheet has equal frames, as near as can be to the pictures' proportion") {
    const Size page{Length::points(300), Length::points(450)};
    const SheetGrid nine = sheet_grid(9, page, Length::points(4), 2.0 / 3);
    CHECK(nine.columns == 3);
    CHECK(nine.rows == 3);
    const SheetGrid wide = sheet_grid(4, page, Length::points(4), 1.6);
    CHECK(wide.columns == 1);
    CHECK(wide.rows == 4);
    for (int count = 1; count < 60; ++count) {
        const SheetGrid grid = sheet_grid(count, page, Length::points(4), 0.7);
        CHECK(grid.columns * grid.rows >= count);
        CHECK(grid.columns * (grid.rows - 1) < count);
    }
}

TEST_CASE("a cover of posters shows every review's picture once, in all styles") {
    for (const char* name : {"programme", "book", "xerox"}) {
        CAPTURE(std::string(name));
        const Style& style = style_called(name);
        const LaidOut laid = lay_out_in(style, *find_page(style, "zine-a5"), issue(CoverKind::posters));
        const std::vector<Rect> all = frames(laid.document->page(0));
        REQUIRE(all.size() == 3);
        CHECK(pictures_on(laid.document->page(0)) == 3);
        for (const Rect& frame : all) {
            CHECK(frame.width == all.front().width);
            CHECK(frame.height == all.front().height);
            CHECK(frame.x.units > 0);
            CHECK(frame.bottom() < laid.document->page(0).trim.height);
        }
        const std::string read = read_aloud(*laid.document);
        CHECK((read.find("Row C") != std::string::npos || read.find("ROW C") != std::string::npos));
    }
}

TEST_CASE("a cover of posters without any is of type") {
    Edition edition = edition_of({review("First", 9)}, {IssuePart::cover, IssuePart::reviews});
    const std::string plain = read_aloud(*lay_out_issue(edition).document);
    edition.cover.kind = CoverKind::posters;
    CHECK(read_aloud(*lay_out_issue(edition).document) == plain);
}

TEST_CASE("a picture fills the cover, and the title stands on a ground over it") {
    for (const char* name : {"programme", "book", "xerox"}) {
        CAPTURE(std::string(name));
        const Style& style = style_called(name);
        const LaidOut laid = lay_out_in(style, *find_page(style, "zine-a5"), issue(CoverKind::picture));
        const Page page = laid.document->page(0);
        const std::vector<Rect> all = frames(page);
        REQUIRE(all.size() == 1);
        const bool margins = std::string_view(name) == "xerox";
        CHECK((all.front().width == page.trim.width) == !margins);
        bool under = false, over = false;
        for (const Item& item : page.items) {
            under = under || std::holds_alternative<PictureItem>(item.node);
            over = over || (under && (std::holds_alternative<Rule>(item.node) || std::holds_alternative<Shape>(item.node)));
            if (std::holds_alternative<GlyphRun>(item.node) && item.leaf != 0) CHECK(over);
        }
        CHECK(under);
    }
}

TEST_CASE("a still fills the page before its review, which faces it on a recto") {
    Edition edition = issue(CoverKind::type);
    edition.parts = {IssuePart::reviews};
    edition.plans = {{}, {}, {ReviewStart::recto, StillPlace::full, "", {}}, {}};
    const LaidOut laid = lay_out_issue(edition);
    const std::uint32_t begin = *page_of(*laid.document, "piece-Third");
    REQUIRE(begin > 0);
    CHECK(begin % 2 == 0);
    const Page still = laid.document->page(begin - 1);
    REQUIRE(frames(still).size() == 1);
    CHECK(frames(still).front().width == still.trim.width);
    CHECK(frames(still).front().height == still.trim.height);
    CHECK(pictures_on(laid.document->page(begin)) == 0);
}

TEST_CASE("a review without a picture has no page before it, whatever is asked for") {
    Edition edition = edition_of({review("First", 5), review("Second", 5, 3)});
    edition.plans = {{ReviewStart::as_style, StillPlace::full, "", {}}, {ReviewStart::as_style, StillPlace::full, "", {}}};
    CHECK(lay_out_issue(edition).document->page_count() == 1);
}

TEST_CASE("a review starts as it is planned, whatever the style has") {
    Edition edition = edition_of({review("First", 5), review("Second", 5, 3)});
    CHECK(page_of(*lay_out_issue(edition).document, "piece-Second") == 0);
    edition.plans = {{}, {ReviewStart::page, StillPlace::as_style, "", {}}};
    CHECK(page_of(*lay_out_issue(edition).document, "piece-Second") == 1);
    edition.plans[1].start = ReviewStart::recto;
    CHECK(page_of(*lay_out_issue(edition).document, "piece-Second") == 2);
    const Style& book = style_called("book");
    const PageSpec& page = *find_page(book, "zine-a5");
    edition.plans.clear();
    CHECK(page_of(*lay_out_in(book, page, edition).document, "piece-Second") == 1);
    edition.plans = {{}, {ReviewStart::shared, StillPlace::as_style, "", {}}};
    CHECK(page_of(*lay_out_in(book, page, edition).document, "piece-Second") == 0);
}

TEST_CASE("notes on contributors and picture credits are parts of their own") {
    Edition edition = edition_of({review("First", 5)}, {IssuePart::reviews, IssuePart::contributors, IssuePart::pictures});
    edition.contributor_notes = {{"Joss Farrow", "sells the tickets"}, {"Ada Pell", ""}};
    edition.picture_credits = {{"Lamplight", "Lamplight", "L", {{{0, 0}, {}}}}};
    const LaidOut laid = lay_out_issue(edition);
    CHECK(laid.diagnostics.empty());
    const std::string read = read_aloud(*laid.document);
    std::size_t at = 0;
    for (const char* words : {"Notes on contributors", "Joss Farrow", "sells the tickets", "Ada Pell", "Picture credits", "Lamplight  1"}) {
        CAPTURE(words);
        at = read.find(words, at);
        CHECK(at != std::string::npos);
    }
    CHECK(page_of(*laid.document, "part-contributors") == 1);
    CHECK(page_of(*laid.document, "part-pictures") == 2);
}
